"""Which of several bodies a Korean name means, and whose the others are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.choice import alive
from pactbook.mentions.organisations.korean.head_words import head_of
from pactbook.mentions.organisations.korean.lexis import is_hangul
from pactbook.mentions.organisations.korean.ordinary import is_ordinary
from pactbook.mentions.organisations.korean.origin import country_before, country_beside
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.korean.sounds import foreignness
from pactbook.mentions.organisations.vocabulary import vocabulary
from pactbook.text.fold import fold

#: Bodies of these kinds bear words that those of other states bear too.
_GENERIC = {"ministry", "agency", "subnational", "education", "hospital"}

#: How foreign the name of a firm must sound to be taken for one from abroad, with much English in such names; other
#: names need less, and so do those with which a deal is made.
_FIRM, _OTHER, _PARTNER = 1.5, 0.4, -0.5
#: So many names before and behind one may stand in its sentence.
_NEAR = 8
#: Latin letters in brackets behind a name.
_SPELLED = re.compile(r" ?\(([A-Z][^()]{2,40})\)")
#: So many syllables at the beginning make two names those of one house: 테크콤뱅크, 테크콤파이낸스.
_HOUSE = 3


def chosen(sheet: Sheet, names: Sequence[Candidate]) -> list[Candidate]:
    """The names with one body or none each, and with their countries."""
    told = [_told(sheet, name) for name in names]
    sure = frozenset(n.keys[0] for n in told if len(n.keys) == 1)
    decided = [_decide(sheet, told, place, sure) for place in range(len(told))]
    countries = {_called(sheet, n): n.country for n in reversed(decided) if n.country}
    for place, name in enumerate(decided):
        # Where the name is the other side of a deal tells more than a headline that only names it.
        if not name.keys and not name.country and _is_partner(sheet, name) and _is_opposite(decided, place):
            guessed = _guess(sheet, name, None, opposite=True).country
            if guessed is not None:
                countries.setdefault(_called(sheet, name), guessed)
    houses = {
        _called(sheet, n)[:_HOUSE]: n.country or next(iter(n.countries()))
        for n in decided
        if n.countries() and " " not in _called(sheet, n)
    }
    found: list[Candidate] = []
    for place, name in enumerate(decided):
        opposite = _is_opposite(decided, place)
        country = _elsewhere(sheet, name, countries, houses)
        if country is None and found and _is_across(sheet, found[-1], name):
            country = sheet.lexis.words.local
        found.append(_guess(sheet, name, country, opposite=opposite))
        if found[-1].country and name.rule != "place":
            countries.setdefault(_called(sheet, name), found[-1].country)
    return found


def _is_across(sheet: Sheet, one: Candidate, other: Candidate) -> bool:
    """Whether a dash joins an unknown firm to a body at home in a list of deals: 대우건설-사오도그룹."""
    home = one.country == sheet.lexis.words.home or one.countries() == {sheet.lexis.words.home}
    dashed = sheet.text[one.end : other.start] in {"-", "–", "—", "↔"}
    return home and dashed and other.rule == "structure" and not other.keys


def _is_partner(sheet: Sheet, name: Candidate) -> bool:
    return name.kinds() <= {"company"} and sheet.particle(name) in sheet.lexis.partners


def _is_opposite(names: Sequence[Candidate], place: int) -> bool:
    """Whether "with" behind the name tells of the other side: in 쯔엉안과 한빛이 it only joins the two."""
    return place + 1 == len(names) or names[place + 1].first > names[place].last + 1


def _elsewhere(
    sheet: Sheet, name: Candidate, countries: Mapping[str, str | None], houses: Mapping[str, str]
) -> str | None:
    """The country that the article gives the name elsewhere, or a firm of the same house."""
    called = _called(sheet, name)
    house = houses.get(called[:_HOUSE]) if name.only() == "company" and len(called) > _HOUSE else None
    return countries.get(called) or house


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
    if foreign and name.kinds() <= _GENERIC and name.rule == "gazetteer" and not _names_home(sheet, name):
        return replace(name, keys=(), kind=bodies()[keys[0]].kind, country=beside, rule="structure")
    return replace(name, keys=keys)


def _names_home(sheet: Sheet, name: Candidate) -> bool:
    """Whether the name itself says whose it is: 한국수출입은행, 베트남 재무부."""
    return sheet.country(sheet.text[name.start : name.end].split()[0]) is not None


def _decide(sheet: Sheet, told: list[Candidate], place: int, sure: frozenset[str]) -> Candidate:
    """One body for the name: one that the article names elsewhere, the partner's opposite, or the home side's."""
    name = told[place]
    if len(name.keys) < 2:
        return name
    opposite = _other_side(sheet, told, place)
    other = [k for k in name.keys if bodies()[k].country == opposite]
    if len(other) == 1:
        return replace(name, keys=(other[0],))
    # A sentence that names the other side's ministry in full means the own one: 산업통상부는 베트남 공상부에.
    beside = _beside(sheet, told, place)
    elsewhere = [k for k in name.keys if k in sure and k not in beside]
    if len(elsewhere) == 1:
        return replace(name, keys=(elsewhere[0],))
    home = sheet.lexis.words.home
    for side in (home, "VN"):
        fitting = [k for k in name.keys if bodies()[k].country == side]
        if fitting:
            return replace(name, keys=(fitting[0],))
    return replace(name, keys=name.keys[:1])


def _beside(sheet: Sheet, told: list[Candidate], place: int) -> frozenset[str]:
    """The bodies that other names of the sentence mean for sure."""
    name = told[place]
    first, end = sheet.page.sentence_of(name.first)
    near = [n for n in told[max(0, place - _NEAR) : place + _NEAR] if n is not name and first <= n.first < end]
    called = _called(sheet, name)
    return frozenset(n.keys[0] for n in near if len(n.keys) == 1 and _called(sheet, n) != called)


def _other_side(sheet: Sheet, told: list[Candidate], place: int) -> str | None:
    """The side that the body leaves to which a dash or "with" joins the name: 산업통상자원부-산업무역부."""
    name = told[place]
    partner = None
    if place and _joined(sheet, told[place - 1], name):
        partner = told[place - 1]
    elif place + 1 < len(told) and _joined(sheet, name, told[place + 1]):
        partner = told[place + 1]
    if partner is None or len(partner.countries()) != 1:
        return None
    return {"VN": "KR", "KR": "VN"}.get(next(iter(partner.countries())))


def _joined(sheet: Sheet, one: Candidate, other: Candidate) -> bool:
    between = sheet.text[one.end : other.start]
    tail = sheet.tail(one.last, one.end)
    return between in {"-", "–", "—", "↔", " - "} or (other.first == one.last + 1 and tail in sheet.lexis.partners)


def _guess(sheet: Sheet, name: Candidate, country: str | None, *, opposite: bool) -> Candidate:
    """A name that nothing beside it places: as elsewhere in the article, after the state before, or at home."""
    if name.keys or name.country:
        return name
    called = _called(sheet, name)
    foreign = not called.endswith(sheet.lexis.domestic)
    if country is None and foreign and name.rule in {"place", "acts"} and name.only() == "subnational":
        country = country_before(sheet, name)
    if country is None and name.only() == "subnational" and not foreign:
        country = sheet.lexis.words.home
    if country is None and name.only() == "subnational" and called.endswith(sheet.lexis.abroad):
        country = sheet.lexis.words.local
    if country is None and name.only() == "company":
        country = _by_house(called)
    if country is None and not sheet.pair_before(name.last):
        country = (
            _by_letters(sheet, name, opposite=opposite)
            if called[0].isascii()
            else _by_sound(sheet, name, opposite=opposite)
        )
    return replace(name, country=country)


def _by_house(called: str) -> str | None:
    """The country of the known firm with whose name another's begins: 제마뎁로지스틱스."""
    known = _houses()
    return next((known[called[:n]] for n in range(len(called) - 1, _HOUSE - 1, -1) if called[:n] in known), None)


@cache
def _houses() -> dict[str, str]:
    """Names of firms in Hangul → the country; none that firms of two countries share."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for body in bodies().values():
        for name in body.ko if body.kind == "company" else ():
            if len(name) >= _HOUSE and is_hangul(name) and found.setdefault(name, body.country) != body.country:
                shared.add(name)
    return {name: country for name, country in found.items() if name not in shared}


def _is_foreign(spelling: str) -> bool:
    """Whether a name in Latin letters is of Vietnamese syllables: Bach Mai, not Green Tech."""
    sounds, words = vocabulary("en").sounds.get("VN"), fold(spelling).split()
    return sounds is not None and len(words) > 1 and all(sounds.fullmatch(word) for word in words[:2])


def _by_letters(sheet: Sheet, name: Candidate, *, opposite: bool) -> str | None:
    """The country of the known body whose acronym begins the name: SHB파이낸스; other mixed names are at home."""
    called = sheet.text[name.start : name.end]
    letters = called[: next((n for n, c in enumerate(called) if not c.isascii()), len(called))]
    body = sheet.called.get(letters)
    if body is not None and len(body.countries()) == 1 and len(letters) > 1:
        return next(iter(body.countries()))
    partner = opposite and sheet.tail(name.last, name.end) in sheet.lexis.partners
    mixed = not called.isascii() and not partner
    return sheet.lexis.words.home if mixed or letters in sheet.lexis.words.brands else None


def _by_sound(sheet: Sheet, name: Candidate, *, opposite: bool) -> str | None:
    """Abroad for what sounds so, the sooner where it is the other side of a deal; else the press's own country."""
    words = sheet.lexis.words
    if name.rule == "form":
        return words.home
    if (spelled := _SPELLED.match(sheet.text, name.end)) is not None and _is_foreign(spelled[1]):
        return words.local
    bar = _FIRM if name.kinds() <= {"company"} else _OTHER
    if sheet.tail(name.last, name.end) in sheet.lexis.partners and opposite:
        bar = _PARTNER
    called = _called(sheet, name)
    if any(called[:n] in sheet.lexis.pairs and called.startswith(tuple(sheet.lexis.pairs), n) for n in (1, 2)):
        # 한베문화교류센터
        return words.home
    head = head_of(called.split()[-1], sheet.language)
    own = called.removesuffix(head[1] if head else "")
    if is_ordinary(own.replace(" ", ""), sheet.language):
        return words.home
    return words.local if foreignness(own, sheet.language) > bar else words.home
