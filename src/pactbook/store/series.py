"""Read figures as series over time."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, select

from pactbook.knowledge.measures import measures
from pactbook.model.figure import Reading
from pactbook.store.figures import read_figure_records
from pactbook.store.tables.articles import articles
from pactbook.store.tables.figures import figure_claims


def read_readings(connection: Connection, *conditions: ColumnElement[bool]) -> list[Reading]:
    """What articles say for the points of series, by figures that fit ``conditions``."""
    figure, article = figure_claims.c, articles.c
    asked = select(figure.id, article.id.label("article"), article.copy_of, article.published)
    joined = asked.join(articles, article.key == figure.article).where(figure.measure.in_(_lasting()), *conditions)
    rows = {row.id: row for row in connection.execute(joined)}
    return [
        Reading(r.id, rows[r.id].copy_of or rows[r.id].article, rows[r.id].published, r.claim, r.decisions)
        for _, r in read_figure_records(connection, rows)
    ]


def _lasting() -> list[str]:
    return [name for name, measure in measures().items() if measure.series]
