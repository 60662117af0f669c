"""Turn an extraction into rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select

from pactbook.claims.confidence import sure_of_agreement, sure_of_figure
from pactbook.model.article import Article
from pactbook.model.claim import Because, Extraction, FigureClaim
from pactbook.model.span import Span
from pactbook.model.told import Telling
from pactbook.record.identity import figure_ids, side_of, tellings
from pactbook.record.periods import iso
from pactbook.store import fulltext
from pactbook.store.chunks import chunks
from pactbook.store.figure_bodies import bodies_beside
from pactbook.store.journal import touch
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import bodies as bodies_table
from pactbook.store.tables.bodies import body_names
from pactbook.store.tables.bodies import mentions as mentions_table
from pactbook.store.tables.claims import (
    agreement_claims,
    agreement_evidence,
    claim_parties,
    claim_sectors,
    claim_values,
)
from pactbook.store.tables.claims import dates as dates_table
from pactbook.store.tables.figures import figure_bodies, figure_claims, figure_evidence, figure_originals
from pactbook.text.fold import fold_name

Row = dict[str, Any]


def article_row(extraction: Extraction) -> Row:
    """The row of an article, without its key."""
    article = extraction.article
    first, last = iso(article.published)
    sentences = [[s.start, s.end, s.paragraph, s.role] for s in article.sentences]
    return {
        "id": article.id,
        "source": article.source,
        "language": article.language,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "first": first,
        "last": last,
        "text": article.text,
        "sentences": msgspec.json.encode(sentences).decode(),
        "version": extraction.version,
    }


def insert_article(connection: Connection, extraction: Extraction) -> int:
    """Store an article without its claims; return its key."""
    added = insert(articles).values(article_row(extraction)).returning(articles.c.key)
    key: int = connection.execute(added).scalar_one()
    return key


def insert_claims(connection: Connection, article: int, extraction: Extraction) -> None:
    """Store everything that an article says, under the key of the article, and index its words."""
    _index_article(connection, article, extraction)
    touch(connection, "articles", [extraction.article.id])
    touch(connection, "organisations", (b.id for b in extraction.organisations))
    bodies, names, mentions = _body_rows(article, extraction)
    _insert(connection, bodies_table, bodies)
    _insert(connection, body_names, names)
    _insert(connection, mentions_table, mentions)
    dates = (
        _span(d.span) | {"article": article, "n": n, "value": d.value, "rule": d.rule}
        for n, d in enumerate(extraction.dates)
    )
    _insert(connection, dates_table, dates)
    _insert_agreements(connection, article, extraction)
    insert_figures(connection, article, extraction, dict(enumerate(extraction.figures)))


def index_claims(connection: Connection, article: int, extraction: Extraction) -> None:
    """Index the words of a stored article and of all that it says, as for a new one."""
    _index_article(connection, article, extraction)
    _index_agreements(connection, article, extraction)
    _index_figures(connection, article, extraction, dict(enumerate(extraction.figures)))


def _index_article(connection: Connection, article: int, extraction: Extraction) -> None:
    named = frozenset(b.id for b in extraction.organisations)
    page = fulltext.Page(article, extraction.article.title, extraction.article.text, named)
    fulltext.add_article(connection, page)


def _index_agreements(connection: Connection, article: int, extraction: Extraction) -> None:
    names = {b.id: " ".join(b.names) for b in extraction.organisations}
    keys = _keys(connection, agreement_claims, article)
    for telling in tellings(extraction):
        claim = telling.claim
        said = " ".join(_sentences(extraction.article, claim.evidence))
        parties = {p: names.get(p, p) for p in claim.parties}
        fulltext.add_agreement(connection, keys[telling.id], claim.subject, said, parties)


def _index_figures(
    connection: Connection, article: int, extraction: Extraction, some: Mapping[int, FigureClaim]
) -> None:
    names, keys = figure_ids(extraction), _keys(connection, figure_claims, article)
    for n, figure in some.items():
        # One that an analyst rejected has no row.
        if names[n] in keys:
            said = _sentences(extraction.article, (figure.span,))
            sides = {s for s in (figure.source, figure.target) if s}
            bodies = sides.union(bodies_beside(extraction, figure.span))
            fulltext.add_figure(connection, keys[names[n]], " ".join(said), bodies)


def delete_claims(connection: Connection, article: int) -> None:
    """Delete everything that an article says; what hangs on the claims goes with them."""
    row = connection.execute(
        select(articles.c.id, articles.c.title, articles.c.text).where(articles.c.key == article)
    ).one()
    named = frozenset(connection.scalars(select(bodies_table.c.body).where(bodies_table.c.article == article)))
    fulltext.drop_article(connection, fulltext.Page(article, row.title, row.text, named))
    touch(connection, "articles", [row.id])
    touch(connection, "organisations", named)
    figure = figure_claims.c
    touch(connection, "figures", connection.scalars(select(figure.id).where(figure.article == article)))
    claims = (select(c.c.key).where(c.c.article == article) for c in (agreement_claims, figure_claims))
    fulltext.drop_claims(connection, *(connection.scalars(keys).all() for keys in claims))
    said = (bodies_table, body_names, mentions_table, dates_table, agreement_claims, figure_claims, figure_originals)
    for table in said:
        connection.execute(delete(table).where(table.c.article == article))


def _body_rows(article: int, extraction: Extraction) -> tuple[list[Row], list[Row], list[Row]]:
    bodies: list[Row] = []
    names: list[Row] = []
    mentions: list[Row] = []
    for n, body in enumerate(extraction.organisations):
        key: Row = {"article": article, "body": body.id}
        bodies.append(key | {"n": n, "kind": body.kind, "country": body.country, "rule": body.rule})
        names += [key | row for row in _numbered({"name": s, "folded": fold_name(s)} for s in body.names)]
        rules = {b.span: b.rule for b in body.because}
        mentions += [key | row for row in _numbered(_span(m) | {"rule": rules.get(m)} for m in body.mentions)]
    return bodies, names, mentions


def _insert_agreements(connection: Connection, article: int, extraction: Extraction) -> None:
    told = tellings(extraction)
    sides = {b.id: b.country for b in extraction.organisations}
    _insert(connection, agreement_claims, (_agreement_row(article, n, telling) for n, telling in enumerate(told)))
    keys = _keys(connection, agreement_claims, article)
    parts: dict[Table, list[Row]] = {}
    for telling in told:
        key = keys[telling.id]
        for table, made in _claim_parts(telling, sides).items():
            parts.setdefault(table, []).extend({"claim": key} | row for row in made)
    _index_agreements(connection, article, extraction)
    for table, made in parts.items():
        _insert(connection, table, made)


def _claim_parts(telling: Telling, sides: dict[str, str | None]) -> dict[Table, list[Row]]:
    """What hangs on one claim, without its key."""
    claim = telling.claim
    values = ({"low": v.low, "high": v.high, "currency": v.currency} for v in claim.value)
    return {
        claim_parties: _numbered({"party": p, "country": side_of(p, sides)} for p in claim.parties),
        claim_sectors: _numbered({"sector": s} for s in claim.sectors),
        claim_values: _numbered(values),
        agreement_evidence: _evidence_rows(claim.evidence, claim.because),
    }


def _numbered(made: Iterable[Row]) -> list[Row]:
    return [row | {"n": n} for n, row in enumerate(made)]


def _agreement_row(article: int, n: int, telling: Telling) -> Row:
    claim = telling.claim
    return {
        "id": telling.id,
        "article": article,
        "n": n,
        "kind": claim.kind,
        "status": claim.status,
        "date": claim.date,
        "subject": claim.subject,
        "place": claim.place,
        "rivals": telling.rivals,
        "confidence": sure_of_agreement(claim),
    }


def insert_figures(
    connection: Connection, article: int, extraction: Extraction, some: Mapping[int, FigureClaim]
) -> None:
    """Store figures of an article by their places in the extraction, each as it is to stand, and index their words."""
    names = figure_ids(extraction)
    _insert(connection, figure_claims, (_figure_row(article, n, names[n], figure) for n, figure in some.items()))
    touch(connection, "figures", (names[n] for n in some))
    # An article is found by the measures and statuses of its figures.
    touch(connection, "articles", [extraction.article.id])
    keys = _keys(connection, figure_claims, article)
    evidence: list[Row] = []
    beside: list[Row] = []
    for n, figure in some.items():
        claim: Row = {"claim": keys[names[n]]}
        evidence += [claim | row for row in _evidence_rows((), figure.because)]
        beside += [claim | row for row in _numbered({"body": b} for b in bodies_beside(extraction, figure.span))]
    _index_figures(connection, article, extraction, some)
    _insert(connection, figure_evidence, evidence)
    _insert(connection, figure_bodies, beside)


def drop_figures(connection: Connection, names: Iterable[str]) -> None:
    """Delete figures by their ids; what the articles say of them is kept where it was put aside."""
    column = figure_claims.c.id
    names = list(names)
    touch(connection, "figures", names)
    for part in chunks(names):
        fulltext.drop_claims(
            connection, (), connection.scalars(select(figure_claims.c.key).where(column.in_(part))).all()
        )
        connection.execute(delete(figure_claims).where(column.in_(part)))


def _figure_row(article: int, n: int, name: str, figure: FigureClaim) -> Row:
    first, last = iso(figure.period)
    return _span(figure.span) | {
        "id": name,
        "article": article,
        "n": n,
        "low": figure.low,
        "high": figure.high,
        "currency": figure.currency,
        "qualifier": figure.qualifier,
        "measure": figure.measure,
        "status": figure.status,
        "period": figure.period,
        "first": first,
        "last": last,
        "source": figure.source,
        "target": figure.target,
        "confidence": sure_of_figure(figure),
    }


def _evidence_rows(evidence: Iterable[Span], because: Iterable[Because]) -> list[Row]:
    rows = [_span(e) | {"cell": "evidence", "rule": None} for e in evidence]
    return _numbered(rows + [_span(b.span) | {"cell": b.cell, "rule": b.rule} for b in because])


def _sentences(article: Article, spans: Iterable[Span]) -> list[str]:
    """The whole sentences in which ``spans`` stand, in order, each once."""
    found = {(s.start, s.end) for span in spans for s in article.sentences if s.start < span.end and span.start < s.end}
    return [article.text[start:end] for start, end in sorted(found)]


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end, "text": span.text}


def _keys(connection: Connection, table: Table, article: int) -> Mapping[str, int]:
    found = connection.execute(select(table.c.id, table.c.key).where(table.c.article == article))
    return {row.id: row.key for row in found}


def _insert(connection: Connection, table: Table, made: Iterable[Row]) -> None:
    if many := list(made):
        connection.execute(insert(table), many)
