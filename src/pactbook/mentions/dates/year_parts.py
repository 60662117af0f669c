"""The values of parts of years: quarters, halves, seasons, months counted from the new year."""

from __future__ import annotations

from datetime import date, timedelta

from pactbook.mentions.dates.reckoner import EARLY_STATISTICS, Reckoner, Slots, month_span
from pactbook.mentions.dates.slots import month_of, months_later, number
from pactbook.model import edtf

#: A part of the year that was over so shortly before is the one meant, whatever is said to come of it.
_JUST_OVER = timedelta(days=60)

#: Quarters of a year.
QUARTERS = 4


def _is_at_hand(r: Reckoner, start: date, *, quarter: bool) -> bool:
    """Whether a part of the year that is not over is meant all the same, in the languages that say so of another.

    Where verbs stand before their dates, it is a quarter, and of no verb of the past: "bán hàng từ quý IV".
    """
    ahead = r.words.parts_ahead
    if not r.words.head_final and (r.tense == "past" or not quarter):
        return False
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
            year += span[1] < r.base - _JUST_OVER
        elif span[1] > r.base + EARLY_STATISTICS and not _is_at_hand(r, span[0], quarter="quarter" in slots):
            year -= 1
    return edtf.interval(edtf.month(year, first), edtf.month(year, last))


def quarter(r: Reckoner, slots: Slots) -> str | None:
    """A quarter of a year."""
    which = number(r, "nth", slots["quarter"]) % 5  # the last one, -1, is the fourth
    return _part(r, slots, 3 * which - 2, 3 * which)


def relative_quarter(r: Reckoner, slots: Slots) -> str | None:
    """The quarter of the publication, or one before or after it."""
    if r.base is None:
        return None
    count = r.base.year * 4 + (r.base.month - 1) // 3 + number(r, "quarter_from_now", slots["quarterword"])
    year, nth = divmod(count, 4)
    return edtf.interval(edtf.month(year, 3 * nth + 1), edtf.month(year, 3 * nth + 3))


def season(r: Reckoner, slots: Slots) -> str | None:
    """The three months of a season from its first one on: winter ends in the next year."""
    first = number(r, "season", slots["season"])
    year, rel = r.slot_year(slots), number(r, "rel", slots["rel"]) if "rel" in slots else None
    if year is None and ("anyyear" in slots or r.base is None):
        return None
    if year is None and r.base is not None:
        known = r.year_of_months(first, min(first + 2, 12)) if rel is None else r.base.year
        year = known if known is not None else r.base.year
        started = date(year, first, 1) <= r.base
        year += (rel == 1 and started) - (rel == -1 and not started)
    last = months_later(date(year or 0, first, 1), 2)
    return edtf.interval(edtf.month(year, first), edtf.month(last.year, last.month))


def end_of_quarter(r: Reckoner, slots: Slots) -> str | None:
    """The last month of a quarter."""
    whole = quarter(r, slots)
    return whole.rsplit("/", 1)[-1] if whole else None


def quarters(r: Reckoner, slots: Slots) -> str | None:
    """From one quarter to another."""
    first, last = (number(r, "nth", slots[q]) % 5 for q in ("quarter", "quarter2"))
    return _part(r, slots, 3 * first - 2, 3 * last, "2")


def half(r: Reckoner, slots: Slots) -> str | None:
    """A half of a year."""
    which = number(r, "nth", slots["half"]) % 3
    return _part(r, slots, 6 * which - 5, 6 * which)


def first_months(r: Reckoner, slots: Slots) -> str | None:
    """``the first five months``."""
    return _part(r, slots, 1, number(r, "count", slots["months"]))


def first_quarters(r: Reckoner, slots: Slots) -> str | None:
    """``the first three quarters``; "the last three" are not read."""
    count = number(r, "count", slots["quarters"])
    return _part(r, slots, 1, 3 * count) if 1 < count <= QUARTERS else None


def months_to(r: Reckoner, slots: Slots) -> str | None:
    """So many months that end with one: "the six months to June"."""
    last = month_of(r, slots)
    year = r.slot_year(slots)
    if year is None:
        year = r.year_of_span(last, last)
    if year is None:
        return None
    first = months_later(date(year, last, 1), 1 - number(r, "count", slots["months"]))
    return edtf.interval(edtf.month(first.year, first.month), edtf.month(year, last))


def to_quarter(r: Reckoner, slots: Slots) -> str | None:
    """From the new year to the end of a quarter."""
    return _part(r, slots, 1, 3 * number(r, "nth", slots["toquarter"]))


def to_month(r: Reckoner, slots: Slots) -> str | None:
    """From the new year to the end of a month."""
    return _part(r, slots, 1, int(slots["tomon"]))


def last_months(r: Reckoner, slots: Slots) -> str | None:
    """``the last two months`` of a year."""
    return _part(r, slots, 13 - number(r, "count", slots["lastmonths"]), 12)
