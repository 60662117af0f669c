"""The values of days."""

from __future__ import annotations

from datetime import date, timedelta

from pactbook.mentions.dates.months import one_month, relative_month
from pactbook.mentions.dates.reckoner import Reckoner, Slots, day_or_none
from pactbook.mentions.dates.slots import day_of, month_of, months_later, number
from pactbook.mentions.dates.years import one_year
from pactbook.model import edtf


def one_day(r: Reckoner, slots: Slots) -> str | None:
    """A day and its month, of the year said or of the nearest one."""
    month, day = month_of(r, slots), day_of(slots["day"])
    year = r.slot_year(slots)
    if year is None and ("anyyear" in slots or (year := r.year_of_day(month, day)) is None):
        return edtf.month_day(month, day)
    return edtf.day(date(year, month, day))


def dotted_day(r: Reckoner, slots: Slots) -> str | None:
    """``2018.03.23`` or ``'18. 3. 23``."""
    year, month, day = (part.strip() for part in slots["dotted"].split("."))
    return edtf.day(date(r.year(year) or 0, int(month), int(day)))


def day_with_dots(r: Reckoner, slots: Slots) -> str | None:
    """``23.6`` or ``23.6.2023``."""
    day, mon, *year = (slots.get("dotdate") or slots["dotday"]).split(".")
    return one_day(r, {**slots, "day": day, "mon": mon} | ({"year": year[0]} if year else {}))


def bare_day(r: Reckoner, slots: Slots) -> str | None:
    """A day of a month that is not named: the nearest such day, or the one behind or ahead where a word says so."""
    month = _month_of_bare_day(r, slots)
    if month is None:
        return None
    first = edtf.day(month.replace(day=day_of(slots["day"])))
    if "day2" not in slots:
        return first
    return edtf.interval(first, edtf.day(month.replace(day=day_of(slots["day2"]))))


def _month_of_bare_day(r: Reckoner, slots: Slots) -> date | None:
    if "monthword" in slots:
        value = relative_month(r, slots)
        bounds = edtf.bounds(value) if value else None
        return bounds[0] if bounds else None
    if r.base is None:
        return None
    day, rel = day_of(slots["day"]), number(r, "rel", slots["rel"]) if "rel" in slots else None
    base = r.base
    months = [months_later(base, n) for n in (-1, 0, 1)]
    days = [d for m in months if (d := day_or_none(m.year, m.month, day))]
    if rel:
        days = [d for d in days if (d >= base if rel > 0 else d <= base)]
    nearest = min(days, key=lambda d: abs((d - base).days), default=None)
    return nearest.replace(day=1) if nearest else None


def day_range(r: Reckoner, slots: Slots) -> str | None:
    """Days of one month or of two."""
    far_month = month_of(r, slots, "2") if "month2" in slots or "mon2" in slots else month_of(r, slots)
    month = month_of(r, slots) if "month" in slots or "mon" in slots else far_month
    first, last = day_of(slots["day"]), day_of(slots["day2"])
    far_year = r.slot_year(slots, "2") or r.slot_year(slots) or r.year_of_day(far_month, last)
    if far_year is None:
        return edtf.interval(edtf.month_day(month, first), edtf.month_day(far_month, last))
    year = r.slot_year(slots) or (far_year - 1 if month > far_month else far_year)
    return edtf.interval(edtf.day(date(year, month, first)), edtf.day(date(far_year, far_month, last)))


def first_days(r: Reckoner, slots: Slots) -> str | None:
    """``the first 10 days of May``."""
    whole = relative_month(r, slots) if "monthword" in slots else one_month(r, slots)
    bounds = edtf.bounds(whole) if whole else None
    told = slots["days"]
    last = int(told) if told.isdecimal() else number(r, "count", told)
    if bounds is None or not whole or whole.startswith("X") or not 1 < last <= bounds[1].day:
        return None
    return edtf.interval(edtf.day(bounds[0].replace(day=1)), edtf.day(bounds[0].replace(day=last)))


def weekday(r: Reckoner, slots: Slots) -> str | None:
    """The nearest such day of the week, or the one behind or ahead where words say so."""
    if r.base is None:
        return None
    ahead = (number(r, "weekday", slots["weekday"]) - 1 - r.base.weekday()) % 7
    rel = r.words.value("rel", slots["rel"]) if "rel" in slots else None
    if rel == 1 or (rel == 0 and r.tense != "past"):
        return edtf.day(r.base + timedelta(days=ahead or 7 * (rel == 1)))
    if rel == -1:
        return edtf.day(r.base - timedelta(days=7 - ahead))
    if ahead == 0 or r.tense == "future":
        return edtf.day(r.base + timedelta(days=ahead))
    return edtf.day(r.base - timedelta(days=7 - ahead))


def weekday_of_week(r: Reckoner, slots: Slots) -> str | None:
    """A day of this week, or of one before or after it."""
    if r.base is None:
        return None
    monday = r.base - timedelta(days=r.base.weekday() - 7 * number(r, "week_from_now", slots["weekword"]))
    return edtf.day(monday + timedelta(days=number(r, "weekday", slots["weekday"]) - 1))


def week(r: Reckoner, slots: Slots) -> str | None:
    """The week before, this week or the next one, from Monday to Sunday."""
    if r.base is None:
        return None
    monday = r.base - timedelta(days=r.base.weekday() - 7 * number(r, "week_from_now", slots["weeks"]))
    return edtf.interval(edtf.day(monday), edtf.day(monday + timedelta(days=6)))


def day_of_month(r: Reckoner, slots: Slots) -> str | None:
    """``the 23rd``, with no month."""
    return bare_day(r, {"day": slots["nthday"]})


def relative_day(r: Reckoner, slots: Slots) -> str | None:
    """``today``, ``yesterday``."""
    today = r.today or r.base
    return edtf.day(today + timedelta(days=number(r, "day_from_now", slots["dayword"]))) if today else None


def said_day(r: Reckoner, slots: Slots) -> str | None:
    """``that day``, ``the next day``: reckoned from the day told before."""
    day = r.said.day or r.base
    return edtf.day(day + timedelta(days=number(r, "day_said", slots["saidday"]))) if day else None


def edge_day(r: Reckoner, slots: Slots) -> str | None:
    """``the last day of 2013``, ``the first day of May``."""
    if "month" in slots:
        value = one_month(r, slots)
    else:
        value = relative_month(r, slots) if "monthword" in slots else one_year(r, slots)
    limits = edtf.bounds(value) if value else None
    if limits is None:
        return None
    return edtf.day(limits[0] if number(r, "edge", slots["edgeday"]) > 0 else limits[1])


def holiday(r: Reckoner, slots: Slots) -> str | None:
    """A day that has a name."""
    month, day = divmod(number(r, "holiday", slots["holiday"]), 100)
    year = r.slot_year(slots)
    if year is None and (year := r.year_of_day(month, day)) is None:
        return edtf.month_day(month, day)
    return edtf.day(date(year, month, day))
