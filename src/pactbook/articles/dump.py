"""Plain text → draft: clean text, or what a crawler leaves of a page."""

from __future__ import annotations

import re

from pactbook.articles import headline, refusal, stamps, tail
from pactbook.articles.draft import Draft, Paragraph
from pactbook.articles.lines import bare, is_caption, is_item, kind_of
from pactbook.articles.outlet import in_text
from pactbook.articles.wraps import join, paragraphs
from pactbook.model.article import Role

_FURNITURE = ("button", "path", "menu", "notice", "stamp", "rule", "byline", "tags", "copyright", "related", "comments")
_COLUMNS = re.compile(r"\s{4,}|\t+")


def read_dump(text: str) -> Draft:
    """Read a text, NFC with plain line breaks, as an article. ``refused`` of the draft tells why it is none."""
    lines = [piece for group in paragraphs(text) for line in group for piece in _columns(line)]
    at = headline.find(lines)
    body_from = 0 if at is None else at + 1
    title = None if at is None else headline.without_section(lines[at])
    head, below = lines[: at or 0], lines[body_from:]
    kept = clean_body([Paragraph(line) for line in below], title)
    draft = Draft(title=title, published=_published(head, below, kept), outlet=in_text(head, lines, kept))
    draft.paragraphs = ([Paragraph(title, "headline")] if title else []) + kept
    draft.refused = refusal.why_not(draft, lambda: lines)
    return draft


def _columns(line: str) -> list[str]:
    """Part the columns of a masthead: ``Economic Bulletin        Friday, 20 March 2015``."""
    parts = [p for p in _COLUMNS.split(line.strip()) if p]
    return parts if len(parts) == 2 and len(line) < 160 and any(stamps.is_stamp(p) for p in parts) else [line.strip()]


def clean_body(below: list[Paragraph], title: str | None) -> list[Paragraph]:
    """The article's own paragraphs among those below the headline."""
    same = bare(title) if title else None
    rest = [p for n, p in enumerate(below) if not (n < 4 and bare(p.text) == same)]
    kept = [p for p in tail.cut(rest) if kind_of(p.text) not in _FURNITURE]
    for paragraph in kept:
        paragraph.role = _role(paragraph)
    return _mended(kept)


def _role(paragraph: Paragraph) -> Role:
    if paragraph.role != "body":
        return paragraph.role
    if is_caption(paragraph.text):
        return "caption"
    return "item" if is_item(paragraph.text) else "body"


def _mended(kept: list[Paragraph]) -> list[Paragraph]:
    """Join a paragraph that breaks off in the middle of a sentence with the one that goes on in small letters."""
    mended: list[Paragraph] = []
    for paragraph in kept:
        if mended and mended[-1].role == paragraph.role == "body" and _breaks_off(mended[-1].text, paragraph.text):
            mended[-1] = Paragraph(join(mended[-1].text, paragraph.text))
        else:
            mended.append(paragraph)
    return mended


def _breaks_off(first: str, second: str) -> bool:
    return len(first) > 60 and first[-1].isalpha() and second[0].islower()


def _published(head: list[str], below: list[str], kept: list[Paragraph]) -> str | None:
    """The date in the head of the text, else a labelled one at its end."""
    month_first = stamps.month_comes_first("\n".join(head + below))
    first_body = next((n for n, line in enumerate(below) if tail.is_prose(line)), len(below))
    near = [
        s
        for line in below[:first_body] + head[::-1][:6]
        if stamps.is_stamp(line)
        for s in stamps.stamps_in(line, month_first)
    ]
    if found := stamps.best(near):
        return found
    last = kept[-1].text if kept else ""
    after = below[below.index(last) + 1 :] if last in below else []
    closing = after[: next((n for n, line in enumerate(after) if kind_of(line) in ("related", "comments", "tags")), 4)]
    late = [s for line in closing if stamps.is_stamp(line) for s in stamps.stamps_in(line, month_first)]
    return stamps.best(late)
