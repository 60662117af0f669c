"""A figure as it stands, and the figures of one measure over time."""

from __future__ import annotations

from dataclasses import dataclass

from pactbook.model.claim import FigureClaim
from pactbook.model.decision import Decision
from pactbook.model.money import Equivalent


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One figure as the record has it: ``claim`` holds what an analyst decided, ``said`` what the article says.

    ``said`` is None where nothing was changed. ``decisions`` are those that stand on it, in time: edits, and the word
    that it is right as it stands.
    """

    id: str
    claim: FigureClaim
    said: FigureClaim | None = None
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says for one point of a series; ``origin`` is the article that counts as the source.

    ``decisions`` are those of an analyst on the figure; ``claim`` holds what was decided.
    """

    figure: str
    origin: str
    published: str | None
    claim: FigureClaim
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """What is said of one measure for one time, in one status and one currency.

    ``low`` and ``high`` are the best backed value in whole units, ``level`` says how well it is backed (as in a Cell);
    it is ``decided`` where an analyst accepted a figure or set its amount.
    ``parts`` are lesser sums that a source gives beside its whole one ("of which phones ...").
    ``reached``, of a target or a forecast, is the share of it that the actual figure of that time came to.
    ``accumulated``: all that there was up to that time, not what the time itself brought.
    """

    period: str | None
    status: str
    currency: str
    low: float
    high: float
    level: str
    readings: tuple[Reading, ...]
    parts: tuple[Reading, ...] = ()
    dollars: Equivalent | None = None
    reached: float | None = None
    accumulated: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One measure between two sides over time. Points are in the order of their periods."""

    measure: str
    source: str | None
    target: str | None
    points: tuple[Point, ...]
