"""What makes two accounts of an agreement alike: kinds that go together, words that set a new deal apart."""

from __future__ import annotations

from functools import cache
from itertools import permutations

from pactbook.knowledge.reading import Entry, read
from pactbook.text.lexicon import Lexicon


class Likeness(Entry, frozen=True):
    """The file's own head explains the fields."""

    near: list[list[str]]
    renewed: list[str]
    plain: list[str]
    founded: dict[str, list[str]]


@cache
def likeness() -> Likeness:
    """The file ``common/likeness.toml``. Raises KnowledgeError."""
    return read("common/likeness.toml", Likeness)


@cache
def founded_words() -> Lexicon[str]:
    """Words for things that a deal sets up → what they are."""
    return Lexicon((word, name) for name, words in likeness().founded.items() for word in words)


@cache
def near_kinds() -> frozenset[tuple[str, str]]:
    """Pairs of different kinds that two newsrooms may give to one deal, both ways round."""
    return frozenset(pair for kinds in likeness().near for pair in permutations(kinds, 2))
