"""A firm's unit abroad, a body of its own: 한빛전자 베트남법인, 효성 동나이 법인."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.sheet import Sheet

#: Names shorter than this begin too many words.
_HOUSE = 4


def firm_units(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every firm with a state or place and the word for a unit behind it."""
    for firm in names:
        if firm.only() != "company":
            continue
        tail = sheet.tail(firm.last, firm.end)
        unit = next((u for u in sheet.lexis.words.units if tail.startswith(u)), "")
        if unit and firm.last > firm.first:
            # 한빛마트 베트남[법인]
            yield replace(firm, end=firm.end + len(unit), rank=2)
        if (glued := _glued(sheet, firm, tail)) is not None:
            yield glued
        if tail:
            continue
        # 한빛전자 베트남 may be one name already.
        placed = firm.last > firm.first and (sheet.state(firm.last) or sheet.land(firm.last)) is not None
        found = _unit(sheet, firm.last + (not placed))
        if found is not None and not _is_wanted(sheet, found[0] + 1):
            last, end, country = found
            if placed or {country} != firm.countries():
                yield sheet.candidate((firm.first, last), end, "structure", "company", country, rank=2)


def _glued(sheet: Sheet, firm: Candidate, tail: str) -> Candidate | None:
    """The daughter whose place is glued behind the name of a known firm: 롯데프라퍼티스[하노이]와."""
    lexis = sheet.lexis
    if not firm.keys or len(sheet.text[firm.start : firm.end]) < _HOUSE or tail in lexis.tails:
        return None
    for size in range(len(tail), 1, -1):
        country = lexis.states.get(tail[:size]) or lexis.lands.get(tail[:size])
        rest = tail[size:]
        if country and country != lexis.words.home and (not rest or rest in lexis.tails):
            end = firm.end + size
            return sheet.candidate((firm.first, firm.last), end, "structure", "company", country, rank=2)
    return None


def _is_wanted(sheet: Sheet, place: int) -> bool:
    """Whether the unit is yet to be founded: 베트남 법인 [설립]을."""
    return sheet.joined(place) and sheet.words[place].text.startswith(tuple(sheet.lexis.words.founding))


def _unit(sheet: Sheet, place: int) -> tuple[int, int, str] | None:
    """The last word, the end and the country of 베트남법인 or 베트남 법인 at word ``place``."""
    if not sheet.joined(place):
        return None
    word, units = sheet.words[place], sheet.lexis.words.units
    for length in sheet.cuts(place):
        for unit in units:
            land = word.text[:length].removesuffix(unit)
            country = sheet.lexis.states.get(land) or sheet.lexis.lands.get(land)
            if country and len(land) < length:
                return place, word.start + length, country
    country = sheet.state(place) or sheet.land(place)
    if country and sheet.joined(place + 1):
        after = sheet.words[place + 1]
        for length in sheet.cuts(place + 1):
            if after.text[:length] in units:
                return place + 1, after.start + length, country
    return None
