"""Agreements that answer a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from pactbook.model.agreement import AgreementRecord
from pactbook.model.hits import AgreementHit
from pactbook.model.told import Telling
from pactbook.record.subject import subject_in
from pactbook.search.evidence import leading
from pactbook.search.query import Query
from pactbook.search.ranking import Scored, score_by
from pactbook.search.wording import asked, marker
from pactbook.store.agreements import read_agreements
from pactbook.store.chunks import AMONG, rows_among
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_with_heads
from pactbook.store.fulltext import expression, scored
from pactbook.store.naming import names_of
from pactbook.store.tables.claims import agreement_claims


def open_agreements(connection: Connection, query: Query, found: Sequence[Scored]) -> list[AgreementHit]:
    """What was found, each agreement with the claim of it that fits the words best.

    Raises EvidenceError for a quote that no longer fits its text.
    """
    records = read_agreements(connection, [one.id for one in found], links=False)
    best = _best_claims(connection, query, found)
    shown = {name: _telling(*both, best.get(name)) for name, both in records.items()}
    articles = read_with_heads(connection, (told.article for told in shown.values()))
    names = names_of(connection, (p for agreement, _ in records.values() for p in agreement.parties))
    sought = marker(query.tree())
    hits = []
    for name, score, _ in found:
        if name not in records:
            continue
        agreement, (head, article) = records[name][0], articles[shown[name].article]
        spans = shown[name].claim.evidence
        evidence = leading(open_evidence(head, article, spans), spans)
        called = {p: names[p] for p in agreement.parties}
        marks = sought.marks(evidence.sentence.text)
        subject = subject_in(agreement, records[name][1], head.language)
        hits.append(AgreementHit(agreement, called, evidence, score, marks, sought.marks(subject), subject))
    return hits


def _best_claims(connection: Connection, query: Query, found: Sequence[Scored]) -> Mapping[str, str]:
    """Agreement → the id of the claim of it that fits the words of ``query`` best."""
    best = {row.record: row.id for row in rows_among(connection, _OF_ROWS, (one.row for one in found if one.row))}
    # Those that came too late in a long answer to be scored.
    others = [one.id for one in found if one.row is None]
    node = score_by(query) if others else None
    wanted = asked(connection, node) if node else None
    if wanted is None:
        return best
    rows = list(rows_among(connection, _OF_AGREEMENTS, others))
    match, keys = expression(wanted, "found_agreements"), sorted(row.key for row in rows)
    scores = dict(scored(connection, "found_agreements", match, (keys[0], keys[-1]), keys)) if keys else {}
    for row in sorted(rows, key=lambda r: (scores.get(r.key, 0.0), r.id)):
        if row.key in scores:
            best[row.record] = row.id
    return best


_CLAIM = agreement_claims.c
_OF_ROWS = select(_CLAIM.record, _CLAIM.id).where(_CLAIM.key.in_(AMONG))
_OF_AGREEMENTS = select(_CLAIM.key, _CLAIM.id, _CLAIM.record).where(_CLAIM.record.in_(AMONG))


def _telling(agreement: AgreementRecord, tellings: Sequence[Telling], claim: str | None) -> Telling:
    """The telling to show: the one that was found, else the first to report how things stand.

    If possible it is dated, and in the language of the subject.
    """
    for telling in tellings:
        if telling.id == claim:
            return telling
    language = next((t.language for t in tellings if t.claim.subject == agreement.subject), None)
    return min(
        tellings,
        key=lambda t: (t.claim.status != agreement.status, t.claim.date is None, t.language != language),
    )
