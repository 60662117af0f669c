"""The measures of the codebook: what a sum of money may be. ``common/measures.toml``."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pactbook.knowledge.reading import Entry, read

Status = Literal["actual", "target", "forecast", "pledged"]
PeriodKind = Literal["flow", "stock", "term", "once", "rate"]
SideKind = Literal["both", "trade", "surplus", "giver", "sender", "project", "contract", "none"]


class Measure(Entry, frozen=True):
    """What a measure of the codebook is like; the head of common/measures.toml explains the fields."""

    status: Status
    among: list[Status]
    period: PeriodKind
    sides: SideKind
    least: float | None = None
    most: float | None = None
    unsaid_below: float | None = None
    beyond: str | None = None
    seldom_below: float | None = None
    seldom_above: float | None = None
    series: bool = False


@cache
def measures() -> dict[str, Measure]:
    """Measure of the codebook → what it is like."""
    return read("common/measures.toml", dict[str, Measure])
