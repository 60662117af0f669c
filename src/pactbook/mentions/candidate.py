"""Candidates: spans that may name a body, before overlaps are settled and countries are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pactbook.knowledge.gazetteer import bodies


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``first`` to ``last`` (both included), standing at ``start:end``.

    ``keys`` are the gazetteer's bodies that are called so; ``kind`` and ``country`` what the words themselves tell;
    ``rank`` settles overlaps of equal length: the higher one stays.
    """

    start: int
    end: int
    first: int
    last: int
    rule: str
    keys: tuple[str, ...] = ()
    kind: str | None = None
    country: str | None = None
    rank: int = 0
    #: The longer name in the article that a short one stands for; empty for a name that stands for itself.
    full: str = ""

    @property
    def kinds(self) -> set[str]:
        """Every kind that the name may have."""
        known: set[str] = {bodies()[k].kind for k in self.keys}
        return known or ({self.kind} if self.kind else set())


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest candidates, none overlapping another, in the order of the text."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for one in sorted(candidates, key=lambda c: (-(c.end - c.start), -c.rank, c.start)):
        if not any(i in taken for i in range(one.first, one.last + 1)):
            taken.update(range(one.first, one.last + 1))
            kept.append(one)
    return sorted(kept, key=lambda c: c.start)
