"""Unknown names among known ones: "KETI, Innovation Tech Lat, Korea Polytechnic University and ..."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.words import AND, THE

_COMMAS = {", ", "; "}


def listed_names(page: Page, names: Sequence[Candidate], runs: Iterable[tuple[int, int]]) -> Iterator[Candidate]:
    """Every one of ``runs`` in a list whose other members are bodies; it is what they are, if they agree.

    Of runs of capitals that may be names they are the first and the last words.
    """
    known = [n for n in names if n.rule != "place" and n.only() != "subnational"]
    ends = {n.last: n for n in known}
    starts = {n.first: n for n in known}
    for place, last in runs:
        if not place or place in starts or not starts.keys().isdisjoint(range(place + 1, last + 1)):
            continue
        before, behind = _before(page, place, ends), _behind(page, last, starts)
        if len(before) + len(behind) >= 2:
            one = _member(page, (place, last), [*before, *behind])
            ends[last] = one
            yield one


def _member(page: Page, at: tuple[int, int], others: Sequence[Candidate]) -> Candidate:
    kinds = set[str]().union(*(n.kinds() for n in others))
    countries = set[str]().union(*(n.countries() for n in others))
    kind = kinds.pop() if len(others) > 1 and len(kinds) == 1 else "company"
    country = countries.pop() if len(countries) == 1 else None
    return Candidate(*page.span(*at), *at, "list", kind=kind, country=country, rank=-1)


def _before(page: Page, place: int, ends: dict[int, Candidate]) -> list[Candidate]:
    """The members of the list that end right before word ``place``: two at most."""
    found: list[Candidate] = []
    while len(found) < 2 and (one := ends.get(_end_before(page, place, closing=not found))):
        found.append(one)
        place = one.first
    return found


def _end_before(page: Page, place: int, *, closing: bool) -> int:
    """The last word of the list's member before the one at word ``place``; -1 where no list goes on."""
    words, end = page.words, place - 1
    if end > 0 and words[end].key == THE:
        place, end = end, end - 1
    if closing and end > 0 and words[end].key == AND and words[place].gap == " ":
        return end - 1
    return end if words[place].gap in _COMMAS else -1


def _behind(page: Page, last: int, starts: dict[int, Candidate]) -> list[Candidate]:
    """The member of the list that starts right behind word ``last``, if there is one."""
    words, place = page.words, last + 1
    if place + 1 >= len(words):
        return []
    if words[place].gap in {*_COMMAS, " "} and words[place].key == AND:
        place += 1
    elif words[place].gap not in _COMMAS:
        return []
    place += words[place].key == THE
    return [starts[place]] if place in starts else []
