"""Amounts that are attached to agreements."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Equivalent:
    """An amount in US dollars, with the units of its currency for one dollar, the year of that rate and its source."""

    low: float
    high: float
    rate: float
    year: int
    source: str


@dataclass(frozen=True, slots=True)
class Worth:
    """An amount attached to an agreement, in whole currency units, and the independent sources that report it.

    ``dollars`` is the equivalent of another currency, None for US dollars and where no rate is known.
    """

    low: float
    high: float
    currency: str
    sources: int
    dollars: Equivalent | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """What agreements of one commitment, one kind and one currency come to, each counted once, in whole units.

    ``agreements`` have an amount; ``without`` more of this commitment and kind have none.
    """

    commitment: str
    kind: str
    currency: str
    low: float
    high: float
    agreements: int
    without: int
