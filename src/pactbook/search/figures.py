"""Find figures."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Float, literal, select

from pactbook.model.record import FigureHit
from pactbook.model.words import FIGURE_STATUSES
from pactbook.search.evidence import best, open_evidence
from pactbook.search.filters import on_figures
from pactbook.search.query import Query
from pactbook.store import tables as t
from pactbook.store.chunks import chunks
from pactbook.store.extractions import figure_of, read_articles, read_heads
from pactbook.store.file import RecordFile
from pactbook.store.fulltext import ranked
from pactbook.store.tellings import rows_by_claim


def find_figures(record: RecordFile, query: Query) -> list[FigureHit]:
    """Figures that fit all of ``query``: those that fit its words best first, without words the latest period first.

    A figure without a period belongs to the time of its article. Raises QueryError, EvidenceError.
    """
    query.check(FIGURE_STATUSES, "kind", "sector")
    with record.reading() as connection:
        found = _find(connection, query)
        return _open(connection, query, found)


def _find(connection: Connection, query: Query) -> dict[int, float]:
    """Figure key → score, in order."""
    figure = t.figure_claims.c
    asked = select(figure.key, literal(0.0, Float).label("score"))
    order = [figure.first.is_(None), figure.first.desc(), figure.id]
    if query.words.strip():
        terms = query.terms(connection)
        if not terms:
            return {}
        match = ranked("found_figures", terms)
        asked = select(figure.key, match.c.score).join(match, match.c.key == figure.key)
        order = [match.c.score, figure.id]
    asked = asked.join(t.articles, t.articles.c.key == figure.article).where(*on_figures(connection, query))
    return {row.key: -row.score for row in connection.execute(asked.order_by(*order).limit(query.limit))}


def _open(connection: Connection, query: Query, found: Mapping[int, float]) -> list[FigureHit]:
    rows = {}
    for part in chunks(found):
        for row in connection.execute(select(t.figure_claims).where(t.figure_claims.c.key.in_(part))):
            rows[row.key] = row
    keys = {row.article for row in rows.values()}
    heads, texts = read_heads(connection, keys), read_articles(connection, keys)
    reasons = rows_by_claim(connection, t.figure_evidence, found)
    words = query.asked_words()
    hits = []
    for key, score in found.items():
        row = rows[key]
        figure = figure_of(row, reasons[key])
        evidence = best(open_evidence(heads[row.article], texts[row.article], [figure.span]), words)
        hits.append(FigureHit(row.id, figure, evidence, score))
    return hits
