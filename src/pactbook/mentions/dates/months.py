"""The values of months."""

from __future__ import annotations

from pactbook.mentions.dates.reckoner import Reckoner, Slots
from pactbook.mentions.dates.slots import month_of, months_later, number
from pactbook.model import edtf


def one_month(r: Reckoner, slots: Slots) -> str | None:
    """A month, of the year said or of the nearest one."""
    month = month_of(r, slots)
    if "anyyear" in slots or "year" in slots or "yy" in slots:
        return edtf.month(r.slot_year(slots), month)
    return edtf.month(r.year_of_months(month, month), month)


def said_month(r: Reckoner, slots: Slots) -> str | None:
    """A month of the year told before: ``March of that year``."""
    year = r.said.year if r.said.year is not None else r.base.year if r.base else None
    return edtf.month(year, month_of(r, slots))


def month_with_dot(r: Reckoner, slots: Slots) -> str | None:
    """A month and its year with a dot between, as "tháng 8.2012"."""
    mon, year = slots["dotmonth"].split(".")
    return one_month(r, {**slots, "mon": mon, "year": year})


def month_beside(r: Reckoner, slots: Slots) -> str | None:
    """``last March``, ``next May``."""
    month, rel = month_of(r, slots), number(r, "rel", slots["rel"])
    if r.base is None:
        return edtf.month(None, month)
    if rel == 0:
        return edtf.month(r.base.year, month)
    passed = month < r.base.month if rel < 0 else month <= r.base.month
    return edtf.month(r.base.year + (passed if rel > 0 else -(not passed)), month)


def relative_month(r: Reckoner, slots: Slots) -> str | None:
    """``last month``, ``the following month``."""
    words = slots.get("anymonth") or slots["monthword"]
    since_said = r.words.value("month_said", words)
    known, later = (r.said.month, since_said) if since_said is not None else (r.base, None)
    if known is None:
        return None
    month = months_later(known, later if later is not None else number(r, "month_from_now", words))
    return edtf.month(month.year, month.month)


def month_range(r: Reckoner, slots: Slots) -> str | None:
    """From one month to another."""
    first, last = month_of(r, slots), month_of(r, slots, "2")
    far_year = r.slot_year(slots, "2")
    year = r.slot_year(slots)
    if far_year is None and year is not None:
        far_year = year + (last < first)
    if far_year is None:
        far_year = r.year_of_months(last, last) if first > last else r.year_of_span(first, last)
    if year is None and far_year is not None:
        year = far_year - (first > last)
    return edtf.interval(edtf.month(year, first), edtf.month(far_year, last))
