"""What agreements are about, across languages: named treaties, grades of ties, and matters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from pactbook.knowledge.reading import Entry, read
from pactbook.text.lexicon import Lexicon

#: What a word tells: the name of a treaty, general words for one, a grade of ties, or a matter.
Sort = Literal["treaty", "plain", "standing", "matter"]


class Matter(Entry, frozen=True):
    """The words for one matter."""

    any: list[str] = msgspec.field(default_factory=list)
    en: list[str] = msgspec.field(default_factory=list)
    vi: list[str] = msgspec.field(default_factory=list)
    ko: list[str] = msgspec.field(default_factory=list)

    def words(self) -> Iterator[str]:
        """Its words in all languages."""
        yield from (*self.any, *self.en, *self.vi, *self.ko)


class Treaty(Matter, frozen=True):
    """A treaty of which there is one. The file's head explains the fields."""

    members: list[str] = msgspec.field(default_factory=list)
    plain: list[str] = msgspec.field(default_factory=list)


class Matters(Entry, frozen=True):
    """The file's own head explains the tables."""

    treaty: dict[str, Treaty]
    standing: dict[str, Matter]
    matter: dict[str, Matter]


@cache
def matters() -> Matters:
    """The file ``common/matters.toml``. Raises KnowledgeError."""
    return read("common/matters.toml", Matters)


@cache
def matter_words() -> Lexicon[tuple[Sort, str]]:
    """Every word with what it tells and of which entry."""
    return Lexicon(_entries())


def _entries() -> Iterator[tuple[str, tuple[Sort, str]]]:
    known = matters()
    for name, treaty in known.treaty.items():
        yield from ((word, ("treaty", name)) for word in treaty.words())
        yield from ((word, ("plain", name)) for word in treaty.plain)
    for name, standing in known.standing.items():
        yield from ((word, ("standing", name)) for word in standing.words())
    for name, matter in known.matter.items():
        yield from ((word, ("matter", name)) for word in matter.words())
