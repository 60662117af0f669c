"""Read figures as series over time."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, func, select

from pactbook.knowledge.measures import measures
from pactbook.model.claim import FigureClaim
from pactbook.model.figure import Reading
from pactbook.model.span import Span
from pactbook.store.rulings import read_figure_rulings
from pactbook.store.tables.articles import articles
from pactbook.store.tables.figures import figure_claims


def read_readings(connection: Connection, *conditions: ColumnElement[bool]) -> list[Reading]:
    """What articles say for the points of series, by figures that fit ``conditions``; without what speaks for it."""
    figure, article = figure_claims.c, articles.c
    origin = func.coalesce(article.copy_of, article.id)
    place = (figure.start, figure.end, figure.text)
    amount = (figure.low, figure.high, figure.currency, figure.qualifier)
    meaning = (figure.measure, figure.status, figure.period, figure.source, figure.target)
    asked = select(figure.id, origin, article.published, figure.decided, *place, *amount, *meaning)
    joined = asked.join(articles, article.key == figure.article).where(figure.measure.in_(_lasting()), *conditions)
    rows = connection.execute(joined).all()
    ruled = read_figure_rulings(connection, [name for name, _, _, decided, *_ in rows if decided])
    return [
        Reading(name, source, published, FigureClaim(Span(*told[:3]), *told[3:]), ruled.all_of(name) if decided else ())
        for name, source, published, decided, *told in rows
    ]


def _lasting() -> list[str]:
    return [name for name, measure in measures().items() if measure.series]
