"""Reckon a date's value from the words of its slots."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from pactbook.mentions.dates import days, months, year_parts, years
from pactbook.mentions.dates.reckoner import Reckoner, Slots


def value_of(reckoner: Reckoner, slots: Slots) -> str | None:
    """The EDTF value of ``slots``, or None where the words cannot be resolved."""
    reckon = _reading(frozenset(slots))
    try:
        return reckon(reckoner, slots)
    except (ValueError, OverflowError):  # 31 June, or a range that runs backwards
        return None


@lru_cache(maxsize=1_000)
def _reading(slots: frozenset[str]) -> Callable[[Reckoner, Slots], str | None]:
    """The first reading that finds all that it needs; there are few sets of slots."""
    return next((reckon for needed, reckon in _READINGS if slots.issuperset(needed)), _unknown)


def _unknown(r: Reckoner, slots: Slots) -> str | None:
    return None


#: Which slots are filled → how to read them; the first that fits.
_READINGS: tuple[tuple[tuple[str, ...], Callable[[Reckoner, Slots], str | None]], ...] = (
    (("weeks",), days.week),
    (("dotted",), days.dotted_day),
    (("dotdate",), days.day_with_dots),
    (("dotday",), days.day_with_dots),
    (("dotmonth",), months.month_with_dot),
    (("dayword",), days.relative_day),
    (("saidday",), days.said_day),
    (("holiday",), days.holiday),
    (("edgeday",), days.edge_day),
    (("yearend",), years.year_end),
    (("decade",), years.decade),
    (("quarter", "quarter2"), year_parts.quarters),
    (("end", "quarter"), year_parts.end_of_quarter),
    (("quarter",), year_parts.quarter),
    (("quarterword",), year_parts.relative_quarter),
    (("season",), year_parts.season),
    (("toquarter",), year_parts.to_quarter),
    (("tomon",), year_parts.to_month),
    (("half", "month"), months.one_month),
    (("half", "mon"), months.one_month),
    (("half",), year_parts.half),
    (("months", "month"), year_parts.months_to),
    (("months",), year_parts.first_months),
    (("quarters",), year_parts.first_quarters),
    (("days", "monthword"), days.first_days),
    (("days", "month"), days.first_days),
    (("days", "mon"), days.first_days),
    (("lastmonths",), year_parts.last_months),
    (("day", "day2", "mon"), days.day_range),
    (("day", "day2", "mon2"), days.day_range),
    (("day", "day2", "month"), days.day_range),
    (("day", "day2", "month2"), days.day_range),
    (("day", "mon"), days.one_day),
    (("day", "month"), days.one_day),
    (("day",), days.bare_day),
    (("month", "month2"), months.month_range),
    (("mon", "mon2"), months.month_range),
    (("that", "month"), months.said_month),
    (("rel", "month"), months.month_beside),
    (("rel", "mon"), months.month_beside),
    (("month",), months.one_month),
    (("mon",), months.one_month),
    (("anymonth",), months.relative_month),
    (("monthword",), months.relative_month),
    (("weekday", "weekword"), days.weekday_of_week),
    (("nthday",), days.day_of_month),
    (("weekday",), days.weekday),
    (("year", "yy2"), years.short_year_range),
    (("year", "year2"), years.year_range),
    (("yy",), years.short_year),
    (("end", "anyyear"), years.edge_of_year),
    (("start", "anyyear"), years.edge_of_year),
    (("start", "year"), years.edge_of_year),
    (("anyyear",), years.one_year),
    (("yearword",), years.one_year),
    (("year",), years.one_year),
)
