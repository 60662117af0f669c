"""What an amount was read as."""

from __future__ import annotations

from dataclasses import dataclass

from pactbook.claims.figures.countries import Sides
from pactbook.claims.figures.period import Period
from pactbook.claims.figures.scene import Scene, Sum
from pactbook.claims.figures.status import Standing
from pactbook.claims.figures.vote import Vote
from pactbook.knowledge.measures import Measure

_TRADE = ("both", "trade", "surplus")


@dataclass(slots=True)
class Reading:
    """What one sum was read as; ``measure`` is what its measure is like, told of such a sum."""

    sum: Sum
    vote: Vote
    measure: Measure
    period: Period | None
    standing: Standing
    sides: Sides = (None, None)

    @property
    def is_trade(self) -> bool:
        """Whether the amount is one of trade between countries."""
        return self.measure.sides in _TRADE


def is_part(scene: Scene, last: Reading, one: Sum) -> bool:
    """Whether ``one`` is told as a part of the amount before."""
    return bool(scene.patterns.parts.search(scene.text, last.sum.end, one.start))


def is_foreseen_since(scene: Scene, last: Sum, one: Sum) -> bool:
    """Whether a word between the amounts looks ahead: "$16 billion in 2022; analysts see $32 billion"."""
    ahead = [c for c in scene.cues(one.sentence) if c.value in ("forecast", "target") and c.how != "weak"]
    between = [c for c in ahead if last.end <= c.start and c.end <= one.start]
    return any(not scene.patterns.joins.search(scene.between(c.end, one.start)) for c in between)
