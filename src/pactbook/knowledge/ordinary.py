"""Ordinary words of a language whose names no capitals show: ``<language>/words.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pactbook.knowledge.reading import Entry, read


class OrdinaryWords(Entry, frozen=True):
    """The whole file; its head comment explains the fields."""

    given: str
    suffixes: str
    endings: str
    nouns: list[str]
    others: list[str]
    verbs: list[str]


@dataclass(frozen=True, slots=True)
class Ordinary:
    """The words as sets. ``longest`` is the length of the longest noun."""

    given: frozenset[str]
    suffixes: frozenset[str]
    endings: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    longest: int


@cache
def ordinary(language: str) -> Ordinary:
    """The ordinary words of ``ko``. Raises KnowledgeError."""
    words = read(f"{language}/words.toml", OrdinaryWords)
    nouns = frozenset([*words.nouns, *words.others])
    return Ordinary(
        given=frozenset(words.given),
        suffixes=frozenset(words.suffixes),
        endings=frozenset(words.endings),
        nouns=nouns,
        verbs=frozenset(words.verbs),
        longest=max(map(len, nouns)),
    )
