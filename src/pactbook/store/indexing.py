"""The full-text index made anew, where what is indexed has changed."""

from __future__ import annotations

from sqlalchemy import Connection, select

from pactbook.store import fulltext, rows
from pactbook.store.extractions import read_some
from pactbook.store.figures import settle_all_figures
from pactbook.store.pages import pages
from pactbook.store.resolving import index_claims
from pactbook.store.tables.articles import articles
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.decisions import anchors


def reindex(connection: Connection) -> None:
    """Index every stored article and all that it says, and what analysts decided of it."""
    fulltext.create(connection)
    for page in pages(connection, articles.c.key):
        for key, extraction in zip(page, read_some(connection, page), strict=True):
            rows.index_claims(connection, key, extraction)
    settle_all_figures(connection)
    claim = agreement_claims.c
    decided = select(claim.key).join(anchors, anchors.c.claim == claim.key)
    together = select(claim.key).where(claim.record.in_(select(claim.record).where(claim.key.in_(decided))))
    index_claims(connection, set(connection.scalars(together)))
