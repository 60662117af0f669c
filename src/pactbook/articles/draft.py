"""What is made on the way from bytes to an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct

from pactbook.model.article import Role


class Paragraph(Struct, gc=False):
    """One paragraph: a single line of text and the part of the page that it is."""

    text: str
    role: Role = "body"


@dataclass(slots=True)
class Draft:
    """An article before its sentences are parted. ``paragraphs`` are in the order of the page, headline first.

    ``refused`` tells in words why there is no article; None where there is one.
    """

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    refused: str | None = None
