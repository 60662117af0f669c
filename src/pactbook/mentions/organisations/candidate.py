"""Candidates: spans that may name a body, before overlaps are settled and countries are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

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
    #: Shorter names that the words hold: "Lotte" in "tập đoàn Lotte".
    also: tuple[str, ...] = ()

    @property
    def kinds(self) -> set[str]:
        """Every kind that the name may have."""
        known: set[str] = {bodies()[k].kind for k in self.keys}
        return known or ({self.kind} if self.kind else set())

    @property
    def countries(self) -> set[str]:
        """Every country that the body may belong to."""
        return {bodies()[k].country for k in self.keys} or ({self.country} if self.country else set())


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest candidates, none overlapping another, in the order of the text.

    Of several with the same words the highest rank stays, and takes from the others what it does not know.
    """
    kept: dict[int, Candidate] = {}
    for one in sorted(candidates, key=lambda c: (-(c.end - c.start), -c.rank, c.start)):
        before = kept.get(one.first)
        if before is not None and (before.start, before.end) == (one.start, one.end):
            if (not before.kind and one.kind) or (not before.country and one.country):
                filled = replace(before, kind=before.kind or one.kind, country=before.country or one.country)
                kept.update((place, filled) for place in range(one.first, one.last + 1))
        elif not any(place in kept for place in range(one.first, one.last + 1)):
            kept.update((place, one) for place in range(one.first, one.last + 1))
    return sorted(set(kept.values()), key=lambda c: c.start)
