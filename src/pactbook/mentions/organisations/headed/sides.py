"""Where a body belongs that nothing beside it places: by who stands opposite, by the sound of its name."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.origin import country_by_family, country_by_sound
from pactbook.mentions.organisations.headed.sheet import Sheet

#: The two sides that this press writes about.
_OTHER = {"VN": "KR", "KR": "VN"}
#: Kinds that newsrooms call by what they are for, in their own language.
_TRANSLATED = frozenset({"ministry", "agency", "research", "other", "association", "company"})
_NAMED = frozenset({"education", "hospital", "subnational", "research"})


def sided(sheet: Sheet, names: Sequence[Candidate]) -> list[Candidate]:
    """The names, those without a country with the one that the other names and their sound give."""
    sides = {s.country for s in sheet.page.states} & set(_OTHER)
    abroad = {s.country for s in sheet.page.states} - {"VN", "XX"}
    found: list[Candidate] = []
    for number, name in enumerate(names):
        country = name.country
        if len(name.keys) > 1 and (mine := _own(sheet, names, name)):
            found.append(replace(name, keys=mine))
            continue
        if not name.keys and country is None:
            opposite = _opposite(sheet, names, number) if sides else None
            country = _by_sound(sheet, name, opposite, abroad)
        found.append(replace(name, country=country))
    return found


def _own(sheet: Sheet, names: Sequence[Candidate], name: Candidate) -> tuple[str, ...]:
    """The body of this press's own state, where "Bộ Quốc phòng" stands before or beside "Bộ Quốc phòng Hàn Quốc"."""
    mine = tuple(k for k in name.keys if bodies()[k].country == sheet.grammar.local)
    others = [n for n in names if len(n.keys) == 1 and n.keys[0] in name.keys and n.keys != mine and n.rule != "title"]
    begin, end = sheet.page.sentence_of(name.first)
    beside = any(begin <= other.first < end for other in others)
    return mine if others and (beside or name.first < others[0].first) else ()


def _by_sound(sheet: Sheet, name: Candidate, opposite: str | None, abroad: set[str]) -> str | None:
    family = country_by_family(sheet, name) if name.kinds() <= {"company"} else None
    sound = family or country_by_sound(sheet, name)
    translated = not any(sheet.is_proper(p) for p in range(name.first, name.last + 1))
    if opposite and translated and sound == "VN" and name.kinds() & _TRANSLATED and name.rule == "structure":
        # "giữa Cục Hàng hải Việt Nam và Cơ quan An toàn Hàng hải": what is translated may be of either side.
        return opposite
    foreign = any(sheet.is_foreign(p) and not sheet.words[p].acronym for p in range(name.first, name.last + 1))
    named = name.kinds() & _NAMED or (name.last > name.first and name.kinds() <= {"company"})
    if sound is None and foreign and named and abroad == {"KR"} and name.rule != "brand":
        return "KR"
    return sound


def _opposite(sheet: Sheet, names: Sequence[Candidate], number: int) -> str | None:
    """The other side of the body that only "và" or "với" parts from this one."""
    name = names[number]
    for step in (-1, 1):
        if not 0 <= number + step < len(names):
            continue
        other = names[number + step]
        first, last = (other, name) if step < 0 else (name, other)
        countries = other.countries() & set(_OTHER)
        if len(countries) == 1 and len(other.countries()) == 1 and _facing(sheet, first, last):
            return _OTHER[next(iter(countries))]
    return None


def _facing(sheet: Sheet, first: Candidate, last: Candidate) -> bool:
    """Whether the two stand opposite: "giữa A và B", "A (ABC) ký với B"."""
    between = range(first.last + 1, last.first)
    if not between or len(between) > 5 or sheet.end_of(first.first) <= last.first:
        return False
    word = between[-1]
    if sheet.grammar.partners.before(sheet.lows, last.first) and sheet.lows[word] not in sheet.grammar.joins:
        return any(sheet.grammar.deals.at(sheet.lows, p) for p in between)
    before = sheet.grammar.between.before(sheet.lows, first.first)
    return sheet.lows[word] in sheet.grammar.joins and bool(before)
