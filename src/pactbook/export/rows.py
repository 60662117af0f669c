"""Read whole tables row by row, and know how many rows there must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, func, select

from pactbook.export.codebook import codebook
from pactbook.export.columns import (
    FoundBody,
    FoundFigure,
    Row,
    agreement_row,
    body_row,
    claim_row,
    figure_row,
    point_row,
)
from pactbook.model.record import Evidence
from pactbook.model.span import Span
from pactbook.record.identity import agreement_ids
from pactbook.store import tables as t
from pactbook.store.bodies import body_pages, count_bodies
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_articles, read_heads, read_some
from pactbook.store.figures import read_figure_records
from pactbook.store.pages import different, pages
from pactbook.store.series import read_series
from pactbook.store.views import article_keys, read_views


@dataclass(frozen=True, slots=True)
class Whole:
    """A table to take away: its rows in order, and what tells how many there must be.

    That is a column of the record whose values have one row each, or a count of its own.
    """

    rows: Callable[[Connection], Iterator[dict[str, Any]]]
    each: Column[Any] | Callable[[Connection], int]

    def expected(self, connection: Connection) -> int:
        """How many rows there must be."""
        return different(connection, self.each) if isinstance(self.each, Column) else self.each(connection)


def _agreements(connection: Connection) -> Iterator[Row]:
    for page in pages(connection, t.agreements.c.id):
        yield from map(agreement_row, read_views(connection, page))


def _claims(connection: Connection) -> Iterator[Row]:
    for page in pages(connection, t.agreements.c.id):
        for view in read_views(connection, page):
            yield from (claim_row(view, told) for told in view.told)


def _figures(connection: Connection) -> Iterator[Row]:
    for page in pages(connection, t.figure_claims.c.id):
        figures = read_figure_records(connection, page)
        keys = {article for article, _ in figures}
        heads, texts = read_heads(connection, keys), read_articles(connection, keys)
        for article, found in figures:
            evidence = open_evidence(heads[article], texts[article], [found.claim.span])[0]
            yield figure_row(FoundFigure(found, evidence))


def _series(connection: Connection) -> Iterator[Row]:
    for one in read_series(connection):
        yield from (point_row(one, point) for point in one.points)


def _organisations(connection: Connection) -> Iterator[Row]:
    for page in body_pages(connection):
        mentions = _first_mentions(connection, [i for body in page for i in (body.id, *body.also)])
        for body in page:
            found = [mentions[i] for i in (body.id, *body.also) if i in mentions]
            yield body_row(FoundBody(body, min(found, key=_earliest, default=None)))


def _earliest(mention: Evidence) -> tuple[bool, str, str, int]:
    published = mention.article.published
    return published is None, published or "", mention.article.id, mention.quotes[0].start


def _first_mentions(connection: Connection, bodies: list[str]) -> dict[str, Evidence]:
    """Body → the first place where it is named, in the article that was published first."""
    m, a = t.mentions.c, t.articles.c
    order = (a.first.is_(None), a.first, a.id, m.start)
    place = func.row_number().over(partition_by=m.body, order_by=order).label("place")
    ranked = select(m.body, m.article, m.start, m.end, m.text, place).join(t.articles).where(m.body.in_(bodies))
    inner = ranked.subquery()
    rows = connection.execute(select(inner).where(inner.c.place == 1)).all()
    keys = {row.article for row in rows}
    heads, texts = read_heads(connection, keys), read_articles(connection, keys)
    spans = {row.body: (row.article, Span(row.start, row.end, row.text)) for row in rows}
    return {body: open_evidence(heads[key], texts[key], [span])[0] for body, (key, span) in spans.items()}


def _codebook(connection: Connection) -> Iterator[dict[str, Any]]:
    """The codebook's object of each article, its agreements with their ids and the ids of their records."""
    for page in pages(connection, t.articles.c.id):
        keys = article_keys(connection, page)
        claim = t.agreement_claims.c
        rows = connection.execute(select(claim.id, claim.record).where(claim.article.in_(keys.values())))
        records = {row.id: row.record for row in rows}
        for extraction in read_some(connection, [keys[name] for name in page]):
            whole = codebook(extraction)
            for agreement, name in zip(whole["agreements"], agreement_ids(extraction), strict=True):
                agreement |= {"id": name, "record": records[name]}
            yield whole


TABLES: dict[str, Whole] = {
    "agreements": Whole(_agreements, t.agreements.c.id),
    "claims": Whole(_claims, t.agreement_claims.c.id),
    "figures": Whole(_figures, t.figure_claims.c.id),
    "series": Whole(_series, lambda connection: sum(len(one.points) for one in read_series(connection))),
    "organisations": Whole(_organisations, count_bodies),
}

#: The claims as the codebook writes them: one object per article.
CODEBOOK = Whole(_codebook, t.articles.c.id)
