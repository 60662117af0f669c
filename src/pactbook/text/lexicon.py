"""Find many phrases in one scan: Aho-Corasick with word boundaries for Latin and Hangul."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from pactbook.text.level import LONG, level, level_all, lower

T = TypeVar("T")
_HANGUL = re.compile("[가-힣]")
_HANGUL_BYTES = (b"\xea", b"\xeb", b"\xec", b"\xed")


class Hit(Struct, Generic[T], frozen=True, gc=False):
    """A phrase found at ``start:end``, with every value that the lexicon holds for it."""

    start: int
    end: int
    values: tuple[T, ...]


def _takes_particle(text: str, end: int) -> bool:
    """Whether what goes on at ``end`` may be a Korean particle behind a name."""
    last = text[end - 1]
    return "가" <= text[end] <= "힣" and ("가" <= last <= "힣" or not last.isdigit())


def _any(_: str) -> bool:
    return True


def _no_hangul(phrase: str) -> bool:
    return not _has_hangul(phrase)


def _has_hangul(text: str) -> bool:
    # In UTF-8 every syllable begins with one of four bytes, which are looked for in a tenth of the time.
    written = text.encode("utf-8", "surrogatepass")
    for first in _HANGUL_BYTES:
        if written.find(first) >= 0:  # "in" asks first whether it is a number
            return _HANGUL.search(text) is not None
    return False


def _test_for(text: str) -> Callable[[str], bool]:
    """The test that phrases pass which may be written in the letters of ``text``."""
    return str.isascii if text.isascii() else _any if _has_hangul(text) else _no_hangul


@lru_cache(maxsize=2)
def _test_for_article(text: str) -> Callable[[str], bool]:
    """Of an article's text every lexicon asks for it."""
    return _test_for(text)


_Machine = tuple[AhoCorasick | None, list[tuple[T, ...]]]


class Lexicon(Generic[T]):
    """Phrases with values, compiled once. Scanning is linear in the text; a text without Hangul is asked for none."""

    def __init__(self, entries: Iterable[tuple[str, T]], *, ignore_case: bool = True) -> None:
        """``entries`` are (phrase, value); a phrase may come more than once."""
        self._ignore_case = ignore_case
        known = list(entries)
        keys = level_all([phrase for phrase, _ in known], small=ignore_case)
        self._values: dict[str, tuple[T, ...]] = {}
        #: Most phrases have one value, and many the same: they share what holds it.
        alone: dict[int, tuple[T]] = {}
        for key, (_, value) in zip(keys, known, strict=True):
            before = self._values.get(key)
            if before is None:
                self._values[key] = alone.get(id(value)) or alone.setdefault(id(value), (value,))
            elif value not in before:
                self._values[key] = (*before, value)
        self._values.pop("", None)
        #: Test for phrases → the machine of those that pass it, with their values.
        self._machines: dict[Callable[[str], bool], _Machine[T]] = {}

    def _key(self, text: str) -> str:
        return lower(level(text)) if self._ignore_case else level(text)

    def all_hits(self, text: str) -> list[Hit[T]]:
        """Every phrase that stands as a word, overlapping ones too, in the order of the text."""
        key = self._key(text)
        machine, values = self._machine(_test_for_article(key) if len(key) > LONG else _test_for(key))
        return [Hit(start, -end, values[number]) for start, end, number in _places(machine, key)]

    def within(self, text: str, start: int, end: int) -> list[Hit[T]]:
        """Every phrase that stands as a word in ``text[start:end]``, as if nothing stood around that.

        ``text`` is that of an article, which is made ready but once.
        """
        key = self._key(text)
        machine, values = self._machine(_test_for_article(key))
        return [Hit(s + start, start - e, values[number]) for s, e, number in _places(machine, key[start:end])]

    def _machine(self, fits: Callable[[str], bool]) -> _Machine[T]:
        """The machine for texts in whose letters only phrases that ``fits`` can be written; made when first needed."""
        made = self._machines.get(fits)
        if made is None:
            fitting = {phrase: v for phrase, v in self._values.items() if fits(phrase)}
            machine = AhoCorasick(list(fitting)) if fitting else None
            made = self._machines[fits] = (machine, list(fitting.values()))
        return made

    def scan(self, text: str) -> list[Hit[T]]:
        """The leftmost-longest phrases, none overlapping another, in the order of the text."""
        return leftmost(self.all_hits(text))


def leftmost(hits: list[Hit[T]]) -> list[Hit[T]]:
    """Those of ``hits`` that overlap none before, in the order of the text."""
    kept: list[Hit[T]] = []
    end = 0
    for hit in hits:
        if hit.start >= end:
            kept.append(hit)
            end = hit.end
    return kept


def _places(machine: AhoCorasick | None, key: str) -> list[tuple[int, int, int]]:
    """Where phrases stand as words: start, end below zero and number of each, in the order of the text."""
    if machine is None:
        return []
    places: list[tuple[int, int, int]] = []
    length = len(key)
    for number, start, end in machine.find_matches_as_indexes(key, overlapping=True):
        # A hit is bounded as a word: Korean particles may follow a Hangul name, nothing else may touch.
        if start and key[start - 1].isalnum() and key[start].isalnum():
            continue
        if end < length and key[end].isalnum() and key[end - 1].isalnum() and not _takes_particle(key, end):
            continue
        places.append((start, -end, number))
    places.sort()
    return places
