"""Dates as EDTF strings (ISO 8601-2), the part of it that news needs.

A value is a day ``2023-04-21``, a month ``2023-06``, a year ``2030``, a decade ``198X``, an interval of any two of
these ``2016/2025`` (one end may be open: ``/2023-04``), or a month or day whose year is unknown: ``XXXX-05``,
``XXXX-12-04``. Functions raise ValueError for anything else.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Literal

Bounds = tuple[date, date]
Precision = Literal["day", "month", "year", "decade", "interval", "unresolved"]

_SHAPE = re.compile(
    r"(?P<decade>\d{3})X|(?P<year>\d{4}|X{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?"
)
_LEAP = 2000


def day(when: date) -> str:
    """The value of one day: ``2023-04-21``."""
    return when.isoformat()


def month(year: int | None, number: int) -> str:
    """The value of one month, ``2023-06``, or ``XXXX-06`` where the year is not known."""
    return f"{year:04}-{number:02}" if year is not None else f"XXXX-{number:02}"


def month_day(number: int, in_month: int) -> str:
    """A day whose year is not known: ``XXXX-12-04``. Raises ValueError for a day that no month has."""
    return f"XXXX-{date(_LEAP, number, in_month):%m-%d}"


def year(number: int) -> str:
    """The value of one year: ``2030``."""
    return f"{number:04}"


def decade(number: int) -> str:
    """The decade that ``number`` is in: 1985 → ``198X``."""
    return f"{number // 10:03}X"


def interval(first: str, last: str) -> str:
    """From ``first`` to ``last``, both counted; two alike are one; raises ValueError where ``last`` is before."""
    if first == last:
        return first
    one, two = bounds(first), bounds(last)
    if one and two and one[0] > two[1]:
        raise ValueError(f"{last} is before {first}")
    return f"{first}/{last}"


@lru_cache(maxsize=10_000)
def precision(value: str) -> Precision:
    """How exact ``value`` is. Raises ValueError."""
    if "/" in value:
        bounds(value)
        return "interval"
    match = _match(value)
    if value.startswith("XXXX"):
        return "unresolved"
    if match["decade"]:
        return "decade"
    return "day" if match["day"] else "month" if match["month"] else "year"


@lru_cache(maxsize=5_000)
def bounds(value: str) -> Bounds | None:
    """The first and the last day that ``value`` covers; None where the year is unknown. Raises ValueError.

    >>> bounds("2024-01/2024-03")
    (datetime.date(2024, 1, 1), datetime.date(2024, 3, 31))
    """
    if "/" in value:
        return _interval_bounds(*value.split("/", 1))
    match = _match(value)
    if value.startswith("XXXX"):
        return None
    if match["decade"]:
        first = int(match["decade"]) * 10
        return date(first, 1, 1), date(first + 9, 12, 31)
    number = int(match["year"])
    if not match["month"]:
        return date(number, 1, 1), date(number, 12, 31)
    in_year = int(match["month"])
    if not match["day"]:
        return date(number, in_year, 1), date(number, in_year, monthrange(number, in_year)[1])
    when = date(number, in_year, int(match["day"]))
    return when, when


def is_edtf(value: str) -> bool:
    """Whether ``value`` is a date as this module writes it."""
    try:
        bounds(value)
    except ValueError:
        return False
    return True


def contains(outer: str, inner: str) -> bool:
    """Whether every day of ``inner`` is in ``outer``. An unknown year is contained in nothing but itself."""
    out, into = bounds(outer), bounds(inner)
    if out is None or into is None:
        return outer == inner
    return out[0] <= into[0] and into[1] <= out[1]


def compatible(one: str | None, two: str | None) -> bool:
    """Whether both can be true of the same event: they share a day, or nothing is known that parts them.

    >>> compatible("XXXX-05", "2023-05-02"), compatible("2022", "2023-01")
    (True, False)
    """
    if one is None or two is None:
        return True
    a, b = bounds(one), bounds(two)
    if a and b:
        return a[0] <= b[1] and b[0] <= a[1]
    return _month_days_meet(one, two)


def _match(value: str) -> re.Match[str]:
    match = _SHAPE.fullmatch(value)
    if not match or value == "XXXX" or value.startswith("000"):
        raise ValueError(f"not an EDTF date: {value!r}")
    if match["day"]:
        # A day that its month does not have is an error here, not later.
        date(_LEAP if value.startswith("XXXX") else int(match["year"]), int(match["month"]), int(match["day"]))
    return match


def _interval_bounds(first: str, last: str) -> Bounds | None:
    if not first and not last:
        raise ValueError("not an EDTF date: '/'")
    one = bounds(first) if first else (date.min, date.min)
    two = bounds(last) if last else (date.max, date.max)
    if one is None or two is None:
        return None
    if one[0] > two[1]:
        raise ValueError(f"{last} is before {first}")
    return one[0], two[1]


def _month_days_meet(one: str, two: str) -> bool:
    """Compare what is left when a year is missing; only single months and days can part two dates."""
    if "/" in one or "/" in two:
        return True
    a, b = _match(one), _match(two)
    if not a["month"] or not b["month"]:
        return True
    return a["month"] == b["month"] and (not a["day"] or not b["day"] or a["day"] == b["day"])
