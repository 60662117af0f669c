"""Average exchange rates of a year: ``common/rates.toml``."""

from __future__ import annotations

from functools import cache

from pactbook.knowledge.reading import Entry, read
from pactbook.model.money import Equivalent

DOLLAR = "USD"


class Rates(Entry, frozen=True):
    """Currency → year → units of it for one US dollar, and where that is from."""

    source: str
    units: dict[str, dict[str, float]]


@cache
def rates() -> Rates:
    """The whole table. Raises KnowledgeError."""
    return read("common/rates.toml", Rates)


def in_dollars(low: float, high: float, currency: str, year: int | None) -> Equivalent | None:
    """What an amount was in US dollars at the average rate of ``year``; None where that rate is not known."""
    rate = rates().units.get(currency, {}).get(str(year))
    if rate is None:
        return None
    return Equivalent(low / rate, high / rate, rate, int(year or 0), rates().source)
