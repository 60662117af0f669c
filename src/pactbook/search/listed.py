"""Bodies of the gazetteer by words within their names, and bodies whose names are near to one that nobody has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from rapidfuzz import fuzz, process
from sqlalchemy import Connection

from pactbook.knowledge import gazetteer
from pactbook.record.namesakes import bare
from pactbook.search.catalogue.keeping import shelf
from pactbook.store.sameness import read_same
from pactbook.text.grams import index_words

#: Names that are less alike than this, in percent, are not near.
_ALIKE = 85
#: So many names are looked at for the bodies that are near, and so many bodies are told.
_LOOKED_AT, _TOLD = 12, 3


def bodies_listed(name: str) -> frozenset[str]:
    """The bodies of the gazetteer of whose names the words are at least half, side by side; legal forms do not count.

    Fewer words would often fit one body by chance: "Seafood" is no name of Minh Phu Seafood.
    """
    wanted = _telling(name)
    return frozenset(key for key, held in _holding(wanted) if 2 * len(wanted.split()) >= len(held.split()))


def bodies_near(connection: Connection, name: str) -> list[str]:
    """Bodies that may have been meant by a name that nobody has, the likeliest first: known names that hold its words,
    or are most of them, or are spelt much alike."""
    same, wanted = read_same(connection), _telling(name)
    if not wanted.strip():
        return []
    found = [*_holding(wanted), *_within(wanted), *_alike(wanted, _every()), *_alike(_tokens(name), _told(connection))]
    return list(dict.fromkeys(same.get(body, body) for body, _ in found))[:_TOLD]


def _holding(wanted: str) -> list[tuple[str, str]]:
    """Body and name, in tokens, of the gazetteer's names that hold ``wanted``, the shortest first."""
    held = [(key, tokens) for key, tokens in _every() if wanted in tokens] if wanted.strip() else []
    return sorted(held, key=lambda one: (len(one[1]), one))


def _within(wanted: str) -> list[tuple[str, str]]:
    """The same of the names that ``wanted`` holds, and that are at least half of its words, the longest first."""
    least = len(wanted.split()) / 2
    held = [(key, tokens) for key, tokens in _every() if tokens in wanted and len(tokens.split()) >= least]
    return sorted(held, key=lambda one: (-len(one[1]), one))


def _alike(wanted: str, among: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Those of ``among`` whose names are near, the nearest first."""
    named = list(among)
    near = process.extract(
        wanted, [tokens for _, tokens in named], scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_LOOKED_AT
    )
    return (named[n] for _, _, n in near)


@cache
def _every() -> tuple[tuple[str, str], ...]:
    """Body and name, in tokens without legal forms, of all names of the gazetteer."""
    return tuple(
        (key, _telling(name))
        for key, body in gazetteer.bodies().items()
        for name in (*body.en, *body.vi, *body.ko, *body.acronyms, *body.short)
    )


def _told(connection: Connection) -> Iterator[tuple[str, str]]:
    """The same of the bodies that articles name, with all their words."""
    known = shelf(connection, "organisations")
    for n, names in known.column(connection, "names").items():
        yield from ((known.ids[n], tokens) for tokens in names)


def _telling(name: str) -> str:
    return _tokens(" ".join(bare(name)))


def _tokens(name: str) -> str:
    """The words as a search goes by them, with a space on both sides."""
    return f" {index_words(name).tokens} "
