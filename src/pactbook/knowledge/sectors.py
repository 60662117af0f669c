"""The sectors of the codebook and what shows them: words, bodies, kinds of parties, matters of deals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

import msgspec
from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from pactbook.errors import KnowledgeError
from pactbook.knowledge.reading import Entry, read
from pactbook.model.article import Language
from pactbook.model.words import SECTORS
from pactbook.text.level import level, lower

_PLACE = "common/sectors.toml"
#: The table of phrases that look like a word of a sector and are none.
_NONE = "none"
_PLURALS = ("s", "es", "'s", "s'")
#: The syllables of Hangul.
_FIRST, _LAST = "가", "힣"


class Sector(Entry, frozen=True):
    """What shows one sector; the head of the TOML explains the fields."""

    any: list[str] = msgspec.field(default_factory=list)
    en: list[str] = msgspec.field(default_factory=list)
    vi: list[str] = msgspec.field(default_factory=list)
    ko: list[str] = msgspec.field(default_factory=list)
    matters: list[str] = msgspec.field(default_factory=list)
    kinds: list[str] = msgspec.field(default_factory=list)
    state_kinds: list[str] = msgspec.field(default_factory=list)
    only: list[str] = msgspec.field(default_factory=list)
    means: bool = False
    parties: dict[str, int] = msgspec.field(default_factory=dict)
    bodies: list[str] = msgspec.field(default_factory=list)
    lenders: list[str] = msgspec.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sign:
    """A phrase that shows a sector: ``exact`` where it counts only as printed.

    ``open`` lets the word go on, ``first`` keeps it to the beginning of a word.
    """

    sector: str
    phrase: str
    open: bool
    exact: bool
    first: bool
    #: The TOML entry.
    rule: str
    #: What the sign counts for: a hint counts half.
    worth: float


class SignHit(Struct, frozen=True, gc=False):
    """A sign where it stands in a text."""

    start: int
    end: int
    sign: Sign


@lru_cache(maxsize=5_000)
def rule_of(sector: str, entry: str) -> str:
    """The name of an entry in the TOML: ``common/sectors.toml:energy.coal``."""
    return f"{_PLACE}:{sector}.{entry}"


@cache
def sectors() -> dict[str, Sector]:
    """Every table of the file. Raises KnowledgeError for a table that the codebook does not know."""
    known = read(_PLACE, dict[str, Sector])
    for name in known:
        if name not in SECTORS and name != _NONE:
            raise KnowledgeError(f"knowledge/{_PLACE}: [{name}] is no sector of the codebook")
    return known


@cache
def sectors_with(field: str) -> tuple[tuple[str, Sector], ...]:
    """The sectors of which ``field`` says something: few say who lends, or that only some bodies count."""
    return tuple((name, sector) for name, sector in sectors().items() if getattr(sector, field))


@cache
def trades() -> dict[str, tuple[str, ...]]:
    """Key of a body → the sectors that are its own trade."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, sector in sectors().items():
        for body in sector.bodies:
            found[body].append(name)
    return {body: tuple(names) for body, names in found.items()}


class SectorWords:
    """The words of one language, compiled once; one scan is linear in the text."""

    def __init__(self, language: Language) -> None:
        # Phrase as it is matched → sector → sign: two spellings of one phrase are one sign.
        signs: dict[str, dict[str, Sign]] = defaultdict(dict)
        for name, sector in sectors().items():
            for entry in [*sector.any, *getattr(sector, language)]:
                sign = _sign(name, entry)
                signs[lower(level(sign.phrase))].setdefault(name, sign)
        self._signs = [list(same.values()) for same in signs.values()]
        self._machine = AhoCorasick(list(signs))

    def scan(self, text: str) -> list[SignHit]:
        """The leftmost-longest signs in ``text``, in its order; two sectors may share a phrase."""
        plain = lower(level(text))
        found: list[tuple[int, int, int, Sign]] = []
        for number, start, stop in self._machine.find_matches_as_indexes(plain, overlapping=True):
            inside = start > 0 and plain[start - 1].isalnum()
            hangul, end = _FIRST <= plain[start] <= _LAST, stop
            if not hangul:
                if inside and not _FIRST <= plain[start - 1] <= _LAST:
                    continue
                end = _end_of_word(plain, stop) if plain[stop : stop + 1].isalnum() else stop
            for sign in self._signs[number]:
                # Most that is found where it counts as printed only is not printed so: "it", "ai".
                if sign.exact and text[start:stop] != sign.phrase:
                    continue
                if hangul:
                    fits = not (sign.first and inside)
                else:
                    fits = end == stop or sign.open or plain[stop:end] in _PLURALS
                if fits:
                    # Its number keeps signs of one place in the order in which they were found.
                    found.append((start, -end, len(found), sign))
        return _leftmost_longest(found)


@cache
def sector_words(language: Language) -> SectorWords:
    """The words of ``language`` and those that all languages share. Raises KnowledgeError."""
    return SectorWords(language)


def _sign(sector: str, entry: str) -> Sign:
    phrase = entry.lstrip("~^").removesuffix("*")
    marks = entry[: len(entry) - len(entry.lstrip("~^"))]
    if not phrase.strip():
        raise KnowledgeError(f"knowledge/{_PLACE}: [{sector}] has an empty phrase")
    exact, rule, worth = phrase != phrase.lower(), rule_of(sector, phrase), 0.5 if "~" in marks else 1.0
    return Sign(sector, phrase, entry.endswith("*"), exact, "^" in marks, rule, worth)


def _leftmost_longest(found: list[tuple[int, int, int, Sign]]) -> list[SignHit]:
    """Of signs that overlap the first, of those that begin at one place the longest; each is told with its end < 0."""
    found.sort()
    kept: list[SignHit] = []
    first, last = 0, 0
    for start, behind, _, sign in found:
        if start >= last or (start == first and -behind == last):
            first, last = start, -behind
            if sign.sector != _NONE:
                kept.append(SignHit(start, last, sign))
    return kept


def _end_of_word(plain: str, end: int) -> int:
    """Where the word goes on to, of which the phrase that ends here is the beginning; Hangul is no part of it."""
    size = len(plain)
    while end < size and plain[end].isalnum() and not _FIRST <= plain[end] <= _LAST:
        end += 1
    return end
