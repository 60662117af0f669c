"""Plain text → draft: clean text, or what a crawler leaves of a page."""

from __future__ import annotations

import re

from pactbook.articles import ending, headline, refusal, stamps
from pactbook.articles.draft import Draft, Paragraph
from pactbook.articles.lines import kind_of
from pactbook.articles.outlet import below_headline, in_text
from pactbook.articles.paragraphs import clean_body
from pactbook.articles.wraps import paragraphs

_YEAR = re.compile(r"(?<!\d)(?:19[89]|20\d)\d(?!\d)")
_COLUMNS = re.compile(r"\s{4,}|\t+")


def read_dump(text: str) -> Draft:
    """Read a text, NFC with plain line breaks, as an article. ``refused`` of the draft tells why it is none."""
    lines = [piece for group in paragraphs(text) for line in group for piece in _columns(line)]
    at = headline.find(lines)
    body_from = 0 if at is None else at + 1
    title = None if at is None else headline.without_section(lines[at])
    head, below = lines[: at or 0], lines[body_from:]
    named = below_headline(below) if title else None
    if named and not stamps.is_stamp(named[0]):
        below.remove(named[0])
    kept = clean_body([Paragraph(line) for line in below], title)
    if title and not kept and ending.is_sentence(title):
        # A sentence with nothing below it is the text itself, which then has no headline.
        kept = clean_body([Paragraph(title)], None)
        title = None
    outlet = named[1] if named else in_text(head, lines, kept)
    draft = Draft(title=title, published=_published(head, below, kept), outlet=outlet)
    draft.paragraphs = ([Paragraph(title, "headline")] if title else []) + kept
    draft.refused = refusal.why_not(draft, lambda: lines)
    return draft


def _columns(line: str) -> list[str]:
    """Part the columns of a masthead: ``Economic Bulletin        Friday, 20 March 2015``."""
    parts = [p for p in _COLUMNS.split(line.strip()) if p]
    return parts if len(parts) == 2 and len(line) < 160 and any(stamps.is_stamp(p) for p in parts) else [line.strip()]


def _published(head: list[str], below: list[str], kept: list[Paragraph]) -> str | None:
    """The date in the head of the text, else a labelled one at its end."""
    month_first = stamps.month_comes_first("\n".join(head + below))
    first_body = next((n for n, line in enumerate(below) if ending.is_prose(line)), len(below))
    near = [
        s
        for line in below[: first_body + 3] + head[::-1][:6]
        if stamps.is_stamp(line)
        for s in stamps.stamps_in(line, month_first)
    ]
    if found := stamps.best(near):
        return found
    last = kept[-1].text if kept else ""
    after = below[below.index(last) + 1 :] if last in below else []
    closing = after[: next((n for n, line in enumerate(after) if kind_of(line) in ("related", "comments", "tags")), 4)]
    late = [s for line in closing if stamps.is_stamp(line) for s in stamps.stamps_in(line, month_first)]
    opening = below[first_body:] or [p.text for p in kept if p.role == "body"]
    return stamps.best(late) or _wired(opening, after)


def _wired(prose: list[str], after: list[str]) -> str | None:
    """The day of an agency's dateline (``SEOUL, July 10 (PBW) -``); its year, if need be, from the line of rights."""
    if not prose:
        return None
    years = {year for line in after if kind_of(line) == "copyright" for year in _YEAR.findall(line)}
    return stamps.of_dateline(prose[0], years.pop() if len(years) == 1 else None)
