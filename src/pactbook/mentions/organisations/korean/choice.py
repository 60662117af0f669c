"""Which of several bodies a Korean name means, and whose the others are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.choice import alive
from pactbook.mentions.organisations.korean.origin import country_before, country_beside
from pactbook.mentions.organisations.korean.sheet import Sheet

#: Bodies of these kinds bear words that those of other states bear too.
_GENERIC = {"ministry", "agency", "subnational", "education", "hospital"}


def chosen(sheet: Sheet, names: Sequence[Candidate]) -> list[Candidate]:
    """The names with one body or none each, and with their countries."""
    told = [_told(sheet, name) for name in names]
    decided = [_decide(sheet, told, place) for place in range(len(told))]
    countries = {_called(sheet, n): n.country for n in reversed(decided) if n.country}
    return [_guess(sheet, name, countries.get(_called(sheet, name))) for name in decided]


def _called(sheet: Sheet, name: Candidate) -> str:
    return name.full or sheet.text[name.start : name.end]


def _told(sheet: Sheet, name: Candidate) -> Candidate:
    """Keep the bodies that fit the words beside the name and the day of the article."""
    beside = country_beside(sheet, name)
    if not name.keys:
        return replace(name, country=name.country or (None if name.full else beside))
    keys = alive(sheet.page, name.keys)
    fitting = tuple(k for k in keys if bodies()[k].country == beside)
    if fitting:
        return replace(name, keys=fitting)
    foreign = beside not in {None, "XX"} and all(bodies()[k].country != "XX" for k in keys)
    if foreign and name.kinds <= _GENERIC and name.rule == "gazetteer" and not _names_home(sheet, name):
        return replace(name, keys=(), kind=bodies()[keys[0]].kind, country=beside, rule="structure")
    return replace(name, keys=keys)


def _names_home(sheet: Sheet, name: Candidate) -> bool:
    """Whether the name itself says whose it is: 한국수출입은행, 베트남 재무부."""
    return sheet.country(sheet.text[name.start : name.end].split()[0]) is not None


def _decide(sheet: Sheet, told: list[Candidate], place: int) -> Candidate:
    """One body for the name: one that the article names elsewhere, the partner's opposite, or the home side's."""
    name = told[place]
    if len(name.keys) < 2:
        return name
    sure = {n.keys[0] for n in told if len(n.keys) == 1}
    elsewhere = [k for k in name.keys if k in sure]
    if len(elsewhere) == 1:
        return replace(name, keys=(elsewhere[0],))
    home = sheet.lexis.words.home
    for side in (_other_side(sheet, told, place), home, "VN"):
        fitting = [k for k in name.keys if bodies()[k].country == side]
        if fitting:
            return replace(name, keys=(fitting[0],))
    return replace(name, keys=name.keys[:1])


def _other_side(sheet: Sheet, told: list[Candidate], place: int) -> str | None:
    """The side that the body leaves to which a dash or "with" joins the name: 산업통상자원부-산업무역부."""
    name = told[place]
    partner = None
    if place and _joined(sheet, told[place - 1], name):
        partner = told[place - 1]
    elif place + 1 < len(told) and _joined(sheet, name, told[place + 1]):
        partner = told[place + 1]
    if partner is None or len(partner.countries) != 1:
        return None
    return {"VN": "KR", "KR": "VN"}.get(next(iter(partner.countries)))


def _joined(sheet: Sheet, one: Candidate, other: Candidate) -> bool:
    between = sheet.text[one.end : other.start]
    tail = sheet.tail(one.last, one.end)
    return between in {"-", "–", "—", "↔", " - "} or (other.first == one.last + 1 and tail in sheet.lexis.partners)


def _guess(sheet: Sheet, name: Candidate, country: str | None) -> Candidate:
    """A name that nothing beside it places: as elsewhere in the article, after the state before, or at home."""
    if name.keys or name.country:
        return name
    called = sheet.text[name.start : name.end]
    foreign = name.rule in {"place", "acts"} and not called.endswith(sheet.lexis.domestic)
    if country is None and foreign and name.kinds == {"subnational"}:
        country = country_before(sheet, name)
    if country is None and not sheet.pair_before(name.last) and sheet.text[name.start] >= "가":
        country = sheet.lexis.words.home
    return replace(name, country=country)
