"""Figures that answer a question."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from pactbook.model.hits import FigureHit
from pactbook.search.query import Query
from pactbook.search.ranking import Scored
from pactbook.search.wording import marker
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_articles, read_heads
from pactbook.store.figure_bodies import read_beside
from pactbook.store.figures import read_figure_records
from pactbook.store.naming import names_of


def open_figures(connection: Connection, query: Query, found: Sequence[Scored]) -> list[FigureHit]:
    """The figures of what was found, each with its sentence and whom that names.

    Raises EvidenceError for a quote that no longer fits its text.
    """
    scores = {one.id: one.score for one in found}
    figures = read_figure_records(connection, scores)
    keys = {article for article, _ in figures}
    heads, texts = read_heads(connection, keys), read_articles(connection, keys)
    beside = read_beside(connection, scores)
    names = names_of(connection, {body for bodies in beside.values() for body in bodies})
    sought = marker(query.tree())
    hits = []
    for article, figure in figures:
        (evidence,) = open_evidence(heads[article], texts[article], [figure.claim.span])
        marks, score = sought.marks(evidence.sentence.text), scores[figure.id]
        bodies = beside[figure.id]
        known = {body: names[body] for body in bodies}
        hits.append(
            FigureHit(figure.id, figure.claim, evidence, score, figure.said, figure.decisions, marks, bodies, known)
        )
    return hits
