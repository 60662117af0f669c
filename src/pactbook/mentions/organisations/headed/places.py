"""Places with a government of their own: "tỉnh Gyeonggi", "TP. Hải Phòng", and their offices: "UBND tỉnh"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.grammar import Grammar, low, lows_of
from pactbook.mentions.organisations.headed.sheet import Sheet
from pactbook.mentions.organisations.page import Page


def built_places(sheet: Sheet, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every "huyện Boeun"; it is the place that the gazetteer knows where its class is one that the place has."""
    lands = {n.first: n for n in known if n.only() == "subnational"}
    for place in sheet.beginnings(sheet.grammar.places):
        class_end, last = sheet.place_at(place)
        if last < 0 or place in sheet.page.shouted or sheet.words[class_end + 1].text.isdigit():
            continue
        first = class_end + 1
        state = sheet.page.state_at.get(first)
        if (state is not None and state.form != "capital") or first in sheet.people:
            continue
        text = sheet.page.text[slice(*sheet.page.span(first, last))]
        land = next((n for p in (first, place) if (n := lands.get(p)) and n.last == last), None)
        keys = land.keys if land is not None else ()
        full = sheet.page.text[slice(*sheet.page.span(place, last))]
        keys = tuple(k for k in keys if _has_class(sheet, k, sheet.lows[place : class_end + 1]))
        keys = keys or _classed().get(tuple(sheet.lows[place : last + 1]), ())
        yield Candidate(
            *sheet.page.span(place, last),
            place,
            last,
            "place",
            keys,
            kind="subnational",
            rank=4,
            full=full,
            also=() if text.isupper() else (text,),
        )


@cache
def _classed() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Names of known places with their classes: ("quận", "mapo") → the district."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for key, body in bodies().items():
        for name in body.vi if body.kind == "subnational" else ():
            found.setdefault(lows_of(name), {})[key] = None
    return {lows: tuple(keys) for lows, keys in found.items()}


def _has_class(sheet: Sheet, key: str, lows: Sequence[str]) -> bool:
    """Whether the gazetteer calls the place by this class; an abbreviation may stand for any."""
    names = [lows_of(name) for name in bodies()[key].vi]
    classes = [name[: sheet.grammar.places.at(name, 0)] for name in names if sheet.grammar.places.at(name, 0)]
    return lows[0] in sheet.grammar.abbreviations or not classes or any(c[:1] == tuple(lows[:1]) for c in classes)


def is_word(page: Page, grammar: Grammar, name: Candidate) -> bool:
    """Whether the name is a word or a part of a longer one: "Hải dương", "Thái [Bình Dương]".

    So is a head with a state that points back: "Ngân hàng Hàn Quốc này" is no central bank.
    """
    behind = page.words[name.last + 1] if name.last + 1 < len(page.words) else None
    if behind is not None and behind.gap == " " and low(behind.text) in grammar.pointers:
        return name.rule == "gazetteer" and page.is_state(name.last)
    if name.rule != "gazetteer" or name.only() != "subnational":
        return False
    lows = [low(word.text) for word in page.words[max(0, name.first - 4) : name.last + 1]]
    if any(word.text.islower() for word in page.words[name.first : name.last + 1]):
        return not grammar.places.among(lows, 0, len(lows))
    return grammar.worldwide.before(lows, len(lows)) > name.last - name.first + 1


def offices(sheet: Sheet, names: Sequence[Candidate], places: Sequence[Candidate]) -> list[Candidate]:
    """The names with governments as the places that they govern: "UBND tỉnh Hà Giang", and "UBND tỉnh" behind it."""
    return [_office(sheet, name, places) for name in names]


def _office(sheet: Sheet, name: Candidate, places: Sequence[Candidate]) -> Candidate:
    if name.rule != "structure" or name.only() != "subnational":
        return name
    length = sheet.grammar.executives.at(sheet.lows, name.first)
    if not length:
        return name
    first = name.first + length
    own = next((p for p in places if first <= p.first and p.last == name.last), None)
    if own is None and first <= name.last and not sheet.words[name.last].capital:
        own = _governed(sheet, name, first, places)
    if own is None:
        return name
    country = name.country if not own.keys else None
    return replace(name, keys=own.keys, full=own.full, rank=5, country=country, also=own.also)


def _governed(sheet: Sheet, name: Candidate, first: int, places: Sequence[Candidate]) -> Candidate | None:
    """The place that "UBND tỉnh" means: the last one of this class before it, or the first behind it."""
    same = [p for p in places if _is_class(sheet, p, sheet.lows[first]) and name.country in {None, *_sides(p)}]
    before = [p for p in same if p.last < name.first]
    return before[-1] if before else (same[0] if same else None)


def _is_class(sheet: Sheet, place: Candidate, kind: str) -> bool:
    """Whether the place is a province, where "tỉnh" is asked for."""
    if place.rule == "place":
        return sheet.lows[place.first] == kind
    return any(lows_of(name)[:1] == (kind,) for key in place.keys for name in bodies()[key].vi)


def _sides(place: Candidate) -> frozenset[str]:
    return place.countries() or frozenset({"VN"})


def bare_places(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every "Boeun" of a "huyện Boeun"."""
    bases: dict[tuple[str, ...], Candidate] = {}
    for name in names:
        if name.rule == "place" and name.also:
            length = sheet.place_at(name.first)[0] + 1
            base = tuple(w.text for w in sheet.words[length : name.last + 1])
            if base and not (len(base) == 1 and sheet.surname(length) and len(sheet.surname(length)) > 1):
                bases.setdefault(base, name)
    firsts = {base[0] for base in bases}
    for place in sheet.page.capitals_of(firsts):
        if place in sheet.people:
            continue
        for base, name in bases.items():
            last = place + len(base) - 1
            if tuple(w.text for w in sheet.words[place : last + 1]) == base and _alone(sheet, place, last):
                start, end = sheet.page.span(place, last)
                yield replace(name, start=start, end=end, first=place, last=last, rank=0, also=(), rule="place")


def _alone(sheet: Sheet, first: int, last: int) -> bool:
    """Whether no capitals stand right around the words."""
    before = first and sheet.words[first - 1].capital and sheet.words[first].joined
    after = last + 1 < len(sheet) and sheet.words[last + 1].capital and sheet.words[last + 1].joined
    return not (before and not sheet.small(first - 1) and sheet.words[first].gap == "-") and not after
