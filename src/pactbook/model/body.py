"""An organisation across articles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """One organisation across articles. ``names`` are the commonest first; counts say how much speaks of it.

    ``also`` are the ids of other bodies that an analyst said to be this one; names and counts are those of all.
    """

    id: str
    names: tuple[str, ...]
    kind: str
    country: str | None
    articles: int
    agreements: int
    also: tuple[str, ...] = ()
