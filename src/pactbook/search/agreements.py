"""Find agreements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from pactbook.model.record import AgreementHit, AgreementRecord, Telling
from pactbook.model.words import AGREEMENT_STATUSES
from pactbook.search.evidence import leading
from pactbook.search.filters import on_agreements
from pactbook.search.query import Query
from pactbook.store import tables as t
from pactbook.store.agreements import read_agreements
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_articles, read_heads
from pactbook.store.file import RecordFile
from pactbook.store.fulltext import Term, ranked
from pactbook.store.naming import names_of
from pactbook.store.views import article_keys


class _Found(NamedTuple):
    record: str
    claim: str | None
    score: float


def find_agreements(record: RecordFile, query: Query) -> list[AgreementHit]:
    """Agreements that fit all of ``query``: those that fit its words best first, without words the latest first.

    Raises QueryError for a question that cannot be asked, EvidenceError for a quote that no longer fits its text.
    """
    query.check(AGREEMENT_STATUSES, "measure")
    with record.reading() as connection:
        if not query.words.strip():
            found = _latest(connection, query)
        elif terms := query.terms(connection):
            found = _best(connection, query, terms)
        else:
            found = []  # Words without a letter or digit are found nowhere.
        return _open(connection, found)


def _latest(connection: Connection, query: Query) -> list[_Found]:
    agreement = t.agreements.c
    asked = select(agreement.id).where(*on_agreements(connection, query))
    asked = asked.order_by(agreement.first.desc().nulls_last(), agreement.id).limit(query.limit)
    return [_Found(name, None, 0.0) for name in connection.scalars(asked)]


def _best(connection: Connection, query: Query, terms: Sequence[Term]) -> list[_Found]:
    """Each agreement once, by the claim of it that fits best."""
    match = ranked("found_agreements", terms)
    claim = t.agreement_claims.c
    asked = (
        select(claim.record, claim.id, match.c.score)
        .join(match, match.c.key == claim.key)
        .join(t.agreements, t.agreements.c.id == claim.record)
        .where(*on_agreements(connection, query))
        .order_by(match.c.score, claim.id)
    )
    found: dict[str, _Found] = {}
    with connection.execution_options(yield_per=100).execute(asked) as rows:
        for row in rows:
            found.setdefault(row.record, _Found(row.record, row.id, -row.score))
            if query.limit and len(found) == query.limit:
                break
    return list(found.values())


def _open(connection: Connection, found: Sequence[_Found]) -> list[AgreementHit]:
    records = read_agreements(connection, [f.record for f in found])
    shown = {f.record: _telling(*records[f.record], f.claim) for f in found}
    keys = article_keys(connection, (told.article for told in shown.values()))
    heads, texts = read_heads(connection, keys.values()), read_articles(connection, keys.values())
    names = names_of(connection, (p for agreement, _ in records.values() for p in agreement.parties))
    hits = []
    for name, _, score in found:
        agreement, key = records[name][0], keys[shown[name].article]
        spans = shown[name].claim.evidence
        evidence = leading(open_evidence(heads[key], texts[key], spans), spans)
        hits.append(AgreementHit(agreement, {p: names[p] for p in agreement.parties}, evidence, score))
    return hits


def _telling(agreement: AgreementRecord, tellings: Sequence[Telling], claim: str | None) -> Telling:
    """The telling to show: the one that was found, else the first to report how things stand, dated if possible."""
    if claim is not None:
        return next(t for t in tellings if t.id == claim)
    return min(tellings, key=lambda t: (t.claim.status != agreement.status, t.claim.date is None))
