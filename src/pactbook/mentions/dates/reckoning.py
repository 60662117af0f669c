"""Reckon a date's value from the words of its slots."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from pactbook.mentions.dates.reckoner import EARLY_STATISTICS, Reckoner, Slots, day_or_none, month_span
from pactbook.model import edtf


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


def _number(r: Reckoner, kind: str, words: str) -> int:
    number = r.words.value(kind, words.rstrip("."))
    if number is None:
        raise ValueError(f"{words!r} is no {kind}")
    return number


def _month(r: Reckoner, slots: Slots, far: str = "") -> int:
    if f"mon{far}" in slots:
        return int(slots[f"mon{far}"])
    return _number(r, "month", slots[f"month{far}"])


def _day(words: str) -> int:
    return int("".join(c for c in words if c.isdigit()))


# --- days


def _one_day(r: Reckoner, slots: Slots) -> str | None:
    month, day = _month(r, slots), _day(slots["day"])
    year = r.slot_year(slots)
    if year is None and ("anyyear" in slots or (year := r.year_of_day(month, day)) is None):
        return edtf.month_day(month, day)
    return edtf.day(date(year, month, day))


def _dotted_day(r: Reckoner, slots: Slots) -> str | None:
    """``2018.03.23`` or ``'18. 3. 23``."""
    year, month, day = (part.strip() for part in slots["dotted"].split("."))
    return edtf.day(date(r.year(year) or 0, int(month), int(day)))


def _day_with_dots(r: Reckoner, slots: Slots) -> str | None:
    """``23.6`` or ``23.6.2023``."""
    day, mon, *year = (slots.get("dotdate") or slots["dotday"]).split(".")
    return _one_day(r, {**slots, "day": day, "mon": mon} | ({"year": year[0]} if year else {}))


def _bare_day(r: Reckoner, slots: Slots) -> str | None:
    """A day of a month that is not named: the nearest such day, or the one behind or ahead where a word says so."""
    month = _month_of_bare_day(r, slots)
    if month is None:
        return None
    first = edtf.day(month.replace(day=_day(slots["day"])))
    if "day2" not in slots:
        return first
    return edtf.interval(first, edtf.day(month.replace(day=_day(slots["day2"]))))


def _month_of_bare_day(r: Reckoner, slots: Slots) -> date | None:
    if "monthword" in slots:
        value = _relative_month(r, slots)
        bounds = edtf.bounds(value) if value else None
        return bounds[0] if bounds else None
    if r.base is None:
        return None
    day, rel = _day(slots["day"]), _number(r, "rel", slots["rel"]) if "rel" in slots else None
    base = r.base
    months = [_months_later(base, n) for n in (-1, 0, 1)]
    days = [d for m in months if (d := day_or_none(m.year, m.month, day))]
    if rel:
        days = [d for d in days if (d >= base if rel > 0 else d <= base)]
    nearest = min(days, key=lambda d: abs((d - base).days), default=None)
    return nearest.replace(day=1) if nearest else None


def _months_later(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _day_range(r: Reckoner, slots: Slots) -> str | None:
    far_month = _month(r, slots, "2") if "month2" in slots or "mon2" in slots else _month(r, slots)
    month = _month(r, slots) if "month" in slots or "mon" in slots else far_month
    first, last = _day(slots["day"]), _day(slots["day2"])
    far_year = r.slot_year(slots, "2") or r.slot_year(slots) or r.year_of_day(far_month, last)
    if far_year is None:
        return edtf.interval(edtf.month_day(month, first), edtf.month_day(far_month, last))
    year = r.slot_year(slots) or (far_year - 1 if month > far_month else far_year)
    return edtf.interval(edtf.day(date(year, month, first)), edtf.day(date(far_year, far_month, last)))


def _weekday(r: Reckoner, slots: Slots) -> str | None:
    if r.base is None:
        return None
    ahead = (_number(r, "weekday", slots["weekday"]) - 1 - r.base.weekday()) % 7
    rel = r.words.value("rel", slots["rel"]) if "rel" in slots else None
    if rel == 1 or (rel == 0 and r.tense != "past"):
        return edtf.day(r.base + timedelta(days=ahead or 7 * (rel == 1)))
    if rel == -1:
        return edtf.day(r.base - timedelta(days=7 - ahead))
    if ahead == 0 or r.tense == "future":
        return edtf.day(r.base + timedelta(days=ahead))
    return edtf.day(r.base - timedelta(days=7 - ahead))


def _weekday_of_week(r: Reckoner, slots: Slots) -> str | None:
    if r.base is None:
        return None
    monday = r.base - timedelta(days=r.base.weekday() - 7 * _number(r, "week_from_now", slots["weekword"]))
    return edtf.day(monday + timedelta(days=_number(r, "weekday", slots["weekday"]) - 1))


def _day_of_month(r: Reckoner, slots: Slots) -> str | None:
    return _bare_day(r, {"day": slots["nthday"]})


def _relative_day(r: Reckoner, slots: Slots) -> str | None:
    today = r.today or r.base
    return edtf.day(today + timedelta(days=_number(r, "day_from_now", slots["dayword"]))) if today else None


def _said_day(r: Reckoner, slots: Slots) -> str | None:
    day = r.said.day or r.base
    return edtf.day(day + timedelta(days=_number(r, "day_said", slots["saidday"]))) if day else None


def _holiday(r: Reckoner, slots: Slots) -> str | None:
    month, day = divmod(_number(r, "holiday", slots["holiday"]), 100)
    year = r.slot_year(slots)
    if year is None and (year := r.year_of_day(month, day)) is None:
        return edtf.month_day(month, day)
    return edtf.day(date(year, month, day))


# --- months


def _one_month(r: Reckoner, slots: Slots) -> str | None:
    month = _month(r, slots)
    if "anyyear" in slots or "year" in slots or "yy" in slots:
        return edtf.month(r.slot_year(slots), month)
    return edtf.month(r.year_of_months(month, month), month)


def _said_month(r: Reckoner, slots: Slots) -> str | None:
    year = r.said.year if r.said.year is not None else r.base.year if r.base else None
    return edtf.month(year, _month(r, slots))


def _month_beside(r: Reckoner, slots: Slots) -> str | None:
    month, rel = _month(r, slots), _number(r, "rel", slots["rel"])
    if r.base is None:
        return edtf.month(None, month)
    if rel == 0:
        return edtf.month(r.base.year, month)
    passed = month < r.base.month if rel < 0 else month <= r.base.month
    return edtf.month(r.base.year + (passed if rel > 0 else -(not passed)), month)


def _relative_month(r: Reckoner, slots: Slots) -> str | None:
    words = slots.get("anymonth") or slots["monthword"]
    since_said = r.words.value("month_said", words)
    known, later = (r.said.month, since_said) if since_said is not None else (r.base, None)
    if known is None:
        return None
    month = _months_later(known, later if later is not None else _number(r, "month_from_now", words))
    return edtf.month(month.year, month.month)


def _month_range(r: Reckoner, slots: Slots) -> str | None:
    first, last = _month(r, slots), _month(r, slots, "2")
    far_year = r.slot_year(slots, "2")
    year = r.slot_year(slots)
    if far_year is None and year is not None:
        far_year = year + (last < first)
    if far_year is None:
        far_year = r.year_of_months(last, last) if first > last else r.year_of_span(first, last)
    if year is None and far_year is not None:
        year = far_year - (first > last)
    return edtf.interval(edtf.month(year, first), edtf.month(far_year, last))


# --- parts of years


def _is_at_hand(r: Reckoner, start: date) -> bool:
    """Whether a part of the year that is not over is meant all the same, in the languages that say so of another."""
    ahead = r.words.parts_ahead
    return ahead is not None and r.base is not None and (start - r.base).days <= ahead


def _part(r: Reckoner, slots: Slots, first: int, last: int, far: str = "") -> str | None:
    """Months ``first`` to ``last`` of the year said, or of the nearest year whose figures can be known."""
    year = r.slot_year(slots, far)
    if year is None and (f"anyyear{far}" in slots or f"year{far}" in slots):
        return None
    if year is None:
        if r.base is None:
            return edtf.interval(edtf.month(None, first), edtf.month(None, last))
        year = r.base.year
        span = month_span(year, first, last)
        if r.tense == "future":
            year += span[1] < r.base
        elif span[1] > r.base + EARLY_STATISTICS and not _is_at_hand(r, span[0]):
            year -= 1
    return edtf.interval(edtf.month(year, first), edtf.month(year, last))


def _quarter(r: Reckoner, slots: Slots) -> str | None:
    number = _number(r, "nth", slots["quarter"]) % 5  # the last one, -1, is the fourth
    return _part(r, slots, 3 * number - 2, 3 * number)


def _relative_quarter(r: Reckoner, slots: Slots) -> str | None:
    """The quarter of the publication, or one before or after it."""
    if r.base is None:
        return None
    count = r.base.year * 4 + (r.base.month - 1) // 3 + _number(r, "quarter_from_now", slots["quarterword"])
    year, quarter = divmod(count, 4)
    return edtf.interval(edtf.month(year, 3 * quarter + 1), edtf.month(year, 3 * quarter + 3))


def _season(r: Reckoner, slots: Slots) -> str | None:
    """The three months of a season from its first one on: winter ends in the next year."""
    first = _number(r, "season", slots["season"])
    year, rel = r.slot_year(slots), _number(r, "rel", slots["rel"]) if "rel" in slots else None
    if year is None and ("anyyear" in slots or r.base is None):
        return None
    if year is None and r.base is not None:
        known = r.year_of_months(first, min(first + 2, 12)) if rel is None else r.base.year
        year = known if known is not None else r.base.year
        started = date(year, first, 1) <= r.base
        year += (rel == 1 and started) - (rel == -1 and not started)
    last = _months_later(date(year or 0, first, 1), 2)
    return edtf.interval(edtf.month(year, first), edtf.month(last.year, last.month))


def _end_of_quarter(r: Reckoner, slots: Slots) -> str | None:
    quarter = _quarter(r, slots)
    return quarter.rsplit("/", 1)[-1] if quarter else None


def _quarters(r: Reckoner, slots: Slots) -> str | None:
    first, last = (_number(r, "nth", slots[q]) % 5 for q in ("quarter", "quarter2"))
    return _part(r, slots, 3 * first - 2, 3 * last, "2")


def _half(r: Reckoner, slots: Slots) -> str | None:
    number = _number(r, "nth", slots["half"]) % 3
    return _part(r, slots, 6 * number - 5, 6 * number)


def _first_months(r: Reckoner, slots: Slots) -> str | None:
    return _part(r, slots, 1, _number(r, "count", slots["months"]))


def _months_to(r: Reckoner, slots: Slots) -> str | None:
    """So many months that end with one: "the six months to June"."""
    last = _month(r, slots)
    year = r.slot_year(slots)
    if year is None:
        year = r.year_of_span(last, last)
    if year is None:
        return None
    first = _months_later(date(year, last, 1), 1 - _number(r, "count", slots["months"]))
    return edtf.interval(edtf.month(first.year, first.month), edtf.month(year, last))


def _to_quarter(r: Reckoner, slots: Slots) -> str | None:
    return _part(r, slots, 1, 3 * _number(r, "nth", slots["toquarter"]))


def _to_month(r: Reckoner, slots: Slots) -> str | None:
    return _part(r, slots, 1, int(slots["tomon"]))


def _last_months(r: Reckoner, slots: Slots) -> str | None:
    return _part(r, slots, 13 - _number(r, "count", slots["lastmonths"]), 12)


# --- years


def _year_range(r: Reckoner, slots: Slots) -> str | None:
    return edtf.interval(slots["year"], slots["year2"])


def _short_year_range(r: Reckoner, slots: Slots) -> str | None:
    return edtf.interval(slots["year"], slots["year"][:2] + slots["yy2"])


def _short_year(r: Reckoner, slots: Slots) -> str | None:
    return edtf.year(r.slot_year(slots) or 0)


def _decade(r: Reckoner, slots: Slots) -> str | None:
    return edtf.decade(int(slots["decade"]))


def _edge_of_year(r: Reckoner, slots: Slots) -> str | None:
    year = r.slot_year(slots)
    return None if year is None else edtf.month(year, 12 if "end" in slots else 1)


def _year_end(r: Reckoner, slots: Slots) -> str | None:
    if r.base is None:
        return None
    past = "rel" in slots and _number(r, "rel", slots["rel"]) < 0
    return edtf.month(r.base.year - (past and r.base.month < 12), 12)


def _one_year(r: Reckoner, slots: Slots) -> str | None:
    year = r.year(slots.get("yearword") or slots.get("anyyear") or slots.get("year"))
    return None if year is None else edtf.year(year)


def _unknown(r: Reckoner, slots: Slots) -> str | None:
    return None


#: Which slots are filled → how to read them; the first that fits.
_READINGS: tuple[tuple[tuple[str, ...], Callable[[Reckoner, Slots], str | None]], ...] = (
    (("weeks",), _unknown),
    (("dotted",), _dotted_day),
    (("dotdate",), _day_with_dots),
    (("dotday",), _day_with_dots),
    (("dayword",), _relative_day),
    (("saidday",), _said_day),
    (("holiday",), _holiday),
    (("yearend",), _year_end),
    (("decade",), _decade),
    (("quarter", "quarter2"), _quarters),
    (("end", "quarter"), _end_of_quarter),
    (("quarter",), _quarter),
    (("quarterword",), _relative_quarter),
    (("season",), _season),
    (("toquarter",), _to_quarter),
    (("tomon",), _to_month),
    (("half", "month"), _one_month),
    (("half", "mon"), _one_month),
    (("half",), _half),
    (("months", "month"), _months_to),
    (("months",), _first_months),
    (("lastmonths",), _last_months),
    (("day", "day2", "mon"), _day_range),
    (("day", "day2", "mon2"), _day_range),
    (("day", "day2", "month"), _day_range),
    (("day", "day2", "month2"), _day_range),
    (("day", "mon"), _one_day),
    (("day", "month"), _one_day),
    (("day",), _bare_day),
    (("month", "month2"), _month_range),
    (("mon", "mon2"), _month_range),
    (("that", "month"), _said_month),
    (("rel", "month"), _month_beside),
    (("rel", "mon"), _month_beside),
    (("month",), _one_month),
    (("mon",), _one_month),
    (("anymonth",), _relative_month),
    (("monthword",), _relative_month),
    (("weekday", "weekword"), _weekday_of_week),
    (("nthday",), _day_of_month),
    (("weekday",), _weekday),
    (("year", "yy2"), _short_year_range),
    (("year", "year2"), _year_range),
    (("yy",), _short_year),
    (("end", "anyyear"), _edge_of_year),
    (("start", "anyyear"), _edge_of_year),
    (("start", "year"), _edge_of_year),
    (("anyyear",), _one_year),
    (("yearword",), _one_year),
    (("year",), _one_year),
)
