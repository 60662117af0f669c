"""The figures as a shelf. The bodies of a figure are those of its article."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from pactbook.search.amounts import band, in_us_dollars
from pactbook.search.catalogue.places import province_of
from pactbook.search.catalogue.shelf import Postings, Shelf, new, once
from pactbook.store import tables as t


def read(connection: Connection) -> Shelf:
    """Every figure: ids, days of its period or else of its article, amount in US dollars (the low end)."""
    figure, article = t.figure_claims.c, t.articles.c
    first = func.coalesce(figure.first, article.first, "")
    last = func.coalesce(figure.last, article.last, "")
    asked = select(figure.id, first, last, figure.low, figure.currency).join(t.articles, article.key == figure.article)
    rows = connection.execute(asked.order_by(figure.id)).all()
    return Shelf(
        ids=[row[0] for row in rows],
        first=[row[1] for row in rows],
        last=[row[2] for row in rows],
        dollars=[in_us_dollars(low, currency, day[:4]) for _, day, _, low, currency in rows],
        sources=[1] * len(rows),
        loads={
            **dict.fromkeys(("measure", "status"), _measures),
            **dict.fromkeys(("language", "outlet"), _articles),
            **dict.fromkeys(("party", "province"), _bodies),
            "country": _sides,
            "year": _years,
            "amount": _amounts,
        },
        read_rows=_rows,
    )


def _measures(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    figure = t.figure_claims.c
    measures, statuses = new(), new()
    for name, measure, status in connection.execute(select(figure.id, figure.measure, figure.status)):
        if (n := shelf.number.get(name)) is not None:
            measures[measure].append(n)
            statuses[status].append(n)
    return {"measure": measures, "status": statuses}


def _articles(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    figure, article = t.figure_claims.c, t.articles.c
    asked = select(figure.id, article.language, article.outlet).join(t.articles, article.key == figure.article)
    languages, outlets = new(), new()
    for name, language, outlet in connection.execute(asked):
        if (n := shelf.number.get(name)) is not None:
            languages[language].append(n)
            if outlet:
                outlets[outlet].append(n)
    return {"language": languages, "outlet": outlets}


def _bodies(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    figure, body = t.figure_claims.c, t.bodies.c
    parties, provinces = new(), new()
    asked = select(figure.id, body.body).join(t.bodies, body.article == figure.article).order_by(figure.id)
    for name, party in connection.execute(asked):
        if (n := shelf.number.get(name)) is not None:
            parties[party].append(n)
            if province := province_of(party):
                once(provinces[province], n)
    for name, source, target in connection.execute(select(figure.id, figure.source, figure.target)):
        for side in {source, target} - {None}:
            if (n := shelf.number.get(name)) is not None:
                parties[side].append(n)
    return {"party": parties, "province": provinces}


def _sides(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    figure = t.figure_claims.c
    countries = new()
    for name, source, target in connection.execute(select(figure.id, figure.source, figure.target)):
        for side in {source, target} - {None}:
            if (n := shelf.number.get(name)) is not None:
                countries[side].append(n)
    return {"country": countries}


def _years(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    years = new()
    for n in range(shelf.size):
        if year := shelf.year(n):
            years[year].append(n)
    return {"year": years}


def _amounts(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    bands = new()
    for n, amount in enumerate(shelf.dollars):
        if amount is not None:
            bands[band(amount)].append(n)
    return {"amount": bands}


def _rows(connection: Connection, shelf: Shelf) -> Mapping[int, int]:
    figure, number = t.figure_claims.c, shelf.number
    return {key: number[name] for key, name in connection.execute(select(figure.key, figure.id)) if name in number}
