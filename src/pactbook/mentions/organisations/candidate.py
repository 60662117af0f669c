"""Candidates: spans that may name a body, before overlaps are settled and countries are known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies


class Candidate(Struct, frozen=True, gc=False):
    """Words ``first`` to ``last`` (both included), standing at ``start:end``.

    ``keys`` are the gazetteer's bodies that are called so; ``kind`` and ``country`` what the words themselves tell;
    ``rank`` settles overlaps of equal length: the higher one stays. An article has a hundred, most of them made from
    another by a change: a struct does that ten times as fast as a dataclass.
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
    def kinds(self) -> frozenset[str]:
        """Every kind that the name may have."""
        keys = self.keys
        # Asked hundreds of times an article; most names have one body or none.
        if not keys:
            return _alone(self.kind)
        return _kind_of(keys[0]) if len(keys) == 1 else _kinds(keys)

    @property
    def only(self) -> str | None:
        """The kind of the name if it can have but one."""
        return _only(self.keys) if self.keys else self.kind

    @property
    def countries(self) -> frozenset[str]:
        """Every country that the body may belong to."""
        return _countries(self.keys, self.country)


@cache
def _alone(kind: str | None) -> frozenset[str]:
    return frozenset({kind} if kind else ())


@cache
def _kind_of(key: str) -> frozenset[str]:
    return frozenset({bodies()[key].kind})


@lru_cache(maxsize=5_000)
def _kinds(keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(bodies()[k].kind for k in keys)


@lru_cache(maxsize=5_000)
def _only(keys: tuple[str, ...]) -> str | None:
    kinds = _kinds(keys)
    return next(iter(kinds)) if len(kinds) == 1 else None


@lru_cache(maxsize=5_000)
def _countries(keys: tuple[str, ...], country: str | None) -> frozenset[str]:
    known = frozenset(bodies()[k].country for k in keys)
    return known or (frozenset({country}) if country else frozenset())


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest candidates, none overlapping another, in the order of the text.

    Of several with the same words the highest rank stays, and takes from the others what it does not know.
    """
    ranked = [(c.start - c.end, -c.rank, c.start, n, c) for n, c in enumerate(candidates)]
    ranked.sort()
    #: Word → the candidate that it is a part of, and first word → candidate.
    kept: dict[int, Candidate] = {}
    found: dict[int, Candidate] = {}
    for _, _, start, _, one in ranked:
        first, last = one.first, one.last
        if first in kept:
            before = kept[first]
            # One that begins elsewhere is longer, or as long and ranks higher.
            if before.start != start or before.end != one.end:
                continue
            if (not before.kind and one.kind) or (not before.country and one.country):
                filled = replace(before, kind=before.kind or one.kind, country=before.country or one.country)
                kept.update(dict.fromkeys(range(first, last + 1), filled))
                found[first] = filled
        elif first == last:
            kept[first] = found[first] = one
        # What is as long or longer cannot stand between its first and its last word alone.
        elif last not in kept:
            kept.update(dict.fromkeys(range(first, last + 1), one))
            found[first] = one
    return [found[first] for first in sorted(found)]
