"""Vietnamese firms whose names end as English ones do: "Hòa Bình Group", "Sơn Kim Retail", "Nam Long Holdings"."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.sheet import Sheet

#: How many words a firm has before its closing word at most, and how many syllables of a marked name it needs.
_OWN, _LEAST = 3, 2


def closed_names(sheet: Sheet) -> Iterator[Candidate]:
    """Every run of capitals that one of ``closers`` ends, where a Vietnamese name stands before it."""
    for last in sheet.beginnings(sheet.grammar.closers):
        if not sheet.words[last].capital or not sheet.spaced(last) or last in sheet.page.loud:
            continue
        if not sheet.grammar.closers.at(sheet.lows, last):
            continue
        first = _first(sheet, last)
        if last - first >= _LEAST and not all(sheet.words[p].text.isascii() for p in range(first, last)):
            country = sheet.grammar.local
            yield Candidate(*sheet.page.span(first, last), first, last, "closed", kind="company", country=country)


def _first(sheet: Sheet, last: int) -> int:
    """The first word of the name: syllables with capitals, none of which says what somebody or something is."""
    first = last
    while first > 0 and last - first < _OWN and sheet.words[first].gap == " " and _is_own(sheet, first - 1):
        first -= 1
        if first in sheet.page.openings:
            break
    return first


def _is_own(sheet: Sheet, place: int) -> bool:
    grammar, word = sheet.grammar, sheet.words[place]
    if not word.capital or not sheet.is_syllable(place) or sheet.in_state(place) or sheet.head_at(place)[0]:
        return False
    said = (grammar.stops, grammar.titles, grammar.calls, grammar.legal_forms)
    return not any(phrases.at(sheet.lows, place) for phrases in said)
