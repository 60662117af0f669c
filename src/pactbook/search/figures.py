"""Find figures."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Float, literal, select

from pactbook.model.record import FigureHit
from pactbook.model.words import FIGURE_STATUSES
from pactbook.search.filters import on_figures
from pactbook.search.query import Query
from pactbook.store import tables as t
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_articles, read_heads
from pactbook.store.figures import read_figure_records
from pactbook.store.file import RecordFile
from pactbook.store.fulltext import ranked


def find_figures(record: RecordFile, query: Query) -> list[FigureHit]:
    """Figures that fit all of ``query``: those that fit its words best first, without words the latest period first.

    A figure without a period belongs to the time of its article. Raises QueryError, EvidenceError.
    """
    query.check(FIGURE_STATUSES, "kind", "sector")
    with record.reading() as connection:
        found = _find(connection, query)
        return _open(connection, found)


def _find(connection: Connection, query: Query) -> dict[str, float]:
    """Figure id → score, in order."""
    figure = t.figure_claims.c
    asked = select(figure.id, literal(0.0, Float).label("score"))
    order = [figure.first.desc().nulls_last(), figure.id]
    if query.words.strip():
        terms = query.terms(connection)
        if not terms:
            return {}
        match = ranked("found_figures", terms)
        asked = select(figure.id, match.c.score).join(match, match.c.key == figure.key)
        order = [match.c.score, figure.id]
    asked = asked.join(t.articles, t.articles.c.key == figure.article).where(*on_figures(connection, query))
    return {row.id: -row.score for row in connection.execute(asked.order_by(*order).limit(query.limit))}


def _open(connection: Connection, found: Mapping[str, float]) -> list[FigureHit]:
    figures = read_figure_records(connection, found)
    keys = {article for article, _ in figures}
    heads, texts = read_heads(connection, keys), read_articles(connection, keys)
    hits = []
    for article, figure in figures:
        (evidence,) = open_evidence(heads[article], texts[article], [figure.claim.span])
        hits.append(FigureHit(figure.id, figure.claim, evidence, found[figure.id], figure.said, figure.decisions))
    return hits
