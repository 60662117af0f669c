"""How much each sign says for a choice that no rule makes: tables of trained weights.

``common/other_party.toml`` and ``<language>/likely_names.toml``. The head comment of each file explains its signs, and
``training/README.md`` how the weights are made.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

from pactbook.errors import KnowledgeError
from pactbook.knowledge.reading import Entry, read


class Weights(Entry, frozen=True):
    """Sign → its weight; a sign without a line weighs nothing. ``least`` is what a choice has to reach."""

    weights: dict[str, float]
    least: float = 0.0

    def sum_of(self, signs: Iterable[str]) -> float:
        """What all the signs weigh together."""
        weight = self.weights.get
        return sum([weight(sign, 0.0) for sign in signs])


def other_party() -> Weights:
    """Signs that a body is the other party of a deal. Raises KnowledgeError."""
    return _table("common/other_party.toml")


def likely_names(language: str) -> Weights:
    """Signs that a name is a body's, in a language. Raises KnowledgeError."""
    return _table(f"{language}/likely_names.toml")


@cache
def _table(place: str) -> Weights:
    table = read(place, Weights)
    for sign, weight in (*table.weights.items(), ("least", table.least)):
        if not math.isfinite(weight):
            raise KnowledgeError(f"knowledge/{place}: {sign!r} weighs {weight}: a weight is a finite number")
    return table
