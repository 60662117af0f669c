"""Do two subjects speak of one object? Another province, other years or another thing set up make another deal."""

from __future__ import annotations

from pactbook.record.looks import Look
from pactbook.record.periods import span
from pactbook.record.points import Points

#: Years before its term in which a framework may be signed.
_AHEAD = 1


def where(left: Look, right: Look) -> Points:
    """The provinces and cities that the subjects name."""
    a, b = left.places, right.places
    if not a or not b:
        return Points(0, "a place is not told")
    if shared := a & b:
        return Points(1, f"both in: {', '.join(sorted(shared))}")
    return Points(-5, f"in other places: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def term(left: Look, right: Look) -> Points:
    """The years that the subjects say it runs for: a framework for the next years is the next framework."""
    a, b = left.term, right.term
    if not a or not b:
        return _before(a, right) or _before(b, left) or Points(0, "a term is not told")
    words = f"{a[0]}-{a[1]}; {b[0]}-{b[1]}"
    return Points(1, f"one term: {words}") if a == b else Points(-5, f"other terms: {words}")


def founded(left: Look, right: Look) -> Points:
    """The thing that is set up: a centre for minerals is not the cooperation on minerals."""
    a, b = left.founded, right.founded
    if a == b:
        return Points(0, "both or neither set something up")
    if a and b:
        return Points(-2, f"set up: {', '.join(sorted(a))}; {', '.join(sorted(b))}")
    return Points(-2, f"only one sets up: {', '.join(sorted(a | b))}")


def _before(told: tuple[int, int] | None, other: Look) -> Points | None:
    """What is dated years before a term begins is the framework of an earlier one."""
    when = span(other.date)
    if told is None or when is None or when[1].year >= told[0] - _AHEAD:
        return None
    return Points(-5, f"{other.date} is long before the term {told[0]}-{told[1]}")
