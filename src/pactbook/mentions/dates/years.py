"""The values of years, ranges of them and their edges."""

from __future__ import annotations

from pactbook.mentions.dates.reckoner import Reckoner, Slots
from pactbook.mentions.dates.slots import number
from pactbook.model import edtf


def year_range(r: Reckoner, slots: Slots) -> str | None:
    """From one year to another."""
    return edtf.interval(slots["year"], slots["year2"])


def short_year_range(r: Reckoner, slots: Slots) -> str | None:
    """``2016-20``."""
    return edtf.interval(slots["year"], slots["year"][:2] + slots["yy2"])


def short_year(r: Reckoner, slots: Slots) -> str | None:
    """``'18``."""
    return edtf.year(r.slot_year(slots) or 0)


def decade(r: Reckoner, slots: Slots) -> str | None:
    """``the 1990s``."""
    return edtf.decade(int(slots["decade"]))


def edge_of_year(r: Reckoner, slots: Slots) -> str | None:
    """``early 2022``, ``end-2022``: its first or its last month."""
    year = r.slot_year(slots)
    return None if year is None else edtf.month(year, 12 if "end" in slots else 1)


def year_end(r: Reckoner, slots: Slots) -> str | None:
    """``the end of the year``."""
    if r.base is None:
        return None
    past = "rel" in slots and number(r, "rel", slots["rel"]) < 0
    return edtf.month(r.base.year - (past and r.base.month < 12), 12)


def one_year(r: Reckoner, slots: Slots) -> str | None:
    """A year, in digits or as ``last year``."""
    year = r.year(slots.get("yearword") or slots.get("anyyear") or slots.get("year"))
    return None if year is None else edtf.year(year)
