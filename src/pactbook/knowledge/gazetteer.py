"""Known bodies: how they are called in three languages, what they are and where they belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from pactbook.errors import KnowledgeError
from pactbook.knowledge.countries import countries
from pactbook.knowledge.reading import Entry, names_in, read
from pactbook.text.lexicon import Lexicon

Kind = Literal[
    "ministry",
    "agency",
    "subnational",
    "company",
    "association",
    "education",
    "research",
    "hospital",
    "zone",
    "international",
    "party",
    "media",
    "other",
]

#: How a phrase names its body: in full, by acronym, or by a short form that gives way to any other reading.
Form = Literal["full", "acronym", "short"]

_KEY = re.compile(r"[a-z]{2}\.[a-z0-9]+(-[a-z0-9]+)*")
_EDTF = re.compile(r"\d{4}(-\d{2}){0,2}")


class KnownBody(Entry, frozen=True):
    """One body. The first name of each list is the official one; all others count as much when found."""

    kind: Kind
    country: str
    en: list[str] = msgspec.field(default_factory=list)
    vi: list[str] = msgspec.field(default_factory=list)
    ko: list[str] = msgspec.field(default_factory=list)
    #: Found in exactly this case.
    acronyms: list[str] = msgspec.field(default_factory=list)
    #: Found in exactly this case, and only where nothing else in the article claims the words.
    short: list[str] = msgspec.field(default_factory=list)
    parent: str | None = None
    successor: str | None = None
    #: EDTF: when the body ceased under this name.
    until: str | None = None
    note: str | None = None


@cache
def bodies() -> dict[str, KnownBody]:
    """Key (``kr.koica``) → body, over all files. Raises KnowledgeError, naming file and entry."""
    known: dict[str, KnownBody] = {}
    for place in names_in("bodies"):
        for key, body in read(place, dict[str, KnownBody]).items():
            if key in known:
                raise KnowledgeError(f"knowledge/{place}: {key}: this key is already in another file")
            _check(place, key, body)
            known[key] = body
    _check_links(known)
    return known


def _check(place: str, key: str, body: KnownBody) -> None:
    """Raise KnowledgeError for an entry that is wrong by itself."""
    where = f"knowledge/{place}: {key}"
    if not _KEY.fullmatch(key):
        raise KnowledgeError(f"{where}: a key is a country code, a dot and words with hyphens, all in small letters")
    if body.country != "XX" and body.country not in countries():
        raise KnowledgeError(f"{where}: country {body.country!r} is neither XX nor in common/countries.toml")
    phrases = [*body.en, *body.vi, *body.ko, *body.acronyms, *body.short]
    if not (body.en or body.vi or body.ko):
        raise KnowledgeError(f"{where}: a body needs a full name in at least one language")
    if any(not p or p != " ".join(p.split()) for p in phrases):
        raise KnowledgeError(f"{where}: a name is empty or has a space too many")
    if len(set(phrases)) < len(phrases):
        raise KnowledgeError(f"{where}: a name is given twice")
    if body.until is not None and not _EDTF.fullmatch(body.until):
        raise KnowledgeError(f"{where}: until {body.until!r} is not a year, month or day such as 2025-03")


def _check_links(known: dict[str, KnownBody]) -> None:
    """Raise KnowledgeError for a parent or successor that is not in the gazetteer, or is the body itself."""
    for key, body in known.items():
        for field, other in (("parent", body.parent), ("successor", body.successor)):
            if other is not None and (other not in known or other == key):
                raise KnowledgeError(f"knowledge/bodies: {key}: {field} {other!r} is not another body of the gazetteer")


@cache
def korean_names() -> Lexicon[str]:
    """Full names in Hangul → keys. Two bodies may share the words: both keys come back."""
    return Lexicon((name, key) for key, body in bodies().items() for name in body.ko)


@cache
def subnational_names() -> Lexicon[str]:
    """Full names of provinces, cities and districts in all languages → keys."""
    placed = ((key, body) for key, body in bodies().items() if body.kind == "subnational")
    return Lexicon((name, key) for key, body in placed for name in (*body.en, *body.vi, *body.ko))


@cache
def short_names() -> Lexicon[tuple[str, Form]]:
    """Acronyms and short forms in exact case → (key, form); an acronym also counts all in capitals (MOIT, MoIT)."""
    return Lexicon(_short_names(), ignore_case=False)


def _short_names() -> Iterator[tuple[str, tuple[str, Form]]]:
    for key, body in bodies().items():
        for name in body.acronyms:
            yield name, (key, "acronym")
            if len(name) > 2:
                yield name.upper(), (key, "acronym")
        for name in body.short:
            yield name, (key, "short")
