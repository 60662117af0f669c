"""Do two subjects speak of one object? Another province, other years or another thing set up make another deal."""

from __future__ import annotations

import re
from functools import lru_cache

from pactbook.knowledge.gazetteer import subnational_names
from pactbook.knowledge.likeness import founded_words, likeness
from pactbook.model.record import Telling
from pactbook.record.lineage import heir
from pactbook.record.periods import span
from pactbook.record.points import Points

#: Years before its term in which a framework may be signed.
_AHEAD = 1
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d) ?[-–∼~] ?((?:19|20)?\d\d)(?!\d)")


def where(left: Telling, right: Telling) -> Points:
    """The provinces and cities that the subjects name."""
    a, b = _places(left.claim.subject), _places(right.claim.subject)
    if not a or not b:
        return Points(0, "a place is not told")
    if shared := a & b:
        return Points(1, f"both in: {', '.join(sorted(shared))}")
    return Points(-5, f"in other places: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def term(left: Telling, right: Telling) -> Points:
    """The years that the subjects say it runs for: a framework for the next years is the next framework."""
    a, b = _term(left.claim.subject), _term(right.claim.subject)
    if not a or not b:
        return _before(a, right) or _before(b, left) or Points(0, "a term is not told")
    words = f"{a[0]}-{a[1]}; {b[0]}-{b[1]}"
    return Points(1, f"one term: {words}") if a == b else Points(-5, f"other terms: {words}")


def founded(left: Telling, right: Telling) -> Points:
    """The thing that is set up: a centre for minerals is not the cooperation on minerals."""
    a, b = _founded(left.claim.subject), _founded(right.claim.subject)
    if a == b:
        return Points(0, "both or neither set something up")
    if a and b:
        return Points(-2, f"set up: {', '.join(sorted(a))}; {', '.join(sorted(b))}")
    return Points(-2, f"only one sets up: {', '.join(sorted(a | b))}")


def _before(told: tuple[int, int] | None, other: Telling) -> Points | None:
    """What is dated years before a term begins is the framework of an earlier one."""
    when = span(other.claim.date)
    if told is None or when is None or when[1].year >= told[0] - _AHEAD:
        return None
    return Points(-5, f"{other.claim.date} is long before the term {told[0]}-{told[1]}")


@lru_cache(maxsize=1 << 16)
def _places(subject: str) -> frozenset[str]:
    return frozenset(heir(key) for hit in subnational_names().scan(subject) for key in hit.values)


@lru_cache(maxsize=1 << 16)
def _term(subject: str) -> tuple[int, int] | None:
    """First and last year of "2024-2030", "2012∼15"."""
    match = _SPAN.search(subject)
    if match is None:
        return None
    first, last = match.groups()
    return int(first), int(last if len(last) == 4 else first[:2] + last)


@lru_cache(maxsize=1 << 16)
def _founded(subject: str) -> frozenset[str]:
    named = {name for hit in founded_words().scan(subject) for name in hit.values}
    # A Korean compound ends with what it is: 공급망센터.
    ends = {name for name, words in likeness().founded.items() for w in words if w[0] >= "가" and w in subject}
    return frozenset(named | ends)
