"""An article: clean text with what is known of its publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

Language = Literal["en", "vi", "ko"]
Role = Literal["headline", "standfirst", "body", "caption", "item"]


class Sentence(Struct, frozen=True, gc=False):
    """``text[start:end]`` is one sentence; ``paragraph`` counts from 0; ``role`` tells the part of the page.

    A list item is a paragraph of its own with the role ``item``.
    """

    start: int
    end: int
    paragraph: int
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Article:
    """The article's own words and its metadata.

    ``id`` is the hash of the normalised text, so the same text is the same article wherever it came from.
    ``source`` is the address of the bytes. ``published`` is an EDTF date. ``text`` is in NFC, paragraphs
    parted by one blank line, the headline first; a line break inside a sentence has become a space.
    ``sentences`` are in order and cover every word of the text.
    """

    id: str
    source: str
    language: Language
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    text: str
    sentences: tuple[Sentence, ...]
