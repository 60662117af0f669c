"""Ministries by what they are for: "the Korean industry ministry", "the finance ministry in Seoul"; and ministers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.knowledge.organisations import body_words
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import AND, FOR, OF, THE, keys_of

_SMALL = frozenset({AND, OF, THE, FOR})


@cache
def _fields() -> list[tuple[str, list[tuple[str, ...]]]]:
    """Each ministry of the gazetteer with what its English names say it is for."""
    return [
        (key, [keys[keys.index("ministry") + 2 :] for keys in map(keys_of, body.en) if "ministry" in keys[:3]])
        for key, body in bodies().items()
        if body.kind == "ministry"
    ]


@cache
def ministries_for(field: tuple[str, ...]) -> tuple[str, ...]:
    """The ministries whose name has these words, those first in whose name they stand first."""
    found: dict[str, tuple[int, int]] = {}
    for key, names in _fields():
        for name in names:
            if name and all(word in name for word in field):
                place = (name.index(field[0]), len(name))
                found[key] = min(found.get(key, place), place)
    return tuple(sorted(found, key=lambda k: found[k]))


@cache
def _portfolios(language: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {keys_of(said): keys_of(meant) for said, meant in body_words(language).portfolios.items()}


def ministry_names(page: Page, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Every "industry ministry" (rule ``field``), "Industry Minister" and "Minister of Industry" (rule ``title``)."""
    for place in page.places_of(vocabulary.ministry | vocabulary.ministers):
        if page.words[place].key in vocabulary.ministry:
            yield from _named(page, (_field_start(page, vocabulary, place), place), place, "field")
            if page.words[place].text.islower() and (end := _field_end(page, vocabulary, place)) > place:
                yield from _named(page, (place, end), place, "field")  # "the ministry of health"
        else:
            yield from _named(page, (_field_start(page, vocabulary, place), place), place, "title")
            yield from _named(page, (place, _field_end(page, vocabulary, place)), place, "title")


def _named(page: Page, at: tuple[int, int], word: int, rule: str) -> Iterator[Candidate]:
    """The ministries for the field that the words ``at`` name beside the word for a ministry or its head."""
    field = tuple(page.words[p].key for p in range(at[0], at[1] + 1) if p != word)
    field = tuple(key for key in field if key not in {AND, OF, THE})
    keys = ministries_for(_portfolios(page.article.language).get(field, field)) if field else ()
    if keys:
        yield Candidate(*page.span(*at), *at, rule, keys, kind="ministry", rank=1 if rule == "field" else 0)


def as_ministry(page: Page, name: Candidate) -> Candidate:
    """The built name as the known ministry for its field: "Ministry of Labour of Vietnam", "Ministry of Culture"."""
    if name.kind != "ministry" or name.keys:
        return name
    keys = [page.words[p].key for p in range(name.first, name.last + 1)]
    behind = keys.index("ministry") + 1 if "ministry" in keys else len(keys)
    field = tuple(k for p, k in enumerate(keys) if p >= behind and k not in _SMALL and not _is_state(page, name, p))
    known = [k for k in ministries_for(field) if name.country in {None, bodies()[k].country}] if field else []
    return replace(name, keys=tuple(known), rule="field", country=None) if known else name


def _is_state(page: Page, name: Candidate, place: int) -> bool:
    return name.first + place in page.state_at


def _field_end(page: Page, vocabulary: Vocabulary, place: int) -> int:
    """The last word of "of Industry and Trade" behind the word "minister"; ``place`` where there is none."""
    words = page.words
    if place + 2 >= len(words) or words[place + 1].key not in {OF, FOR}:
        return place
    end, here = place, place + 2 + (words[place + 2].key == THE)
    while here < len(words) and words[here].gap in {" ", ", "}:
        if words[here].key != AND:
            if words[here].key not in vocabulary.fields:
                break
            end = here
        here += 1
    return end


def _field_start(page: Page, vocabulary: Vocabulary, place: int) -> int:
    """The first word of what a ministry is for, read leftwards from the word "ministry"."""
    words, first = page.words, place
    while first > 0 and words[first].gap in {" ", ", "}:
        before = words[first - 1]
        if before.key in vocabulary.fields:
            first -= 1
        elif before.key == AND and first > 1 and words[first - 2].key in vocabulary.topics and first < place:
            first -= 2
        else:
            break
    return first
