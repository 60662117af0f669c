"""The articles as a shelf. Kind, status, sector, measure: the article makes such a claim."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from pactbook.knowledge.standing import commitment_of
from pactbook.search.catalogue.places import province_of
from pactbook.search.catalogue.shelf import Postings, Shelf, new, once
from pactbook.store import tables as t


def read(connection: Connection) -> Shelf:
    """Every article: ids, days of publication; its sources are the articles that nearly repeat it, and itself."""
    article = t.articles.c
    rows = connection.execute(select(article.id, article.first, article.last).order_by(article.id)).all()
    counted = select(article.copy_of, func.count()).where(article.copy_of.is_not(None)).group_by(article.copy_of)
    copies: dict[str, int] = {row[0]: row[1] for row in connection.execute(counted)}
    return Shelf(
        ids=[row[0] for row in rows],
        first=[row[1] or "" for row in rows],
        last=[row[2] or "" for row in rows],
        dollars=[None] * len(rows),
        sources=[1 + copies.get(row[0], 0) for row in rows],
        loads={
            **dict.fromkeys(("language", "outlet", "year"), _heads),
            **dict.fromkeys(("kind", "commitment", "status", "measure"), _claims),
            **dict.fromkeys(("party", "country", "province"), _bodies),
            "sector": _sectors,
        },
        read_rows=_rows,
    )


def _heads(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    article = t.articles.c
    languages, outlets, years = new(), new(), new()
    for name, language, outlet, first in connection.execute(
        select(article.id, article.language, article.outlet, article.first)
    ):
        if (n := shelf.number.get(name)) is not None:
            languages[language].append(n)
            if outlet:
                outlets[outlet].append(n)
            if first:
                years[first[:4]].append(n)
    return {"language": languages, "outlet": outlets, "year": years}


def _claims(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    claim, figure = t.agreement_claims.c, t.figure_claims.c
    rows = shelf.rows(connection)
    kinds, commitments, statuses, measures = new(), new(), new(), new()
    asked = select(claim.article, claim.kind, claim.status).order_by(claim.article)
    for key, kind, status in connection.execute(asked):
        if (n := rows.get(key)) is not None:
            once(kinds[kind], n)
            once(statuses[status], n)
            once(commitments[commitment_of(kind, status)], n)
    sums = select(figure.article, figure.measure, figure.status).order_by(figure.article)
    for key, measure, status in connection.execute(sums):
        if (n := rows.get(key)) is not None:
            once(measures[measure], n)
            once(statuses[status], n)
    return {"kind": kinds, "commitment": commitments, "status": statuses, "measure": measures}


def _sectors(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    claim, sector = t.agreement_claims.c, t.claim_sectors.c
    rows = shelf.rows(connection)
    sectors = new()
    asked = select(claim.article, sector.sector).join(t.claim_sectors, sector.claim == claim.key)
    for key, name in connection.execute(asked.order_by(claim.article)):
        if (n := rows.get(key)) is not None:
            once(sectors[name], n)
    return {"sector": sectors}


def _bodies(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    """The bodies that the article names, and the parties of what it tells."""
    body, claim, party = t.bodies.c, t.agreement_claims.c, t.claim_parties.c
    rows = shelf.rows(connection)
    named: dict[int, set[str]] = {}
    countries, parties, provinces = new(), new(), new()
    for key, name, country in connection.execute(select(body.article, body.body, body.country).order_by(body.article)):
        if (n := rows.get(key)) is not None:
            named.setdefault(n, set()).add(name)
            if country:
                once(countries[country], n)
    for key, name in connection.execute(select(claim.article, party.party).join(t.claim_parties)):
        if (n := rows.get(key)) is not None:
            named.setdefault(n, set()).add(name)
    for n, names in named.items():
        for name in names:
            parties[name].append(n)
            if province := province_of(name):
                once(provinces[province], n)
    return {"party": parties, "country": countries, "province": provinces}


def _rows(connection: Connection, shelf: Shelf) -> Mapping[int, int]:
    article, number = t.articles.c, shelf.number
    return {key: number[name] for key, name in connection.execute(select(article.key, article.id)) if name in number}
