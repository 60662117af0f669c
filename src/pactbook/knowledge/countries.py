"""States: how they, their people, capitals and governments are called."""

from __future__ import annotations

from functools import cache

import msgspec

from pactbook.knowledge.reading import Entry, read
from pactbook.text.lexicon import Lexicon


class Country(Entry, frozen=True):
    """One state. Every list holds the words of all three languages."""

    names: list[str]
    adjectives: list[str] = msgspec.field(default_factory=list)
    capitals: list[str] = msgspec.field(default_factory=list)
    governments: list[str] = msgspec.field(default_factory=list)
    #: Words that hold the name but mean something else ("South China Sea", "South Korean won").
    not_in: list[str] = msgspec.field(default_factory=list)


@cache
def countries() -> dict[str, Country]:
    """ISO 3166 alpha-2 code → state."""
    return read("common/countries.toml", dict[str, Country])


@cache
def country_words() -> Lexicon[tuple[str, str]]:
    """Phrase → (ISO code, form); the form is ``name``, ``adjective``, ``capital``, ``government`` or ``not``."""
    words: list[tuple[str, tuple[str, str]]] = []
    for code, country in countries().items():
        for form, phrases in (
            ("name", country.names),
            ("adjective", country.adjectives),
            ("capital", country.capitals),
            ("government", country.governments),
            ("not", country.not_in),
        ):
            words.extend((phrase, (code, form)) for phrase in phrases)
    # Case matters: "rok" and "us" are words, "ROK" and "US" are states.
    return Lexicon(words, ignore_case=False)
