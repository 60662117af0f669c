"""What stands before a verb and makes it tell a stage: "[is in talks to] buy". Verb and lead are found apart.

Written out, every verb would make a phrase with every lead: a hundred thousand of them, which start-up would feel.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")
#: So many letters of a lead tell at a glance which it may be.
_TAIL = 2


class Leads(Struct, Generic[T], frozen=True):
    """Lead, levelled and in lower case → what a verb tells behind it; the empty one is no lead at all."""

    told: Mapping[str, tuple[T, ...]]
    #: The last letters of leads → how many letters those have that end so, the longest first.
    lengths: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, told: Mapping[str, tuple[T, ...]]) -> Leads[T]:
        """The leads in ``told``."""
        lengths: dict[str, set[int]] = defaultdict(set)
        for lead in told:
            lengths[lead[-_TAIL:]].add(len(lead))
        lengths.pop("", None)
        for end, those in lengths.items():
            those.update(lengths.get(end[-1:], ()))
        return cls(told, {end: tuple(sorted(those, reverse=True)) for end, those in lengths.items()})

    def before(self, plain: str, verb: int) -> list[tuple[int, T]]:
        """Where each lead begins that stands right before the verb at ``verb``, the longest first, and what is told."""
        found: list[tuple[int, T]] = []
        if verb and plain[verb - 1] == " ":
            tail = plain[max(verb - 1 - _TAIL, 0) : verb - 1]
            for length in self.lengths.get(tail) or self.lengths.get(tail[-1:], ()):
                start = verb - 1 - length
                # Most would begin inside a word.
                if start < 0 or (start and plain[start - 1].isalnum()):
                    continue
                for one in self.told.get(plain[start : verb - 1], ()):
                    found.append((start, one))
        for one in self.told.get("", ()):
            found.append((verb, one))
        return found


class LedPhrases(Struct, frozen=True):
    """Every phrase that ``leads`` make with ``phrases``; all are levelled and in lower case."""

    leads: frozenset[str]
    phrases: frozenset[str]

    def __contains__(self, phrase: object) -> bool:
        """Whether a phrase is one of them."""
        if not isinstance(phrase, str):
            return False
        if "" in self.leads and phrase in self.phrases:
            return True
        spaces = (n for n, letter in enumerate(phrase) if letter == " ")
        return any(phrase[:n] in self.leads and phrase[n + 1 :] in self.phrases for n in spaces)
