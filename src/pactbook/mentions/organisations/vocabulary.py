"""One language's words for organisations, compiled for matching."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pactbook.knowledge.countries import countries
from pactbook.knowledge.organisations import Head, body_words
from pactbook.mentions.organisations.words import Word, keys_of, words_of


class Phrases:
    """Phrases of one word or more, looked up at a word of the article."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = frozenset(keys for p in phrases if (keys := keys_of(p)))
        self._lengths = sorted({len(p) for p in self._phrases}, reverse=True)
        #: The words that phrases begin with.
        self.firsts = frozenset(p[0] for p in self._phrases)
        self._lasts = frozenset(p[-1] for p in self._phrases)

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def at(self, words: Sequence[Word], place: int) -> int:
        """How many words of the longest phrase start at ``place``; 0 for none."""
        if place < len(words) and words[place].key in self.firsts:
            for length in self._lengths:
                if (
                    place + length <= len(words)
                    and tuple(w.key for w in words[place : place + length]) in self._phrases
                ):
                    return length
        return 0

    def before(self, words: Sequence[Word], place: int) -> int:
        """How many words of the longest phrase end right before ``place``; 0 for none."""
        if place > 0 and words[place - 1].key in self._lasts:
            for length in self._lengths:
                if place >= length and tuple(w.key for w in words[place - length : place]) in self._phrases:
                    return length
        return 0

    def __contains__(self, keys: object) -> bool:
        return keys in self._phrases


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What ``organisations.toml`` of a language says, ready for matching."""

    heads: dict[str, list[tuple[tuple[str, ...], Head]]]
    heads_first: bool
    links: frozenset[str]
    joins: frozenset[str]
    topics: frozenset[str]
    #: Topics and what newsrooms call the portfolios of ministries.
    fields: frozenset[str]
    never_first: frozenset[str]
    owners: frozenset[str]
    generic: frozenset[str]
    #: Topics and generic words: what no name is made of alone.
    idle: frozenset[str]
    #: Heads of bodies that are no firms: "Committee", "University".
    bare: frozenset[str]
    shared: frozenset[str]
    not_heads: frozenset[str]
    beginnings: dict[str, tuple[str, ...]]
    local: str | None
    home: str | None
    state_behind: bool
    #: Whether particles are glued to names, and heads stand last.
    glued: bool
    outlets: dict[str, list[str]]
    loose: Phrases
    articles: frozenset[str]
    department: frozenset[str]
    based: frozenset[str]
    near: frozenset[str]
    own: frozenset[str]
    helpers: frozenset[str]
    equals: frozenset[str]
    behind_comma: frozenset[str]
    stops: frozenset[str]
    ministry: frozenset[str]
    ministers: frozenset[str]
    titles: Phrases
    places: Phrases
    not_bodies: Phrases
    not_before: Phrases
    acts: Phrases
    signs: Phrases
    auxiliaries: frozenset[str]
    asides: frozenset[str]
    timely: frozenset[str]
    governors: Phrases
    running: Phrases
    executives: Phrases
    scenes: frozenset[str]
    bearings: frozenset[str]
    settings: Phrases
    governments: Phrases
    partners: frozenset[str]
    sounds: dict[str, re.Pattern[str]]
    marks: dict[str, re.Pattern[str]]
    shared_by: frozenset[str]
    suffixes: frozenset[str]
    deals: Phrases
    offices: Phrases
    departments: Phrases
    legal_forms: Phrases
    abbreviations: frozenset[str]
    nouns: dict[str, Phrases]
    cities: dict[str, Phrases]
    given: frozenset[str]
    surnames: dict[str, frozenset[str]]
    adjectives: Phrases
    states: Phrases

    def title_at(self, words: Sequence[Word], place: int) -> int:
        """How many words of a person's title start at ``place``; "General Affairs" is none."""
        length = self.titles.at(words, place)
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
        found = [
            (len(phrase), head)
            for phrase, head in self.heads.get(words[place].key, ())
            if tuple(w.key for w in words[place : place + len(phrase)]) == phrase
        ]
        return [one for one in found if one[0] == found[0][0]]


def _one(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word.key for phrase in words for word in words_of(phrase))


def _cities(names: Mapping[str, Sequence[str]]) -> dict[str, Phrases]:
    return {country: Phrases(cities) for country, cities in names.items()}


def _surnames(names: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Surname → the countries where people bear it: "Ha" and "Do" do in both."""
    sides: dict[str, set[str]] = {}
    for country, known in names.items():
        for name in known:
            sides.setdefault(keys_of(name)[0], set()).add(country)
    return {name: frozenset(countries) for name, countries in sides.items()}


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of ``en``, ``vi`` or ``ko``. Raises KnowledgeError."""
    words = body_words(language)
    heads: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for head in words.heads:
        for phrase in map(keys_of, head.words):
            heads.setdefault(phrase[0], []).append((phrase, head))
    for found in heads.values():
        found.sort(key=lambda h: -len(h[0]))
    states = countries().values()
    return Vocabulary(
        heads=heads,
        heads_first=words.heads_first,
        links=_one(words.links),
        joins=_one(words.joins),
        topics=_one(words.topics),
        fields=_one([*words.topics, *words.portfolios]),
        never_first=_one(words.never_first),
        owners=_one(words.owners),
        generic=_one(words.generic),
        idle=_one([*words.topics, *words.generic]),
        bare=frozenset(keys_of(w)[-1] for h in words.heads if h.kind != "company" for w in h.words),
        shared=_one(words.shared),
        not_heads=_one(words.not_heads),
        beginnings={country: tuple(b) for country, b in words.beginnings.items()},
        local=words.local,
        home=words.home,
        state_behind=words.state_behind,
        glued=bool(words.particles),
        outlets=words.outlets,
        loose=Phrases(words.loose),
        articles=_one(words.articles),
        department=_one(words.department),
        based=_one(words.based),
        near=_one(words.near),
        own=_one(words.own),
        helpers=_one([*words.near, *words.own]),
        equals=_one(words.equals),
        behind_comma=_one(words.behind_comma),
        stops=_one(words.stops),
        ministry=_one(words.ministry),
        ministers=_one(words.ministers),
        titles=Phrases(words.titles),
        places=Phrases(words.places),
        not_bodies=Phrases(words.not_bodies),
        not_before=Phrases(words.not_before),
        acts=Phrases(words.acts),
        signs=Phrases(words.signs),
        auxiliaries=_one(words.auxiliaries),
        asides=_one(words.asides),
        timely=_one(words.timely),
        governors=Phrases(words.governors),
        running=Phrases(words.running),
        executives=Phrases(words.executives),
        scenes=_one(words.scenes),
        bearings=_one(words.bearings),
        settings=Phrases(words.settings),
        governments=Phrases([w for h in words.heads if h.kind in {"subnational", "agency"} for w in h.words]),
        partners=_one(words.partners),
        sounds={country: re.compile(pattern, re.VERBOSE) for country, pattern in words.sounds.items()},
        marks={country: re.compile(pattern, re.VERBOSE) for country, pattern in words.marks.items()},
        shared_by=_one(words.shared_by),
        suffixes=_one(words.suffixes),
        deals=Phrases(words.deals),
        offices=Phrases(words.local_offices),
        departments=Phrases(words.local_departments),
        # Where heads stand first, what may stand behind a name is English: "Hyosung Corp.".
        legal_forms=Phrases(body_words("en").legal_forms if words.heads_first else words.legal_forms),
        abbreviations=_one(words.abbreviations),
        nouns={kind: Phrases(nouns) for kind, nouns in words.nouns.items()},
        cities=_cities(words.cities),
        given=_one(words.given),
        surnames=_surnames(words.surnames),
        adjectives=Phrases([a for s in states for a in s.adjectives]),
        states=Phrases([n for s in states for n in (*s.names, *s.capitals)]),
    )
