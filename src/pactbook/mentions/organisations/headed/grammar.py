"""The words of a language whose heads stand first, compiled for matching with their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar

from pactbook.knowledge.organisations import Head, body_words
from pactbook.mentions.organisations.words import Word, words_of
from pactbook.text.fold import fold
from pactbook.text.syllables import syllable

T = TypeVar("T")
#: So many words are kept in mind.
_MOST_LOWS = 20_000
#: No word is spelled so.
_ALONE = ""
_TWO = 2


class _Lows(dict[str, str]):
    """What ``low`` tells; it is asked for every word of every article."""

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST_LOWS:
            self.clear()
        found = self[text] = " ".join(syllable(part) for part in text.split())
        return found


_LOWS = _Lows()


def low(text: str) -> str:
    """The words of ``text`` in one spelling, parted by single spaces."""
    return _LOWS[text]


def lows_in(words: Iterable[Word]) -> list[str]:
    """``low`` of every word of an article."""
    return list(map(_LOWS.__getitem__, [word.text for word in words]))


@lru_cache(maxsize=20_000)
def lows_of(phrase: str) -> tuple[str, ...]:
    """A phrase as the spellings of its words."""
    return tuple(low(word.text) for word in words_of(phrase))


class Marked(Generic[T]):
    """Phrases with their values, looked up in the spellings of an article's words."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._values: dict[tuple[str, ...], list[T]] = {}
        for phrase, value in entries:
            self._values.setdefault(lows_of(phrase), []).append(value)
        self._lengths = _lengths((keys[0], len(keys)) for keys in self._values)
        # Most phrases that begin or end as the article does there differ in the next word.
        self._from = _by_two((keys, len(keys)) for keys in self._values)
        self._to = _by_two((keys[::-1], len(keys)) for keys in self._values)
        #: The words that phrases begin with.
        self.firsts = self._from.keys()

    def found(self, lows: Sequence[str], place: int) -> tuple[int, Sequence[T]]:
        """How many words of the longest phrase start at ``place``, and its values; 0 for none."""
        length = self.at(lows, place)
        return (length, self._values[tuple(lows[place : place + length])]) if length else (0, ())

    def at(self, lows: Sequence[str], place: int) -> int:
        """How many words of the longest phrase start at ``place``; 0 for none."""
        try:
            known = self._from.get(lows[place])
        except IndexError:
            return 0
        if known is None or place < 0:
            return 0  # most words begin nothing
        behind = place + 1
        for length in known.get(lows[behind], ()) if behind < len(lows) else ():
            behind = place + length
            if length == _TWO or (behind <= len(lows) and tuple(lows[place:behind]) in self._values):
                return length
        return 1 if _ALONE in known else 0

    def among(self, lows: Sequence[str], first: int, end: int) -> bool:
        """Whether one of the phrases starts at a word from ``first`` on, before ``end``."""
        known = self._from
        for place in range(first, end):  # noqa: SIM110 - asked of whole sentences
            if lows[place] in known and self.at(lows, place):
                return True
        return False

    def shortest(self, lows: Sequence[str], place: int) -> int:
        """How many words of the shortest phrase start at ``place``; 0 for none."""
        lengths = self._lengths.get(lows[place], ()) if place < len(lows) else ()
        return next((n for n in reversed(lengths) if tuple(lows[place : place + n]) in self._values), 0)

    def before(self, lows: Sequence[str], place: int) -> int:
        """How many words of the longest phrase end right before ``place``; 0 for none."""
        try:
            known = self._to.get(lows[place - 1])
        except IndexError:
            return 0
        if known is None or place <= 0:
            return 0
        for length in known.get(lows[place - 2], ()) if place > 1 else ():
            if length == _TWO or (length <= place and tuple(lows[place - length : place]) in self._values):
                return length
        return 1 if _ALONE in known else 0


def _by_two(pairs: Iterable[tuple[tuple[str, ...], int]]) -> dict[str, dict[str, list[int]]]:
    """First word → second word → the lengths of the phrases that begin with both, the longest first.

    A phrase of one word stands under _ALONE.
    """
    known: dict[str, dict[str, set[int]]] = {}
    for keys, length in pairs:
        known.setdefault(keys[0], {}).setdefault(keys[1] if length > 1 else _ALONE, set()).add(length)
    return {
        first: {second: sorted(lengths, reverse=True) for second, lengths in seconds.items()}
        for first, seconds in known.items()
    }


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    known: dict[str, set[int]] = {}
    for word, length in pairs:
        known.setdefault(word, set()).add(length)
    return {word: sorted(lengths, reverse=True) for word, lengths in known.items()}


class Syllables(dict[str, bool]):
    """Word → whether it can be a Vietnamese syllable; the same words are asked for again and again."""

    def __init__(self, sounds: re.Pattern[str]) -> None:
        self._sounds = sounds

    def __missing__(self, text: str) -> bool:
        if len(self) >= _MOST_LOWS:
            self.clear()
        found = self[text] = self._sounds.fullmatch(fold(text)) is not None
        return found


@dataclass(frozen=True, slots=True)
class Grammar:
    """What ``organisations.toml`` of the language says."""

    heads: Marked[Head]
    not_heads: Marked[None]
    never_first: Marked[None]
    compounds: Marked[None]
    legal_forms: Marked[None]
    topics: Marked[None]
    inner: Marked[None]
    aims: frozenset[str]
    stops: Marked[None]
    acts: Marked[None]
    signs: Marked[None]
    auxiliaries: Marked[None]
    deeds: Marked[None]
    ways: Marked[None]
    places: Marked[None]
    plurals: Marked[None]
    titles: Marked[None]
    firm_titles: Marked[None]
    ministers: Marked[None]
    calls: Marked[None]
    owners: Marked[None]
    scenes: Marked[None]
    visits: Marked[None]
    seals: Marked[None]
    bearings: Marked[None]
    governors: Marked[None]
    holdings: Marked[None]
    given: Marked[None]
    partners: Marked[None]
    openers: Marked[None]
    between: Marked[None]
    deals: Marked[None]
    nouns: Marked[str]
    executives: Marked[None]
    settings: Marked[None]
    not_bodies: Marked[None]
    joins: frozenset[str]
    dashed: frozenset[str]
    generic: Marked[None]
    powers: Marked[None]
    worldwide: Marked[None]
    seats: frozenset[str]
    abbreviations: frozenset[str]
    aliases: tuple[str, ...]
    surnames: Mapping[str, frozenset[str]]
    syllables: Syllables
    local: str | None
    things: Marked[None]
    trades: Marked[None]
    passives: Marked[None]
    closers: Marked[None]
    stars: Marked[None]
    spots: Marked[None]
    pointers: frozenset[str]


def _of(phrases: Iterable[str]) -> Marked[None]:
    return Marked((phrase, None) for phrase in phrases)


@cache
def grammar(language: str) -> Grammar:
    """The words of ``language``. Raises KnowledgeError."""
    words = body_words(language)
    surnames: dict[str, set[str]] = {}
    for country, known in words.surnames.items():
        for name in known:
            surnames.setdefault(name, set()).add(country)
    return Grammar(
        heads=Marked((phrase, head) for head in words.heads for phrase in head.words),
        not_heads=_of(words.not_heads),
        never_first=_of(words.never_first),
        compounds=_of(words.not_before),
        legal_forms=_of(words.legal_forms),
        topics=_of(words.topics),
        inner=_of([*words.inner, *words.links]),
        aims=frozenset(map(low, words.links)),
        stops=_of(words.stops),
        acts=_of(words.acts),
        signs=_of(words.signs),
        auxiliaries=_of(words.auxiliaries),
        deeds=_of(words.deeds),
        ways=_of(words.ways),
        places=_of(words.places),
        plurals=_of(words.plurals),
        titles=_of(words.titles),
        firm_titles=_of(words.firm_titles),
        ministers=_of(words.ministers),
        calls=_of(words.calls),
        owners=_of(words.owners),
        scenes=_of(words.scenes),
        visits=_of(words.visits),
        seals=_of(words.seals),
        bearings=_of(words.bearings),
        governors=_of(words.governors),
        holdings=_of(words.holdings),
        given=_of(words.received),
        partners=_of(words.partners),
        openers=_of(words.openers),
        between=_of(words.between),
        deals=_of(words.deals),
        nouns=Marked((noun, kind) for kind, nouns in words.nouns.items() for noun in nouns),
        executives=_of(words.executives),
        settings=_of(words.settings),
        not_bodies=_of(words.not_bodies),
        joins=frozenset(map(low, words.joins)),
        generic=_of(words.generic),
        powers=_of(words.powers),
        worldwide=_of(words.worldwide),
        dashed=frozenset(map(low, words.dashed)),
        seats=frozenset(map(low, words.based)),
        abbreviations=frozenset(map(low, words.abbreviations)),
        aliases=tuple(sorted(map(low, words.aliases), key=len, reverse=True)),
        surnames={name: frozenset(countries) for name, countries in surnames.items()},
        syllables=Syllables(re.compile(words.sounds.get("VN", "(?!)"), re.VERBOSE)),
        local=words.local,
        things=_of(words.things),
        trades=_of(words.trades),
        passives=_of(words.passives),
        closers=_of(words.closers),
        stars=_of(words.stars),
        spots=_of(words.spots),
        pointers=frozenset(map(low, words.pointers)),
    )
