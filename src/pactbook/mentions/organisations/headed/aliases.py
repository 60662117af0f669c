"""Names that an article gives to a body itself: "Tên (ABC)", "Tên (gọi tắt là ABC)", "Tên - ABC"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.sheet import Sheet

_PIECE = frozenset({" ", "-", "&", " & ", "'", "."})
_MARKS = "\"“'‘"
_LONGEST = 10
#: How many characters a bracket with names has at most.
_BRACKET = 120
#: How many words of the full name a bracket takes up that is short for it.
_SHARED = 2


def definitions(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """(Full name, the other name that the article gives it) for every definition."""
    starting = {name.first: name for name in names if name.keys}
    for full in names:
        if full.rule != "structure" and full.only() == "subnational":
            continue
        for first, last in _others(sheet, full):
            known = starting.get(first)
            known = known if known is not None and known.last >= last else None
            if known and _is_quoted(sheet, first):
                known = None
            if known and full.keys and known.rule != "acronym" and not set(known.keys) & set(full.keys):
                continue
            # "Tổng công ty Xúc tiến Đầu tư Hàn Quốc (KOTRA)" is whoever KOTRA is.
            named = known if known and not full.keys and _agree(full, known) else None
            whole = replace(full, keys=named.keys, rank=4) if named else full
            start, end = sheet.page.span(first, last)
            yield whole, replace(whole, start=start, end=end, first=first, last=last, rule="defined", rank=4, also=())


def _agree(full: Candidate, known: Candidate) -> bool:
    """Whether the known body may be the one that is named in full before it."""
    return full.country in {None, *known.countries()} and full.only() != "subnational"


def _others(sheet: Sheet, full: Candidate) -> Iterator[tuple[int, int]]:
    """The words of other names right behind ``full``, in brackets or behind a dash."""
    place, words = full.last + 1, sheet.words
    before = full.first - 1
    if before >= 0 and words[full.first].gap == " (" and _leads(sheet, full, before):
        yield before, before
    if place >= len(sheet):
        return
    if words[place].gap.strip(' "') == "(":
        yield from _bracketed(sheet, full, place)
    elif (
        words[place].gap == " - "
        and words[full.first].gap != " - "
        and _ends(sheet, place)
        and not sheet.grammar.not_bodies.at(sheet.lows, place)
    ):
        closed = place + 1 < len(sheet) and words[place + 1].gap in {" - ", ", "} and sheet.small(place + 1)
        if words[place].acronym or (closed and sheet.is_foreign(place) and full.only() == "company"):
            yield place, place


def _leads(sheet: Sheet, full: Candidate, place: int) -> bool:
    """Whether the short name stands first: "ITPC (Trung tâm Xúc tiến Thương mại và Đầu tư)"."""
    closed = sheet.page.text[full.end : full.end + 1] == ")"
    known = sheet.in_state(place) or sheet.grammar.not_bodies.at(sheet.lows, place) > 0
    return closed and sheet.words[place].acronym and not known


def _ends(sheet: Sheet, place: int) -> bool:
    """Whether no capital goes on behind the word."""
    after = place + 1
    return after >= len(sheet) or not (sheet.words[after].capital and sheet.words[after].joined)


def _bracketed(sheet: Sheet, full: Candidate, place: int) -> Iterator[tuple[int, int]]:
    """The pieces of a bracket that are names: "(Korea Trade-Investment Promotion Agency - KOTRA)"."""
    words, text = sheet.words, sheet.page.text
    close = text.find(")", words[place].start, words[place].start + _BRACKET)
    if close < 0:
        return
    while place < len(sheet) and words[place].end <= close:
        told, place = _told(sheet, place, close)
        if place >= len(sheet) or words[place].end > close:
            return
        last = place
        while last + 1 < len(sheet) and words[last + 1].end <= close and words[last + 1].gap in _PIECE:
            last += 1
        listed = text[words[last].end : words[last].end + 1] == ":"  # "(HoSE: BNE)": where its shares are traded
        if not listed and _is_alias(sheet, full, place, last, told=told or _is_quoted(sheet, place)):
            yield place, last
        place = last + 1


def _is_quoted(sheet: Sheet, place: int) -> bool:
    """Whether the name stands in quotation marks right behind the bracket: "Tập đoàn Hyosung TNC (“Hyosung”)"."""
    gap = sheet.words[place].gap
    return "(" in gap and any(mark in gap for mark in _MARKS)


def _told(sheet: Sheet, place: int, close: int) -> tuple[bool, int]:
    """Whether words like "gọi tắt là" open the bracket, and the first word behind them."""
    for alias in sheet.grammar.aliases:
        parts = alias.split()
        if sheet.lows[place : place + len(parts)] == parts and sheet.words[place + len(parts) - 1].end < close:
            return True, place + len(parts)
    return False, place


def _is_alias(sheet: Sheet, full: Candidate, first: int, last: int, *, told: bool) -> bool:
    words = sheet.words
    if last - first + 1 > _LONGEST or not words[first].capital or words[first].text[0].isdigit():
        return False
    if any(p in sheet.page.state_at and sheet.page.state_at[p].form == "name" for p in (first,)) and last == first:
        return False
    if sheet.grammar.not_bodies.at(sheet.lows, first) > last - first or sheet.place_at(first)[0] >= 0:
        return False
    if sheet.page.is_land(first) or first in sheet.people:
        return False
    if told:
        return True
    if sheet.head_at(first)[0] and not words[first].acronym:
        return False
    if last == first:
        return words[first].acronym or sheet.is_foreign(first)
    if all(words[p].gap == "-" for p in range(first + 1, last + 1)):
        return any(words[p].acronym or sheet.is_foreign(p) for p in range(first, last + 1))
    capitals = [p for p in range(first, last + 1) if words[p].capital]
    if all(words[p].acronym for p in capitals):
        return True
    return len(capitals) > 1 and (_reads(sheet, first, last) or _echoes(sheet, full, first, last))


def _echoes(sheet: Sheet, full: Candidate, first: int, last: int) -> bool:
    """Whether a bracket takes words of the full name up: "Công ty Cổ phần Vi mạch Hồng Hà (Hồng Hà Semi)"."""
    own = {sheet.lows[p] for p in range(full.first, full.last + 1) if sheet.words[p].capital}
    return len(own & {sheet.lows[p] for p in range(first, last + 1)}) >= _SHARED


def _reads(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the words are a name in another language, not people or places."""
    if not all(sheet.words[p].text.isascii() for p in range(first, last + 1)):
        return False
    foreign = [p for p in range(first, last + 1) if sheet.is_foreign(p)]
    return 2 * len(foreign) > last - first
