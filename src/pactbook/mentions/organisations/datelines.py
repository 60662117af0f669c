"""Where and by whom a report is sent, which is no part of its story: "Bac Ninh (VNA) –", "SEOUL, May 9 (KNA) --"."""

from __future__ import annotations

import re

from pactbook.mentions.organisations.page import Page

#: A dateline has no more words.
_MOST = 12
#: What parts most words of a dateline.
_INNER = frozenset({" ", ", "})
#: What stands between a dateline and the report: a dash, behind the bracket that names the agency if there is one.
_CLOSE = re.compile(r"(?P<bracket>[)\]])?\.?(?P<mark> ?(?:—|--|―) ?| [–-] )")


def dateline_words(page: Page) -> frozenset[int]:
    """The words of every dateline at the beginning of a paragraph; the headline has none."""
    found: set[int] = set()
    for first in page.openings:
        if first >= page.headline and first < len(page.words) and "\n" in page.words[first].gap:
            found.update(range(first, _end(page, first)))
    return frozenset(found)


def _end(page: Page, first: int) -> int:
    """The first word behind a dateline that begins at word ``first``, or ``first`` where none does."""
    words, inside = page.words, False
    for place in range(first + 1, min(first + _MOST, len(words))):
        word = words[place]
        gap = word.gap
        if gap not in _INNER:
            if closed := _CLOSE.fullmatch(gap):
                return place if _sends(page, first, place, agency=bool(closed["bracket"])) else first
            if "\n" in gap:
                return first
            inside = (inside or "(" in gap or "[" in gap) and ")" not in gap
        if not (inside or word.capital or word.text.isdigit()):
            return first
    return first


def _sends(page: Page, first: int, behind: int, *, agency: bool) -> bool:
    """Whether the words before ``behind`` are where a report comes from, not a name that a dash describes."""
    known = page.country_at(first) is not None
    shouted = page.words[first].text.isupper() and len(page.words[first].text) > 1
    if agency or shouted:
        return known or (agency and shouted)
    # "Hanoi - Hai Phong Expressway" is a road.
    return known and page.country_at(behind) is None
