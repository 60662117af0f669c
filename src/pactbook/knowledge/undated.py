"""How much each sign says that a date is that of an undated deal: ``common/undated.toml``."""

from __future__ import annotations

from functools import cache

from pactbook.knowledge.reading import Entry, read


class Undated(Entry, frozen=True):
    """The head comment of the file explains the signs, the weights and ``least``."""

    least: float
    weights: dict[str, float]


@cache
def undated() -> Undated:
    """The whole table. Raises KnowledgeError."""
    return read("common/undated.toml", Undated)
