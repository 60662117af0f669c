"""An article's text cut where mentions begin and end, so that a page can mark each kind of them.

Nothing is lost or moved: the pieces of a paragraph, put together, are the paragraph, letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from urllib.parse import quote

from pactbook.model.article import Article
from pactbook.model.views import ArticleView
from pactbook.web.phrases import day, sense

#: What the legend offers, in its order.
KINDS = ("organisation", "money", "date", "tells")

_PLACES = re.compile(r"[0-9]{1,9}-[0-9]{1,9}(?:,[0-9]{1,9}-[0-9]{1,9})*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, what kind of mention it is, what it was read as, and where that leads."""

    start: int
    end: int
    kind: str
    title: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some letters that all lie in the same marks. ``begins`` are the marks whose first letters these are."""

    start: int
    text: str
    kinds: tuple[str, ...] = ()
    title: str = ""
    href: str | None = None
    begins: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``role`` tells the part of the page: headline, standfirst, body, caption, item."""

    start: int
    role: str
    pieces: tuple[Piece, ...]


def marks(view: ArticleView) -> list[Mark]:
    """Everything that was found in the article."""
    found = [
        Mark(span.start, span.end, "organisation", f"{body.id}, {body.kind}", f"/organisation/{quote(body.id)}")
        for body in view.bodies
        for span in body.mentions
    ]
    found += [Mark(f.span.start, f.span.end, "money", sense(f)) for f in view.figures]
    found += [Mark(d.span.start, d.span.end, "date", day(d.value) if d.value else "not resolved") for d in view.dates]
    found += [Mark(e.start, e.end, "tells") for telling in view.agreements for e in telling.claim.evidence]
    return found


def asked_marks(at: str, text: str) -> list[Mark]:
    """The places that an address asks for, as ``120-180,200-240``; what is no place in the text is left out."""
    if not _PLACES.fullmatch(at):
        return []
    places = [tuple(int(n) for n in place.split("-")) for place in at.split(",")]
    return [Mark(start, end, "at") for start, end in places if start < end <= len(text)]


def paragraphs(article: Article, found: Iterable[Mark]) -> list[Paragraph]:
    """The text in paragraphs, each cut at the marks."""
    ordered = sorted(found, key=lambda mark: (mark.start, -mark.end, mark.kind))
    made = []
    for _, group in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        start, end = sentences[0].start, sentences[-1].end
        here = [mark for mark in ordered if mark.start < end and mark.end > start]
        made.append(Paragraph(start, sentences[0].role, tuple(_cut(article.text, start, end, here))))
    return made


def _cut(text: str, start: int, end: int, found: list[Mark]) -> Iterator[Piece]:
    edges = {start, end, *(m.start for m in found), *(m.end for m in found)}
    places = sorted(edge for edge in edges if start <= edge <= end)
    for first, last in pairwise(places):
        over = [mark for mark in found if mark.start <= first and mark.end >= last]
        # Where mentions overlap, the shorter says more.
        told = min((m for m in over if m.title), key=lambda m: m.end - m.start, default=None)
        yield Piece(
            start=first,
            text=text[first:last],
            kinds=tuple(dict.fromkeys(mark.kind for mark in over)),
            title=told.title if told else "",
            href=told.href if told else None,
            begins=tuple(mark for mark in over if mark.start == first),
        )
