"""Read articles back with all that they say: what was written, unchanged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, select

from pactbook.model.article import Article, Sentence
from pactbook.model.claim import Because, Body, DateClaim, Extraction, FigureClaim
from pactbook.model.span import Span
from pactbook.model.told import ArticleHead
from pactbook.store.chunks import AMONG, chunks, rows_among
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import bodies as bodies_table
from pactbook.store.tables.bodies import body_names
from pactbook.store.tables.bodies import mentions as mentions_table
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.claims import dates as dates_table
from pactbook.store.tables.figures import figure_claims, figure_evidence, figure_originals
from pactbook.store.tellings import because, read_tellings, rows_by_claim


def read_heads(connection: Connection, keys: Iterable[int]) -> dict[int, ArticleHead]:
    """Article key → the article without its text."""
    return {row.key: head_of(row) for row in rows_among(connection, _HEADS, keys)}


def read_articles(connection: Connection, keys: Iterable[int]) -> dict[int, Article]:
    """Article key → article."""
    return {row.key: article_of(row) for row in rows_among(connection, _ARTICLES, keys)}


def read_with_heads(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[ArticleHead, Article]]:
    """Article id → the article without its text, and the article."""
    return {row.id: (head_of(row), article_of(row)) for row in rows_among(connection, _BY_ID, ids)}


_A = articles.c
_HEAD = (_A.key, _A.id, _A.language, _A.title, _A.outlet, _A.published, _A.url, _A.source, _A.copy_of)
_HEADS = select(*_HEAD).where(_A.key.in_(AMONG))
_ARTICLES = select(articles).where(_A.key.in_(AMONG))
_BY_ID = select(articles).where(_A.id.in_(AMONG))


def head_of(row: Row[Any]) -> ArticleHead:
    """One article without its text from its row."""
    return ArticleHead(row.id, row.language, row.title, row.outlet, row.published, row.url, row.source, row.copy_of)


def article_of(row: Row[Any]) -> Article:
    """One article from its row."""
    return Article(
        id=row.id,
        source=row.source,
        language=row.language,
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        published=row.published,
        text=row.text,
        sentences=tuple(Sentence(*s) for s in msgspec.json.decode(row.sentences)),
    )


def read_extractions(connection: Connection, size: int = 100) -> Iterator[Extraction]:
    """Every article with all that it says, by id; few at a time are in memory."""
    last = ""
    while True:
        asked = select(articles.c.key, articles.c.id).where(articles.c.id > last)
        rows = connection.execute(asked.order_by(articles.c.id).limit(size)).all()
        if not rows:
            return
        yield from read_some(connection, [r.key for r in rows])
        last = rows[-1].id


def read_figures(connection: Connection, ids: Iterable[str]) -> list[tuple[str, int, FigureClaim]]:
    """Id, key of the article, and figure as it stands, in the order of ``ids``; others are left out."""
    wanted = list(ids)
    column = figure_claims.c.id
    rows = {
        row.id: row
        for part in chunks(wanted)
        for row in connection.execute(select(figure_claims).where(column.in_(part)))
    }
    reasons = rows_by_claim(connection, figure_evidence, [row.key for row in rows.values()])
    return [(i, rows[i].article, figure_of(rows[i], reasons[rows[i].key])) for i in wanted if i in rows]


def read_some(connection: Connection, keys: list[int]) -> list[Extraction]:
    """The articles of ``keys`` with all that they say, in that order, whatever was decided about it."""
    found = read_articles(connection, keys)
    versions = dict(
        connection.execute(select(articles.c.key, articles.c.version).where(articles.c.key.in_(keys))).all()
    )
    bodies, dates, figures = (
        _by_article(connection, table, keys) for table in (bodies_table, dates_table, figure_claims)
    )
    names, mentions = (_by_body(connection, table, keys) for table in (body_names, mentions_table))
    reasons = rows_by_claim(connection, figure_evidence, [f.key for many in figures.values() for f in many])
    originals = _by_article(connection, figure_originals, keys)
    claims = _by_article(connection, agreement_claims, keys)
    told = read_tellings(connection, [c.key for many in claims.values() for c in many])
    return [
        Extraction(
            article=found[key],
            organisations=tuple(_body(b, names[key, b.body], mentions[key, b.body]) for b in bodies[key]),
            agreements=tuple(told[c.key].claim for c in claims[key]),
            figures=_as_said({f.n: figure_of(f, reasons[f.key]) for f in figures[key]}, originals[key]),
            dates=tuple(DateClaim(Span(d.start, d.end, d.text), d.value, d.rule) for d in dates[key]),
            version=versions[key],
        )
        for key in keys
    ]


def _as_said(standing: dict[int, FigureClaim], originals: Iterable[Row[Any]]) -> tuple[FigureClaim, ...]:
    """The figures of an article in their order, each as the article has it."""
    said = standing | {row.n: original_of(row) for row in originals}
    return tuple(said[n] for n in sorted(said))


def original_of(row: Row[Any]) -> FigureClaim:
    """What the article says of a figure that was changed or rejected."""
    return msgspec.json.decode(row.whole, type=FigureClaim)


def _by_article(connection: Connection, table: Table, keys: Iterable[int]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for part in chunks(keys):
        for row in connection.execute(select(table).where(table.c.article.in_(part)).order_by(table.c.n)):
            found[row.article].append(row)
    return found


def _by_body(connection: Connection, table: Table, keys: Iterable[int]) -> dict[tuple[int, str], list[Row[Any]]]:
    found: dict[tuple[int, str], list[Row[Any]]] = defaultdict(list)
    for rows in _by_article(connection, table, keys).values():
        for row in rows:
            found[row.article, row.body].append(row)
    return found


def _body(row: Row[Any], names: list[Row[Any]], mentions: list[Row[Any]]) -> Body:
    return Body(
        id=row.body,
        names=tuple(n.name for n in names),
        kind=row.kind,
        country=row.country,
        mentions=tuple(Span(m.start, m.end, m.text) for m in mentions),
        rule=row.rule,
        because=tuple(Because("name", Span(m.start, m.end, m.text), m.rule) for m in mentions if m.rule),
    )


def figure_of(row: Row[Any], reasons: list[Row[Any]]) -> FigureClaim:
    """One figure from its row and the rows of its evidence."""
    return FigureClaim(
        span=Span(row.start, row.end, row.text),
        low=row.low,
        high=row.high,
        currency=row.currency,
        qualifier=row.qualifier,
        measure=row.measure,
        status=row.status,
        period=row.period,
        source=row.source,
        target=row.target,
        because=because(reasons),
    )
