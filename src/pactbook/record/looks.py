"""What comparing looks at: all of a telling that tells whether it is about the same agreement as another one."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from pactbook.knowledge.likeness import likeness
from pactbook.model.told import Telling
from pactbook.record.matter import matter_of
from pactbook.record.named import founded_in, places_in, term_in
from pactbook.text.fold import fold_name


class Look(NamedTuple):
    """A telling as it is compared.

    ``treaty`` is the treaty that it names, and whether it speaks of an amendment of it. ``matters`` are those of the
    subject, ``told`` those of the sentences that state the claim. ``renewed`` is the word of the subject that tells of
    a renewal, an amendment or a next phase, empty if there is none; ``recalls`` says whether the sentences have one.
    ``places``, ``term`` and ``founded`` are what the subject names. ``rivals``: the article tells several deals of
    these parties.
    """

    parties: frozenset[str]
    kind: str
    status: str
    date: str | None
    published: str | None
    sectors: frozenset[str]
    treaty: tuple[str, bool] | None
    standing: str | None
    matters: frozenset[str]
    told: frozenset[str]
    language: str
    subject: str
    values: tuple[tuple[str, float], ...]
    renewed: str
    recalls: bool
    places: frozenset[str]
    term: tuple[int, int] | None
    founded: frozenset[str]
    rivals: bool


def look_of(telling: Telling) -> Look:
    """What of ``telling`` is compared."""
    claim, about = telling.claim, matter_of(telling)
    subject = _folded(claim.subject)
    renewed = _renewed(subject)
    return Look(
        parties=frozenset(claim.parties),
        kind=claim.kind,
        status=claim.status,
        date=claim.date,
        published=telling.published,
        sectors=frozenset(claim.sectors),
        treaty=(about.treaty, bool(renewed)) if about.treaty else None,
        standing=about.standing,
        matters=about.matters,
        told=about.told,
        language=telling.language,
        subject=subject,
        values=tuple((v.currency, v.high) for v in claim.value),
        renewed=renewed,
        recalls=any(_renewed(_folded(e.text)) for e in claim.evidence),
        places=places_in(claim.subject),
        term=term_in(claim.subject),
        founded=founded_in(claim.subject),
        rivals=telling.rivals > 0,
    )


def sort_of(look: Look) -> str:
    """The sort of a telling that looks so: a hash of it. Tellings of one sort compare alike, so one stands for all.

    Only the article is not part of it: that it tells two deals apart is a matter of the two tellings.
    """
    said = [sorted(part) if isinstance(part, frozenset) else part for part in look]
    return blake2b(repr(said).encode(), digest_size=8).hexdigest()


@lru_cache(maxsize=1 << 14)
def _folded(subject: str) -> str:
    return fold_name(subject)


@lru_cache(maxsize=1 << 14)
def _renewed(folded: str) -> str:
    """The word that tells of a renewal, an amendment or a next phase; empty if there is none."""
    words = f" {folded}"
    return next((w for w in likeness().renewed if f" {w}" in words or (w[0] >= "가" and w in words)), "")
