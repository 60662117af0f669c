"""Firms whose names are nothing but two or three Vietnamese syllables: "Minh Phú", "Vĩnh Hoàn", "Tân Phước Thịnh".

A place or somebody's given name looks the same, so all that the article does with the words counts together: one place
where only a firm stands ("Tổng giám đốc Minh Phú") shows it, one where no firm does ("huyện Đức Phổ") refutes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.scenes import does
from pactbook.mentions.organisations.headed.sheet import Sheet
from pactbook.mentions.organisations.headed.trades import trade_at

#: How many syllables such a name has.
_FEWEST, _MOST = 2, 3
#: What parts a firm from the person who signs for it.
_APPOSED = frozenset({" ", ", "})
Form = tuple[str, ...]
Use = tuple[int, int]


def natives(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every use of a native name outside ``names`` that the article shows to be a firm's."""
    taken = {p for name in names for p in range(name.first, name.last + 1)}
    runs = _runs(sheet, taken)
    given = _given(sheet) if runs else frozenset()
    for form, uses in runs.items():
        if form in given or any(_is_no_firm(sheet, *use) for use in uses):
            continue
        sure = any(sheet.slots.holds(*use, firm=True) for use in uses)
        if sure or (not sheet.surname(uses[0][0]) and any(_is_party(sheet, *use) for use in uses)):
            if not sure and any(sheet.grammar.stars.among(sheet.lows, *sheet.page.sentence_of(p)) for p, _ in uses):
                continue
            for first, last in uses:
                yield Candidate(
                    *sheet.page.span(first, last), first, last, "native", kind="company", country="VN", rank=-1
                )


def _runs(sheet: Sheet, taken: set[int]) -> Mapping[Form, list[Use]]:
    """The native names of the page and where they stand."""
    runs: dict[Form, list[Use]] = {}
    words, capitals, done = sheet.words, sheet.page.capitals, -1
    # Most capitals stand alone.
    for place in [first for first, after in pairwise(capitals) if after == first + 1 and words[after].gap == " "]:
        if place <= done or (words[place].acronym and sheet.grammar.titles.before(sheet.lows, place + 1)):
            continue  # "[CEO] Minh Phú"
        last, end = place, sheet.end_of(place)
        while _goes_on(sheet, last + 1, end):
            last += 1
        done = last
        first = place + int(place in sheet.page.openings and sheet.grammar.stops.at(sheet.lows, place) == 1)
        if _may_be_name(sheet, first, last, taken):
            runs.setdefault(tuple([word.text for word in words[first : last + 1]]), []).append((first, last))
    return runs


def _goes_on(sheet: Sheet, place: int, end: int) -> bool:
    """Whether the word goes on with the capitals before it: no person begins there ("Chủ tịch Minh Phú [Lê] ...")."""
    if place >= end or not sheet.words[place].capital or sheet.words[place].gap != " ":
        return False
    return place not in sheet.people or place - 1 in sheet.people


def _may_be_name(sheet: Sheet, first: int, last: int, taken: set[int]) -> bool:
    if not _FEWEST <= last - first + 1 <= _MOST:
        return False
    grammar, lows = sheet.grammar, sheet.lows
    places = range(first, last + 1)
    if any(p in taken or p in sheet.people or p in sheet.page.shouted or p in sheet.page.loud for p in places):
        return False
    if any(sheet.in_state(p) or sheet.page.is_land(p) or not sheet.words[p].text.istitle() for p in places):
        return False
    if any(not sheet.is_syllable(p) for p in places) or trade_at(sheet, first):
        return False
    if any(sheet.head_at(p)[0] for p in places) or any(
        w.at(lows, first) for w in (grammar.titles, grammar.places, grammar.not_bodies)
    ):
        return False
    if lows[first] in grammar.dashed or grammar.topics.at(lows, first) > 1 or grammar.nouns.at(lows, first):
        return False
    behind = last + 1
    return not (behind < len(sheet) and sheet.words[behind].gap in {"-", "/"})


def _given(sheet: Sheet) -> frozenset[Form]:
    """The endings of people's names: whoever "Đoàn Văn Hậu" was is called "Văn Hậu" later."""
    found: set[Form] = set()
    for place in sheet.people:
        if place - 1 in sheet.people:
            for length in (_FEWEST, _MOST):
                words = sheet.words[place : place + length]
                found.add(tuple(word.text for word in words))
    return frozenset(found)


def _is_no_firm(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a place, a person or a thing stands here."""
    del last
    grammar, lows = sheet.grammar, sheet.lows
    if not first or not sheet.spaced(first):
        return False
    told = (
        grammar.scenes,
        grammar.calls,
        grammar.places,
        grammar.bearings,
        grammar.things,
        grammar.ways,
        grammar.spots,
    )
    return any(words.before(lows, first) for words in told)


def _is_party(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the name signs, or something is signed with it: "[Minh Phú] đặt bút ký", "ký với [Đại Phúc] hợp đồng"."""
    begin, end = sheet.page.sentence_of(first)
    if not sheet.grammar.deals.among(sheet.lows, begin, end):
        return False
    behind = last + 1
    if behind < end and (does(sheet, behind, sheet.grammar.signs) or _signs_by(sheet, first, behind)):
        return True
    before = sheet.grammar.partners.before(sheet.lows, first) if first and sheet.spaced(first) else 0
    return before > 0 and sheet.lows[first - 1] not in sheet.grammar.joins


def _signs_by(sheet: Sheet, first: int, behind: int) -> bool:
    """Whether a person with a title signs for the name: "Chủ tịch [Minh Phú] Lê Văn Quang ký", "..., ông Quang, ký"."""
    grammar, words, end = sheet.grammar, sheet.words, sheet.end_of(first)
    if not grammar.firm_titles.before(sheet.lows, first) or words[behind].gap not in _APPOSED:
        return False
    place = behind + grammar.calls.at(sheet.lows, behind)
    if place >= end or place not in sheet.people:
        return False
    while place < end and place in sheet.people:
        place += 1
    if place < end and sheet.lows[place] in grammar.joins:
        return grammar.signs.among(sheet.lows, place, end)  # "Chủ tịch [Minh Phú] Lê Văn Quang và ... ký"
    if does(sheet, place, grammar.signs):
        return True  # "... Lê Văn Quang hôm 16/10 ký"
    while place < end and (length := grammar.auxiliaries.at(sheet.lows, place)):
        place += length
    return place < end and bool(grammar.signs.at(sheet.lows, place))
