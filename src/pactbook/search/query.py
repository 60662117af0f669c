"""A question to the record, and what its words mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from pactbook.errors import QueryError
from pactbook.model.edtf import bounds
from pactbook.model.words import AGREEMENT_KINDS, LANGUAGES, MEASURES, SECTORS
from pactbook.search.naming import bodies_named
from pactbook.store.fulltext import Term
from pactbook.text.grams import Gram, query_words

#: A body's name in a question is at most this many words long.
_LONGEST_NAME = 10

_CODE = re.compile("[A-Za-z]{2}")
_PART = re.compile(r'"([^"]*)"|([^"\s]+)')

_ALLOWED = {
    "kind": AGREEMENT_KINDS,
    "sector": SECTORS,
    "measure": MEASURES,
    "language": LANGUAGES,
}


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; all of it must hold.

    ``words``: all must be found; "words in quotes" side by side. ``party``: names in any language, acronyms, ids or
    ISO codes. The other tuples hold codebook words and ISO codes; any one of a tuple will do. ``since`` and
    ``until`` are EDTF dates, both counted. ``limit`` is the most answers to give, None for all.
    """

    words: str = ""
    party: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    limit: int | None = 20

    def check(self, statuses: Sequence[str], *without: str) -> None:
        """Raise QueryError for a word that the codebook does not know, or a filter among ``without``."""
        for name, allowed in (*_ALLOWED.items(), ("status", statuses)):
            for word in getattr(self, name):
                if word not in allowed:
                    raise QueryError(f"there is no {name} {word!r}; choose from: {', '.join(allowed)}")
        for code in self.country:
            if not _CODE.fullmatch(code):
                raise QueryError(f"{code!r} is no code of a country; use its two letters, as in KR or VN")
        for name in without:
            if getattr(self, name):
                raise QueryError(f"what is asked for here has no {name}")
        if self.limit is not None and self.limit < 1:
            raise QueryError(f"a limit of {self.limit} would leave nothing; ask for 1 or more")
        self.days()

    def days(self) -> tuple[str | None, str | None]:
        """The first day of ``since`` and the last of ``until``, in ISO. Raises QueryError."""
        first, last = _bound(self.since, 0, "since"), _bound(self.until, 1, "until")
        if first and last and first > last:
            raise QueryError(f"since {self.since} is after until {self.until}")
        return first, last

    def asked_words(self) -> list[tuple[Gram, ...]]:
        """The words and quoted phrases of the question, as tokens that must stand side by side."""
        return [word for phrase, bare in _PART.findall(self.words) for word in _tokens(phrase, bare)]

    def terms(self, connection: Connection) -> list[Term]:
        """What must be found in the index: words, or the bodies and states that they name. Quoted ones stay words."""
        found: list[Term] = []
        run: list[str] = []
        for phrase, bare in _PART.findall(self.words):
            if bare:
                run.append(bare)
            else:
                found += _name_terms(connection, run)
                run = []
                found += [Term((word,)) for word in _tokens(phrase, "")]
        return found + _name_terms(connection, run)


def _tokens(phrase: str, bare: str) -> list[tuple[Gram, ...]]:
    if bare:
        return query_words(bare)
    words = query_words(phrase)
    return [tuple(gram for word in words for gram in word)] if words else []


def _name_terms(connection: Connection, words: list[str]) -> list[Term]:
    """One term for each longest run of words that names a body, one for each word besides."""
    terms: list[Term] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST_NAME), at, -1):
            bodies = bodies_named(connection, " ".join(words[at:end]))
            if bodies or end == at + 1:
                grams = tuple(word for w in words[at:end] for word in query_words(w))
                terms += [Term(grams, bodies)] if grams else []
                at = end
                break
    return terms


def _bound(value: str | None, side: int, name: str) -> str | None:
    if value is None:
        return None
    try:
        found = bounds(value)
    except ValueError:
        found = None
    if found is None:
        raise QueryError(f"{name} {value!r} is no date; write a year, a month or a day: 2023, 2023-06, 2023-06-23")
    return found[side].isoformat()
