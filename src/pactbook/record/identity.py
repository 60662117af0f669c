"""Names for claims that come from what they say, so that they stay when rows, runs and machines change."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

from pactbook.model.claim import AgreementClaim, Extraction, FigureClaim
from pactbook.model.told import Telling


def agreement_ids(extraction: Extraction) -> tuple[str, ...]:
    """One id per agreement claim: the article, where the evidence starts, the kind and the parties."""
    return _tell_apart([_agreement_key(extraction.article.id, c) for c in extraction.agreements])


def figure_ids(extraction: Extraction) -> tuple[str, ...]:
    """One id per figure claim: the article, the place, the amount and what it means."""
    return _tell_apart([_figure_key(extraction.article.id, f) for f in extraction.figures])


def _agreement_key(article: str, claim: AgreementClaim) -> str:
    start = min((e.start for e in claim.evidence), default=-1)
    return "\x1f".join(("agreement", article, str(start), claim.kind, *sorted(claim.parties)))


def _figure_key(article: str, figure: FigureClaim) -> str:
    amount = f"{figure.low!r}-{figure.high!r}"
    return "\x1f".join(("figure", article, str(figure.span.start), amount, figure.currency, figure.measure))


def _tell_apart(keys: list[str]) -> tuple[str, ...]:
    """Hash each key; one that came before (two deals told in one sentence) is counted on."""
    seen: Counter[str] = Counter()
    ids = []
    for key in keys:
        ids.append(blake2b(f"{key}\x1f{seen[key]}".encode(), digest_size=8).hexdigest())
        seen[key] += 1
    return tuple(ids)


def tellings(extraction: Extraction, origin: str | None = None) -> tuple[Telling, ...]:
    """The agreement claims of one article, with what the record must know of the article."""
    article = extraction.article
    sides = {b.id: b.country for b in extraction.organisations}
    shared = Counter(frozenset(c.parties) for c in extraction.agreements)
    return tuple(
        Telling(
            id=name,
            article=article.id,
            origin=origin or article.id,
            language=article.language,
            published=article.published,
            claim=claim,
            countries=frozenset(s for p in claim.parties if (s := side_of(p, sides))),
            rivals=shared[frozenset(claim.parties)] - 1,
            outlet=article.outlet,
            url=article.url,
        )
        for name, claim in zip(agreement_ids(extraction), extraction.agreements, strict=True)
    )


def side_of(party: str, countries: dict[str, str | None]) -> str | None:
    """The country of a party: the party itself if it is a state, else what the article knows of the body."""
    return party if is_state(party) else countries.get(party)


def is_state(party: str) -> bool:
    """Whether a party is a state, written as its ISO code, and not the id of a body."""
    return len(party) == 2 and party.isupper()
