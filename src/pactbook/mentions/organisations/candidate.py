"""Candidates: spans that may name a body, before overlaps are settled and countries are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies

T = TypeVar("T")
#: So many sets of bodies are kept in mind.
_MOST_TOLD = 5_000


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

    def kinds(self) -> frozenset[str]:
        """Every kind that the name may have."""
        keys = self.keys
        return _KINDS[keys] if keys else _ALONE[self.kind]

    def only(self) -> str | None:
        """The kind of the name if it can have but one."""
        keys = self.keys
        return _ONLY[keys] if keys else self.kind

    def countries(self) -> frozenset[str]:
        """Every country that the body may belong to."""
        keys = self.keys
        return _COUNTRIES[keys] if keys else _ALONE[self.country]


class _Told(dict[tuple[str, ...], T]):
    """Bodies that may be called alike → what is told of them all; it is asked hundreds of times an article."""

    def __init__(self, by: Callable[[tuple[str, ...]], T]) -> None:
        self._by = by

    def __missing__(self, keys: tuple[str, ...]) -> T:
        if len(self) >= _MOST_TOLD:
            self.clear()
        found = self[keys] = self._by(keys)
        return found


class _Alone(dict[str | None, frozenset[str]]):
    """What is told by a word, or by none → the set of it."""

    def __missing__(self, word: str | None) -> frozenset[str]:
        found = self[word] = frozenset({word} if word else ())
        return found


def _kinds(keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(bodies()[k].kind for k in keys)


def _only(keys: tuple[str, ...]) -> str | None:
    kinds = _KINDS[keys]
    return next(iter(kinds)) if len(kinds) == 1 else None


def _countries(keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(bodies()[k].country for k in keys)


_ALONE = _Alone()
_KINDS, _COUNTRIES, _ONLY = _Told(_kinds), _Told(_countries), _Told(_only)


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
