"""The words of ``organisations.toml`` of a language that glues its particles, compiled for matching."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pactbook.knowledge.countries import countries
from pactbook.knowledge.gazetteer import bodies
from pactbook.knowledge.ordinary import ordinary
from pactbook.knowledge.organisations import BodyWords, Head, body_words
from pactbook.text.fold import fold

#: A title that other words end in by chance is no longer.
_LONG_TITLE = 3
#: A word for who governs that may stand in the plural has so many syllables.
_PLURAL = 3


@dataclass(frozen=True, slots=True)
class Lexis:
    """What the endings and the parts of names tell. Every set holds words as they are printed."""

    words: BodyWords
    particles: frozenset[str]
    #: What may be glued behind a name: particles, nouns like "side", and both.
    tails: frozenset[str]
    partners: frozenset[str]
    subjects: frozenset[str]
    #: What stands behind who acts or who is acted with: subjects and partners.
    sides: frozenset[str]
    genitive: tuple[str, ...]
    #: What stands behind whom something is done with or to; with whom; and behind the last of a list.
    takers: frozenset[str]
    #: What stands behind whom something is given to, and behind who is chosen.
    receivers: frozenset[str]
    objects: frozenset[str]
    with_whom: tuple[str, ...]
    others: tuple[str, ...]
    #: What joins a name to the noun behind it that says what it is, and what may stand behind who is dealt with.
    naming: frozenset[str]
    retinue: tuple[str, ...]
    stakes: tuple[str, ...]
    ventures: tuple[str, ...]
    #: What ends clauses and what ends words for many.
    connectives: tuple[str, ...]
    plural: tuple[str, ...]
    behind: tuple[str, ...]
    verbal: tuple[str, ...]
    domestic: tuple[str, ...]
    abroad: tuple[str, ...]
    #: Surnames in Latin letters, folded.
    latin_surnames: frozenset[str]
    affixes: frozenset[str]
    heads: dict[str, Head]
    places: tuple[str, ...]
    #: Titles, places, heads and other words that no firm is called by alone.
    common: frozenset[str]
    #: Titles that a longer word may end in.
    long_titles: tuple[str, ...]
    legal_forms: tuple[str, ...]
    brands: tuple[str, ...]
    brand_firsts: frozenset[str]
    institutes: tuple[str, ...]
    not_heads: frozenset[str]
    not_bodies: frozenset[str]
    works: tuple[str, ...]
    generic: frozenset[str]
    topics: frozenset[str]
    plain: frozenset[str]
    shared: tuple[str, ...]
    titles: frozenset[str]
    #: Titles of one syllable, which are glued behind names: 협회[장].
    glued: tuple[str, ...]
    leaders: frozenset[str]
    governors: frozenset[str]
    #: Words for who governs that may stand in the plural: 관계자들이.
    long_governors: tuple[str, ...]
    executives: frozenset[str]
    #: A word for a place with what stands behind who acts → the word: 군은.
    here_said: dict[str, str]
    #: What the names of the offices and councils of a place end with.
    offices: tuple[str, ...]
    pairs: frozenset[str]
    terms: frozenset[str]
    surnames: dict[str, frozenset[str]]
    marks: dict[str, re.Pattern[str]]
    acts: re.Pattern[str]
    deals: re.Pattern[str]
    pacts: re.Pattern[str]
    chosen: re.Pattern[str]
    descriptions: re.Pattern[str]
    asked: re.Pattern[str]
    #: Behind the name of a government: a licence of its is got or lost.
    granted: re.Pattern[str]
    visited: re.Pattern[str]
    nouns: dict[str, str]
    #: Words in Hangul → the state or the state of the place that they name.
    states: dict[str, str]
    lands: dict[str, str]


@cache
def lexis(language: str) -> Lexis:
    """The words of ``ko``. Raises KnowledgeError."""
    words = body_words(language)
    places = tuple(sorted(words.places, key=len, reverse=True))
    particles = frozenset(words.particles)
    heads = {phrase: head for head in words.heads for phrase in head.words}
    plain = frozenset([*words.plain, *(n for nouns in words.nouns.values() for n in nouns)])
    states, lands = (
        dict(_states()),
        dict(_lands(places, ordinary(language).nouns | {*words.topics, *words.generic, *words.plain})),
    )
    common = (words.terms, words.titles, words.generic, words.not_heads, words.not_bodies, plain, words.governors)
    return Lexis(
        words=words,
        particles=particles,
        tails=particles | frozenset(words.behind),
        partners=frozenset(words.partners),
        subjects=frozenset(words.subjects),
        sides=frozenset([*words.subjects, *words.partners]),
        genitive=tuple(words.genitive),
        takers=frozenset([*words.partners, *words.takers]),
        receivers=frozenset(words.receivers),
        objects=frozenset(words.objects),
        with_whom=tuple(words.with_whom),
        others=tuple(words.others),
        naming=frozenset(words.naming),
        retinue=tuple(words.retinue),
        stakes=tuple(words.stakes),
        ventures=tuple(words.ventures),
        connectives=tuple(words.connectives),
        plural=tuple(words.plural),
        behind=tuple(words.behind),
        verbal=tuple(words.verbal),
        domestic=tuple(words.domestic),
        abroad=tuple(words.abroad),
        latin_surnames=frozenset(fold(n) for names in body_words("en").surnames.values() for n in names),
        affixes=frozenset(words.affixes),
        heads=heads,
        places=places,
        common=frozenset().union(*common, heads, states, lands),
        long_titles=tuple(t for t in words.titles if len(t) > _LONG_TITLE),
        legal_forms=tuple(words.legal_forms),
        brands=tuple(words.brands),
        brand_firsts=frozenset(brand[0] for brand in words.brands),
        institutes=tuple(words.institutes),
        not_heads=frozenset(words.not_heads),
        not_bodies=frozenset(words.not_bodies),
        works=tuple(words.works),
        generic=frozenset(words.generic),
        topics=frozenset(words.topics),
        plain=plain,
        shared=tuple(words.shared),
        titles=frozenset(words.titles),
        glued=tuple(t for t in words.titles if len(t) == 1),
        leaders=frozenset((*words.leaders, *(p + title for p in words.branches for title in words.branch_leaders))),
        governors=frozenset(words.governors),
        long_governors=tuple(g for g in words.governors if len(g) >= _PLURAL),
        executives=frozenset(words.executives),
        here_said={kind + said: kind for kind in words.here if len(kind) == 1 for said in words.subjects},
        offices=tuple(w for h in words.heads if h.kind not in {"zone", "media"} for w in h.words if len(w) > 1),
        pairs=frozenset(words.pairs),
        terms=frozenset(words.terms),
        surnames={country: frozenset(names) for country, names in words.surnames.items()},
        marks={country: re.compile(pattern, re.VERBOSE) for country, pattern in words.marks.items()},
        acts=_beginnings(words.acts),
        deals=_beginnings(words.deals),
        pacts=_beginnings(words.pacts),
        chosen=_beginnings(words.chosen),
        descriptions=_beginnings(words.descriptions),
        asked=_beginnings(words.asked),
        granted=re.compile(words.granted or "(?!)"),
        visited=re.compile(words.visited or "(?!)"),
        nouns={noun: kind for kind, nouns in words.nouns.items() for noun in nouns},
        states=states,
        lands=lands,
    )


def _beginnings(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) or "(?!)")


def _states() -> Iterator[tuple[str, str]]:
    for code, state in countries().items():
        for name in state.names:
            if is_hangul(name):
                yield name, code


def _lands(places: tuple[str, ...], nouns: Container[str]) -> Iterator[tuple[str, str]]:
    """Places of the gazetteer and capitals, with and without what says that they are places: 하장성, 하장."""
    for code, state in countries().items():
        yield from ((name, code) for name in state.capitals if is_hangul(name))
    for body in bodies().values():
        if body.kind != "subnational":
            continue
        for name in filter(is_hangul, body.ko):
            yield name, body.country
            base = next((name.removesuffix(p) for p in places if name.endswith(p)), "")
            # 강화 is rather a strengthening than 강화군.
            if len(base) > 1 and base not in nouns:
                yield base, body.country


def is_hangul(text: str) -> bool:
    """Whether every character is a Hangul syllable."""
    return bool(text) and all("가" <= c <= "힣" for c in text)
