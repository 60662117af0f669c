"""What a subject names: places, the years that something runs for, a thing that is set up."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pactbook.knowledge.gazetteer import bodies, subnational_names
from pactbook.knowledge.likeness import founded_words, likeness
from pactbook.record.lineage import heir
from pactbook.text.fold import fold_name

_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d) ?[-–∼~] ?((?:19|20)?\d\d)(?!\d)")


@lru_cache(maxsize=1 << 14)
def places_in(subject: str) -> frozenset[str]:
    """Provinces and cities, by id."""
    return frozenset(heir(key) for hit in subnational_names().scan(subject) for key in hit.values)


def same_place(one: str, other: str) -> bool:
    """Whether two places are one, by whatever names and in whatever language."""
    if fold_name(one) == fold_name(other):
        return True
    return bool(known := _called(one)) and known == _called(other)


@lru_cache(maxsize=1 << 14)
def _called(place: str) -> frozenset[str]:
    """The ids of the provinces and cities that have just this name."""
    return _place_names().get(fold_name(place), frozenset())


@cache
def _place_names() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, body in bodies().items():
        if body.kind == "subnational":
            for name in (*body.en, *body.vi, *body.ko, *body.short):
                found.setdefault(fold_name(name), set()).add(heir(key))
    return {name: frozenset(ids) for name, ids in found.items()}


@lru_cache(maxsize=1 << 14)
def term_in(subject: str) -> tuple[int, int] | None:
    """First and last year of "2024-2030", "2012∼15"."""
    match = _SPAN.search(subject)
    if match is None:
        return None
    first, last = match.groups()
    return int(first), int(last if len(last) == 4 else first[:2] + last)


@lru_cache(maxsize=1 << 14)
def founded_in(subject: str) -> frozenset[str]:
    """Things that are set up, by their key in ``common/likeness.toml``."""
    named = {name for hit in founded_words().scan(subject) for name in hit.values}
    # A Korean compound ends with what it is: 공급망센터.
    ends = {name for name, words in likeness().founded.items() for w in words if w[0] >= "가" and w in subject}
    return frozenset(named | ends)
