"""Dates of claims as days to compare."""

from __future__ import annotations

from functools import lru_cache

from pactbook.model.edtf import Bounds, bounds


@lru_cache(maxsize=1 << 16)
def span(value: str | None) -> Bounds | None:
    """First and last day of an EDTF date; None where there is none or its year is not known."""
    if not value:
        return None
    try:
        return bounds(value)
    except ValueError:
        return None


def days_apart(left: Bounds, right: Bounds) -> int:
    """Days between two spans; 0 where they share a day."""
    if left[0] > right[1]:
        return (left[0] - right[1]).days
    if right[0] > left[1]:
        return (right[0] - left[1]).days
    return 0


def iso(value: str | None) -> tuple[str | None, str | None]:
    """First and last day in ISO, for a database to compare."""
    found = span(value)
    return (found[0].isoformat(), found[1].isoformat()) if found else (None, None)


def exact(value: Bounds) -> bool:
    """Whether a span is a single day."""
    return value[0] == value[1]


def years(value: Bounds, most: int = 4) -> range:
    """The years that a span touches, at most so many: a deal dated "since 1992" is filed under its first years."""
    return range(value[0].year, min(value[1].year, value[0].year + most - 1) + 1)
