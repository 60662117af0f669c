"""Agreements opened: every claim with its article and its sentences, every quote checked."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from pactbook.model.agreement import AgreementRecord
from pactbook.model.told import Telling, ToldClaim
from pactbook.model.views import AgreementView
from pactbook.store.agreements import read_agreements
from pactbook.store.chunks import AMONG, rows_among
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_with_heads
from pactbook.store.naming import names_of
from pactbook.store.tables.articles import articles as articles_table


def read_views(connection: Connection, ids: Iterable[str], *, links: bool = True) -> list[AgreementView]:
    """The agreements of ``ids`` in their order. Raises EvidenceError for a quote that does not fit its text.

    Without ``links`` it is not worked out why the tellings are one agreement.
    """
    found = read_agreements(connection, ids, links=links)
    articles = read_with_heads(connection, (telling.article for _, told in found.values() for telling in told))
    every = {p for record, told in found.values() for p in _parties(record, told)}
    names = names_of(connection, every)
    views = []
    for record, told in found.values():
        opened = []
        for telling in told:
            head, article = articles[telling.article]
            for because in telling.claim.because:
                because.span.check(article.text)
            pieces = open_evidence(head, article, telling.claim.evidence)
            opened.append(ToldClaim(telling, head, pieces))
        parties = _parties(record, told)
        views.append(AgreementView(record, {p: names[p] for p in sorted(parties)}, tuple(opened)))
    return views


def _parties(record: AgreementRecord, told: Iterable[Telling]) -> set[str]:
    """The parties that the record or any telling names."""
    return {*record.parties, *(p for telling in told for p in telling.claim.parties)}


def article_keys(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Article id → key."""
    return {row.id: row.key for row in rows_among(connection, _KEYS, ids)}


_KEYS = select(articles_table.c.id, articles_table.c.key).where(articles_table.c.id.in_(AMONG))
