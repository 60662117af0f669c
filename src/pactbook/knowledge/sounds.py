"""How names sound in any script: ``common/sounds.toml``."""

from __future__ import annotations

import re
from functools import cache

from pactbook.knowledge.reading import Entry, read
from pactbook.text.expressions import regex


class Units(Entry, frozen=True):
    """Words that tell what a body is, not how it is called."""

    hangul: list[str]
    latin: list[str]


class Syllables(Entry, frozen=True):
    """The parts of a Hangul syllable in Latin letters, in the order of Unicode."""

    initials: list[str]
    vowels: list[str]
    finals: list[str]


class Sounds(Entry, frozen=True):
    """The whole file; its head comment explains the fields."""

    units: Units
    letters: dict[str, str]
    hangul: Syllables


@cache
def sounds() -> Sounds:
    """The whole table. Raises KnowledgeError."""
    return read("common/sounds.toml", Sounds)


@cache
def letters() -> re.Pattern[str]:
    """Every letter or letters with a sound of their own, the longest first."""
    return regex("|".join(sorted(map(re.escape, sounds().letters), key=len, reverse=True)))
