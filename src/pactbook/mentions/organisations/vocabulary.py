"""One language's words for organisations, compiled for matching."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from pactbook.knowledge.compiled import Compiled, as_said, made, made_of_all
from pactbook.knowledge.countries import countries
from pactbook.knowledge.organisations import BodyWords, Head, Slot, body_words
from pactbook.mentions.organisations.words import Word, keys_of, words_of
from pactbook.text.edges import Edges


class Phrases:
    """Phrases of one word or more, looked up at a word of the article."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = frozenset(keys for p in phrases if (keys := keys_of(p)))
        self._from = _lengths((p[0], len(p)) for p in self._phrases)
        self._to = _lengths((p[-1], len(p)) for p in self._phrases)
        #: The words that phrases begin with, and those that they end with.
        self.firsts = frozenset(self._from)
        self.lasts = frozenset(self._to)

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def at(self, words: Sequence[Word], place: int) -> int:
        """How many words of the longest phrase start at ``place``; 0 for none."""
        try:
            lengths = self._from.get(words[place].key)
        except IndexError:
            return 0
        if lengths is None or place < 0:
            return 0  # most words begin nothing
        for length in lengths:
            if length == 1:
                return 1
            behind = place + length
            if behind <= len(words) and tuple([w.key for w in words[place:behind]]) in self._phrases:
                return length
        return 0

    def among(self, words: Sequence[Word], first: int, end: int) -> bool:
        """Whether one of the phrases starts at a word from ``first`` on, before ``end``."""
        firsts = self.firsts
        for place in range(first, end):  # noqa: SIM110 - asked of whole sentences
            if words[place].key in firsts and self.at(words, place):
                return True
        return False

    def before(self, words: Sequence[Word], place: int) -> int:
        """How many words of the longest phrase end right before ``place``; 0 for none."""
        if place > 0 and (last := words[place - 1].key) in self.lasts:
            for length in self._to[last]:
                if length == 1:
                    return 1
                if place >= length and tuple([w.key for w in words[place - length : place]]) in self._phrases:
                    return length
        return 0

    def __contains__(self, keys: object) -> bool:
        return keys in self._phrases


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Word → the lengths of the phrases that it stands at the end of, the longest first."""
    known: dict[str, set[int]] = {}
    for word, length in pairs:
        known.setdefault(word, set()).add(length)
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in known.items()}


def _one(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.key for phrase in words for word in words_of(phrase))


def _each(by: Callable[[Any], Any]) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Makes a table in which ``by`` has been done to every value."""
    return lambda table: {name: by(value) for name, value in table.items()}


def _first_words(names: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return frozenset(keys[0] for known in names.values() for name in known if (keys := keys_of(name)))


def _last_words(names: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return frozenset(keys[-1] for known in names.values() for name in known if (keys := keys_of(name)))


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.VERBOSE)


def _heads(heads: Sequence[Head]) -> dict[str, list[tuple[tuple[str, ...], Head]]]:
    """First word → the phrases that begin with it, those of most words first, with what they tell."""
    found: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for head in heads:
        for phrase in map(keys_of, head.words):
            found.setdefault(phrase[0], []).append((phrase, head))
    for phrases in found.values():
        phrases.sort(key=lambda h: -len(h[0]))
    return found


def _bare(heads: Sequence[Head]) -> frozenset[str]:
    return frozenset(keys_of(w)[-1] for h in heads if h.kind != "company" for w in h.words)


def _governments(heads: Sequence[Head]) -> Phrases:
    return Phrases([w for h in heads if h.kind in {"subnational", "agency"} for w in h.words])


def _legal_forms(words: BodyWords) -> Phrases:
    """Where heads stand first, what may stand behind a name is English: "Hyosung Corp."."""
    return Phrases(body_words("en").legal_forms if words.heads_first else words.legal_forms)


def _surnames(names: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Surname → the countries where people bear it: "Ha" and "Do" do in both."""
    sides: dict[str, set[str]] = {}
    for country, known in names.items():
        for name in known:
            sides.setdefault(keys_of(name)[0], set()).add(country)
    return {name: frozenset(countries) for name, countries in sides.items()}


def _before_slots(slots: Sequence[Slot]) -> Edges:
    return Edges([slot.before for slot in slots], behind=False)


def _behind_slots(slots: Sequence[Slot]) -> Edges:
    return Edges([slot.behind for slot in slots], behind=True)


def _no_beginnings(words: BodyWords) -> frozenset[str]:
    return _one(words.never_first) | Phrases([*words.titles, *words.not_bodies]).firsts


class Vocabulary(Compiled):
    """What ``organisations.toml`` of a language says, ready for matching."""

    heads: dict[str, list[tuple[tuple[str, ...], Head]]] = made(_heads)
    heads_first: bool = as_said()
    links: frozenset[str] = made(_one)
    joins: frozenset[str] = made(_one)
    topics: frozenset[str] = made(_one)
    #: Topics and what newsrooms call the portfolios of ministries.
    fields: frozenset[str] = made_of_all(lambda words: _one([*words.topics, *words.portfolios]))
    never_first: frozenset[str] = made(_one)
    owners: frozenset[str] = made(_one)
    generic: frozenset[str] = made(_one)
    #: Topics and generic words: what no name is made of alone.
    idle: frozenset[str] = made_of_all(lambda words: _one([*words.topics, *words.generic]))
    #: Heads of bodies that are no firms: "Committee", "University".
    bare: frozenset[str] = made(_bare, of="heads")
    shared: frozenset[str] = made(_one)
    not_heads: frozenset[str] = made(_one)
    beginnings: dict[str, tuple[str, ...]] = made(_each(tuple))
    local: str | None = as_said()
    home: str | None = as_said()
    state_behind: bool = as_said()
    #: Whether particles are glued to names, and heads stand last.
    glued: bool = made(bool, of="particles")
    outlets: dict[str, list[str]] = as_said()
    loose: Phrases = made(Phrases)
    arms: frozenset[str] = made(_one)
    firm_titles: Phrases = made(Phrases)
    sales: frozenset[str] = made(_one)
    traders: frozenset[str] = made(_one)
    runners: frozenset[str] = made(_one)
    firms: frozenset[str] = made(_one)
    articles: frozenset[str] = made(_one)
    department: frozenset[str] = made(_one)
    based: frozenset[str] = made(_one)
    near: frozenset[str] = made(_one)
    own: frozenset[str] = made(_one)
    helpers: frozenset[str] = made_of_all(lambda words: _one([*words.near, *words.own]))
    equals: frozenset[str] = made(_one)
    behind_comma: frozenset[str] = made(_one)
    stops: frozenset[str] = made(_one)
    ministry: frozenset[str] = made(_one)
    ministers: frozenset[str] = made(_one)
    titles: Phrases = made(Phrases)
    places: Phrases = made(Phrases)
    not_bodies: Phrases = made(Phrases)
    not_before: Phrases = made(Phrases)
    #: The words with which what is no name of a body may begin: only behind them more is asked.
    no_beginnings: frozenset[str] = made_of_all(_no_beginnings)
    acts: Phrases = made(Phrases)
    signs: Phrases = made(Phrases)
    auxiliaries: frozenset[str] = made(_one)
    asides: frozenset[str] = made(_one)
    timely: frozenset[str] = made(_one)
    governors: Phrases = made(Phrases)
    running: Phrases = made(Phrases)
    executives: Phrases = made(Phrases)
    scenes: frozenset[str] = made(_one)
    bearings: frozenset[str] = made(_one)
    inner_places: frozenset[str] = made(_one)
    settings: Phrases = made(Phrases)
    governments: Phrases = made(_governments, of="heads")
    partners: frozenset[str] = made(_one)
    two_sided: frozenset[str] = made(_one)
    relatives: frozenset[str] = made(_one)
    city_rulers: Phrases = made(Phrases)
    bonds: Phrases = made(Phrases)
    holders: Phrases = made(Phrases)
    not_parties: Phrases = made(Phrases)
    counted: frozenset[str] = made(_one)
    sites: frozenset[str] = made(_one)
    slots: list[Slot] = as_said()
    #: What can stand right before and right behind whatever stands in each of the slots.
    before_slots: Edges = made(_before_slots, of="slots")
    behind_slots: Edges = made(_behind_slots, of="slots")
    grants: Phrases = made(Phrases)
    askers: Phrases = made(Phrases)
    givers: Phrases = made(Phrases)
    agents: frozenset[str] = made(_one)
    parts: Phrases = made(Phrases)
    seats: Phrases = made(Phrases)
    exchanges: dict[str, frozenset[str]] = made(_each(_one))
    sounds: dict[str, re.Pattern[str]] = made(_each(_pattern))
    marks: dict[str, re.Pattern[str]] = made(_each(_pattern))
    shared_by: frozenset[str] = made(_one)
    suffixes: frozenset[str] = made(_one)
    deals: Phrases = made(Phrases)
    offices: Phrases = made(Phrases, of="local_offices")
    departments: Phrases = made(Phrases, of="local_departments")
    legal_forms: Phrases = made_of_all(_legal_forms)
    abbreviations: frozenset[str] = made(_one)
    nouns: dict[str, Phrases] = made(_each(Phrases))
    #: The words that nouns of every kind begin with, and those that they end with.
    noun_firsts: frozenset[str] = made(_first_words, of="nouns")
    noun_lasts: frozenset[str] = made(_last_words, of="nouns")
    cities: dict[str, Phrases] = made(_each(Phrases))
    #: The words that the names of cities begin with.
    city_firsts: frozenset[str] = made(_first_words, of="cities")
    given: frozenset[str] = made(_one)
    surnames: dict[str, frozenset[str]] = made(_surnames)
    adjectives: Phrases = made_of_all(lambda _: Phrases([a for s in countries().values() for a in s.adjectives]))
    states: Phrases = made_of_all(lambda _: Phrases([n for s in countries().values() for n in (*s.names, *s.capitals)]))

    def title_at(self, words: Sequence[Word], place: int) -> int:
        """How many words of a person's title start at ``place``; "General Affairs" is none."""
        length = self.titles.at(words, place) if words[place].key in self.titles.firsts else 0
        after = place + length
        if (
            length
            and after < len(words)
            and words[after].joined
            and (words[after].key in self.topics or words[after].key in self.heads)
        ):
            return 0
        return length

    def heads_at(self, words: Sequence[Word], place: int) -> list[tuple[int, Head]]:
        """The heads of most words that start at ``place``, with the number of their words."""
        known = self.heads.get(words[place].key)
        if known is None:
            return []  # most words begin none
        found: list[tuple[int, Head]] = []
        for phrase, head in known:
            length = len(phrase)
            if found and length < found[0][0]:
                break
            if length == 1 or tuple([w.key for w in words[place : place + length]]) == phrase:
                found.append((length, head))
        return found


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of ``en``, ``vi`` or ``ko``. Raises KnowledgeError."""
    return Vocabulary(body_words(language))
