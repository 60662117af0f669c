"""How much each sign says that a name is a body's: ``en/likely_names.toml``."""

from __future__ import annotations

from functools import cache

from pactbook.knowledge.reading import Entry, read


class LikelyNames(Entry, frozen=True):
    """The head comment of the file explains the signs, the weights and ``least``."""

    least: float
    weights: dict[str, float]


@cache
def likely_name_weights(language: str) -> LikelyNames:
    """The table of a language. Raises KnowledgeError."""
    return read(f"{language}/likely_names.toml", LikelyNames)
