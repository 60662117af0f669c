"""Decisions that lost what they were about, and decisions that contradict each other."""

from __future__ import annotations

from sqlalchemy import Connection

from pactbook.search.doubts.doubt import Doubt, Grounds
from pactbook.store.rulings import read_contradictions, read_orphans

_LOST = "What it was about is not in the record as it stands."
_CLASH = "Two decisions that cannot both hold; the later one does."


def in_doubt(connection: Connection) -> list[Doubt]:
    """All of them, those first that lost what they were about."""
    lost = [Doubt("lost", (one.decision.id,)) for one in read_orphans(connection)]
    return lost + [Doubt("lost", (clash.later.id, clash.earlier.id)) for clash in read_contradictions(connection)]


def grounds(doubt: Doubt) -> Grounds:
    """Which of the two."""
    return Grounds((_LOST if len(doubt.about) == 1 else _CLASH,))
