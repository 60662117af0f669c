"""The filters of a question as conditions on the tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from pactbook.search.naming import bodies_like
from pactbook.search.query import Query
from pactbook.store import tables as t

Condition = ColumnElement[bool]


def on_agreements(connection: Connection, query: Query) -> list[Condition]:
    """Conditions on ``agreements`` as the record has them; its parties and sectors are those that any claim says."""
    made: list[Condition] = []
    if query.kind:
        made.append(t.agreements.c.kind.in_(query.kind))
    if query.status:
        made.append(t.agreements.c.status.in_(query.status))
    made += _within(query, t.agreements.c.first, t.agreements.c.last)
    told = t.agreement_claims.alias("told")
    part_of = told.c.record == t.agreements.c.id
    party, sector = t.agreement_parties.c, t.agreement_sectors.c
    if query.party:
        ids = _parties(connection, query)
        made.append(t.agreements.c.id.in_(select(party.agreement).where(party.party.in_(ids))))
    if query.country:
        mine = select(party.party).where(party.agreement == t.agreements.c.id, party.country.in_(_codes(query)))
        made.append(_has(mine))
    if query.sector:
        mine = select(sector.sector).where(sector.agreement == t.agreements.c.id, sector.sector.in_(query.sector))
        made.append(_has(mine))
    if query.language:
        asked = select(told.c.key).join(t.articles).where(part_of, t.articles.c.language.in_(query.language))
        made.append(_has(asked))
    return made


def on_figures(connection: Connection, query: Query) -> list[Condition]:
    """Conditions on ``figure_claims`` joined with ``articles``."""
    figure = t.figure_claims.c
    made: list[Condition] = []
    if query.measure:
        made.append(figure.measure.in_(query.measure))
    if query.status:
        made.append(figure.status.in_(query.status))
    if query.language:
        made.append(t.articles.c.language.in_(query.language))
    if query.country:
        made.append(or_(figure.source.in_(_codes(query)), figure.target.in_(_codes(query))))
    if query.party:
        ids = _parties(connection, query)
        named = _has(select(t.bodies.c.body).where(t.bodies.c.article == figure.article, t.bodies.c.body.in_(ids)))
        made.append(or_(named, figure.source.in_(ids), figure.target.in_(ids)))
    # A figure without a period belongs to the time of its article.
    first = func.coalesce(figure.first, t.articles.c.first)
    last = func.coalesce(figure.last, t.articles.c.last)
    return made + _within(query, first, last)


def on_articles(connection: Connection, query: Query) -> list[Condition]:
    """Conditions on ``articles``: its own language and date; claims that it makes."""
    article = t.articles.c
    made = _within(query, article.first, article.last)
    if query.language:
        made.append(article.language.in_(query.language))
    claim, figure, body = t.agreement_claims.c, t.figure_claims.c, t.bodies.c
    mine = select(claim.key).where(claim.article == article.key)
    sums = select(figure.key).where(figure.article == article.key)
    if query.kind:
        made.append(_has(mine.where(claim.kind.in_(query.kind))))
    if query.status:
        made.append(
            or_(_has(mine.where(claim.status.in_(query.status))), _has(sums.where(figure.status.in_(query.status))))
        )
    if query.sector:
        made.append(_has(mine.join(t.claim_sectors).where(t.claim_sectors.c.sector.in_(query.sector))))
    if query.measure:
        made.append(_has(sums.where(figure.measure.in_(query.measure))))
    named = select(body.body).where(body.article == article.key)
    if query.party:
        ids = _parties(connection, query)
        party = mine.join(t.claim_parties).where(t.claim_parties.c.party.in_(ids))
        made.append(or_(_has(named.where(body.body.in_(ids))), _has(party)))
    if query.country:
        made.append(_has(named.where(body.country.in_(_codes(query)))))
    return made


def _within(query: Query, first: ColumnElement[str | None], last: ColumnElement[str | None]) -> list[Condition]:
    """Shares a day with the time that is asked for; what has no date fits no time."""
    since, until = query.days()
    made: list[Condition] = []
    if since:
        made.append(last >= since)
    if until:
        made.append(first <= until)
    return [and_(*made)] if made else []


def _has(rows: Select[Any]) -> Condition:
    return rows.exists()


def _parties(connection: Connection, query: Query) -> list[str]:
    return sorted({b for name in query.party for b in bodies_like(connection, name)})


def _codes(query: Query) -> list[str]:
    return sorted({c.upper() for c in query.country})
