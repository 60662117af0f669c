"""What stands before a verb and makes it tell a stage: "[is in talks to] buy". Verb and lead are found apart.

Written out, every verb would make a phrase with every lead: a hundred thousand of them, which start-up would feel.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Leads(Struct, Generic[T], frozen=True):
    """Lead, levelled and in lower case → what a verb tells behind it; the empty one is no lead at all."""

    told: Mapping[str, tuple[T, ...]]
    #: How many letters the leads have.
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, told: Mapping[str, tuple[T, ...]]) -> Leads[T]:
        """The leads in ``told``."""
        return cls(told, tuple(sorted({len(lead) for lead in told if lead}, reverse=True)))

    def before(self, plain: str, verb: int) -> Iterator[tuple[int, T]]:
        """Where each lead begins that stands right before the verb at ``verb``, the longest first, and what is told."""
        if verb and plain[verb - 1] == " ":
            for length in self.lengths:
                start = verb - 1 - length
                told = self.told.get(plain[start : verb - 1]) if start >= 0 else None
                if told and not (start and plain[start - 1].isalnum()):
                    yield from ((start, one) for one in told)
        yield from ((verb, one) for one in self.told.get("", ()))


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
