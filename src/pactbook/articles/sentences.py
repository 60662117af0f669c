"""Part paragraphs into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pactbook.articles.draft import Paragraph
from pactbook.knowledge.page import words
from pactbook.model.article import Sentence

# The first mark stands before the rest of its kind: so a search skips to such marks.
_END = re.compile(r"[.!?…。！？](?:(?<=[.!?…])[.!?…]*)?[\"'”’»)\]】」』]*(?=\s|\Z)")
# The same of a text without any other mark: a search for one character is fast.
_FULL_STOP = re.compile(r"\.\.*[\"'”’»)\]】」』]*(?=\s|\Z)")
# A quote that a Korean particle follows (…"라고) is a part of its sentence, full stops and all.
_QUOTED = re.compile(r"[\"“](?=\S)[^\"“”]{1,500}+(?<!\s)[\"”](?=[가-힣])")
# All up to the last word, which is read from behind.
_UP_TO_LAST_WORD = re.compile(r".*[^\w.&'’-]", re.S)
_NEXT_WORD = re.compile(r"[\"'“‘(\[«「『]*([^\s,;:)\]”’\"']+)")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(w.rstrip(".") for w in words("sentences", "abbreviations"))


@cache
def _final_abbreviations() -> frozenset[str]:
    return frozenset(w.rstrip(".") for w in words("sentences", "final_abbreviations"))


@cache
def _starters() -> frozenset[str]:
    return frozenset(words("sentences", "starters"))


def part(paragraphs: list[Paragraph]) -> tuple[str, tuple[Sentence, ...]]:
    """The text of the paragraphs, parted by blank lines, and its sentences with offsets into it."""
    sentences: list[Sentence] = []
    position = 0
    for number, paragraph in enumerate(paragraphs):
        text, role = paragraph.text, paragraph.role
        sentences += [Sentence(position + start, position + end, number, role) for start, end in bounds(text)]
        position += len(text) + 2
    return "\n\n".join(p.text for p in paragraphs), tuple(sentences)


def bounds(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of one paragraph, in order; spaces between them belong to none."""
    start, length = 0, len(text)
    quoted = iter(_quotes(text))
    quote = next(quoted, None)
    for found in (_END if _has_other_marks(text) else _FULL_STOP).finditer(text):
        mark, end = found.span()
        while quote and quote[1] <= mark:
            quote = next(quoted, None)
        if end == length or (quote and quote[0] < mark and end < quote[1]):
            continue
        if _ends(text, start, mark, end):
            yield start, end
            start = _next_word(text, end)
    if start < length:
        yield start, length


def _has_other_marks(text: str) -> bool:
    if "?" in text or "!" in text:
        return True
    return not text.isascii() and ("…" in text or "。" in text or "！" in text or "？" in text)


def _quotes(text: str) -> list[tuple[int, int]]:
    if text.isascii() or not ('"' in text or "”" in text):
        return []  # no closing mark, or no Hangul
    return [m.span() for m in _QUOTED.finditer(text)]


def _next_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends(text: str, start: int, mark: int, end: int) -> bool:
    """Whether the mark at ``mark:end`` ends a sentence that began at ``start``."""
    following = _NEXT_WORD.match(text, end + 1)
    first = following[1] if following else ""
    if first and first[0].islower():
        return False
    if text[mark] != "." or text[mark + 1 : end].startswith("."):
        return True
    before = text[max(start, mark - 40) : mark]
    word = _last_word(before)
    if (word.isdigit() and word == before.strip()) or not before.strip(" \"'“‘([-–•"):
        return False  # the number of a list item
    return _word_allows(word, first, end - mark > 1)


def _last_word(text: str) -> str:
    behind = text[text.rfind(" ") + 1 :]
    if behind.isalnum():
        return behind
    lead = _UP_TO_LAST_WORD.match(behind)
    return behind[lead.end() :] if lead else behind


def _word_allows(word: str, first: str, quoted: bool) -> bool:
    if quoted:
        return True
    tail = word.rsplit("-", 1)[-1]
    if tail in _final_abbreviations():
        return first in _starters()
    if tail in _abbreviations() or tail.rsplit(".", 1)[-1] in _abbreviations():
        return False
    # An initial: "J. Kim", "T. H. Nguyen". A sentence rarely ends in one capital.
    return not (len(tail) == 1 and tail.isupper() and tail.isascii())
