"""What a feature says of two accounts of an agreement."""

from __future__ import annotations

from typing import NamedTuple


class Points(NamedTuple):
    """What a feature says: ``points`` for (or against, below 0) one agreement, or None to rule it out."""

    points: int | None
    reason: str
