"""Ministries by what they are for: "the Korean industry ministry", "the finance ministry in Seoul"; and ministers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pactbook.knowledge.gazetteer import bodies
from pactbook.knowledge.organisations import body_words
from pactbook.mentions.candidate import Candidate
from pactbook.mentions.page import Page
from pactbook.mentions.vocabulary import Vocabulary
from pactbook.mentions.words import keys_of


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
    """Every "industry ministry" (rule ``field``) and every "Industry Minister" (rule ``title``)."""
    for place, word in enumerate(page.words):
        if word.key not in vocabulary.ministry and word.key not in vocabulary.ministers:
            continue
        first = _field_start(page, vocabulary, place)
        if first == place:
            continue
        field = tuple(w.key for w in page.words[first:place] if w.key != "and")
        keys = ministries_for(_portfolios(page.article.language).get(field, field))
        if keys:
            rule, rank = ("field", 1) if word.key in vocabulary.ministry else ("title", 0)
            yield Candidate(*page.span(first, place), first, place, rule, keys, kind="ministry", rank=rank)


def _field_start(page: Page, vocabulary: Vocabulary, place: int) -> int:
    """The first word of what a ministry is for, read leftwards from the word "ministry"."""
    words, first = page.words, place
    while first > 0 and words[first].gap in {" ", ", "}:
        before = words[first - 1]
        if before.key in vocabulary.fields:
            first -= 1
        elif before.key == "and" and first > 1 and words[first - 2].key in vocabulary.topics and first < place:
            first -= 2
        else:
            break
    return first
