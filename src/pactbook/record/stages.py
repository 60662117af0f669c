"""The stages of a deal, in the order in which it goes through them."""

from __future__ import annotations

from pactbook.model.words import AGREEMENT_STATUSES

#: Stages in which a deal is still ahead.
PLANS = frozenset({"proposed", "planned"})

_RANK = {stage: n for n, stage in enumerate(AGREEMENT_STATUSES)}


def rank(status: str) -> int:
    """How far a deal has come: 0 for proposed, 5 for ended; -1 for a word that is no stage."""
    return _RANK.get(status, -1)
