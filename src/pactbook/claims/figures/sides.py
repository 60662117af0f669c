"""Which side an amount comes from and which it goes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pactbook.claims.figures.balance import surplus
from pactbook.claims.figures.buyer import contract
from pactbook.claims.figures.countries import Flow, Sides
from pactbook.claims.figures.giver import giver, project, sender
from pactbook.claims.figures.partners import partners
from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.claims.figures.trade import direction
from pactbook.knowledge.measures import SideKind


def sides_of(scene: Scene, one: Sum, kind: SideKind, cue: Cue | None, before: Sequence[Flow]) -> Sides:
    """(from, to) of ``one``; ``cue`` is the word that told the measure, ``before`` the figures of this kind so far."""
    return _BY_KIND[kind](scene, one, cue, before)


def _unsaid(scene: Scene, one: Sum, cue: Cue | None, before: Sequence[Flow]) -> Sides:
    return None, None


_BY_KIND: dict[SideKind, Callable[[Scene, Sum, Cue | None, Sequence[Flow]], Sides]] = {
    "both": partners,
    "trade": direction,
    "surplus": surplus,
    "giver": giver,
    "sender": sender,
    "project": project,
    "contract": contract,
    "none": _unsaid,
}
