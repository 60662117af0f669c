"""What a telling is about, in words that do not depend on its language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from pactbook.knowledge.matters import matter_words, matters
from pactbook.model.told import Telling
from pactbook.record.identity import is_state


class Matter(NamedTuple):
    """Keys of ``common/matters.toml``: the treaty that is named, the grade of ties, the matters.

    ``told`` are the matters of the sentences that state the claim; they stand in where the subject says none.
    """

    treaty: str | None
    standing: str | None
    matters: frozenset[str]
    told: frozenset[str]


def matter_of(telling: Telling) -> Matter:
    """What ``telling`` is about."""
    claim = telling.claim
    return _matter(claim.subject, claim.kind, tuple(e.text for e in claim.evidence), frozenset(claim.parties))


@lru_cache(maxsize=1 << 16)
def _matter(subject: str, kind: str, evidence: tuple[str, ...], parties: frozenset[str]) -> Matter:
    said = _said(subject)
    told = frozenset(name for text in evidence for sort, name in _said(text) if sort == "matter")
    return Matter(
        treaty=_treaty(said, parties) if kind == "treaty" or (kind == "agreement" and _of_states(parties)) else None,
        standing=_first("standing", said) if kind == "partnership" else None,
        matters=frozenset(name for sort, name in said if sort == "matter"),
        told=told,
    )


@lru_cache(maxsize=1 << 16)
def _said(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(value for hit in matter_words().scan(text) for value in hit.values)


def _treaty(said: Iterable[tuple[str, str]], parties: frozenset[str]) -> str | None:
    """The treaty that is named, else the one that general words mean where its members alone are the parties."""
    known = matters().treaty
    if (name := _first("treaty", said)) and (not known[name].members or parties & set(known[name].members)):
        return name
    return next((n for sort, n in said if sort == "plain" and parties == set(known[n].members)), None)


def _of_states(parties: Iterable[str]) -> bool:
    """Whether a state or an international body takes part: ministries agree on what a treaty asks, not on itself."""
    return any(is_state(party) or party.startswith("xx.") for party in parties)


def _first(wanted: str, said: Iterable[tuple[str, str]]) -> str | None:
    return next((name for sort, name in said if sort == wanted), None)
