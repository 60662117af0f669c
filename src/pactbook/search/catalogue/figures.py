"""How figures are read for a shelf, each under its key. The bodies of a figure are those that its sentence names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, func, select

from pactbook.search.amounts import in_us_dollars
from pactbook.search.catalogue.bands import bands
from pactbook.search.catalogue.parts import Only, Postings, ask, new
from pactbook.search.catalogue.places import province_of
from pactbook.search.catalogue.shelf import Head, Kind, Shelf
from pactbook.store.sameness import read_same
from pactbook.store.tables.articles import articles
from pactbook.store.tables.figures import figure_bodies, figure_claims

_FIGURE, _ARTICLE = figure_claims.c, articles.c


def _heads(connection: Connection, only: Only) -> Iterator[Head]:
    """The days of a figure are those of its period, or else of its article."""
    first = func.coalesce(_FIGURE.first, _ARTICLE.first, "")
    last = func.coalesce(_FIGURE.last, _ARTICLE.last, "")
    asked = select(_FIGURE.id, _FIGURE.key, first, last).join(articles)
    return (Head(*row) for row in ask(connection, asked, _FIGURE.id, only))


def _dollars(connection: Connection, shelf: Shelf, only: Only) -> Mapping[int, float]:
    found = {}
    asked = select(_FIGURE.key, _FIGURE.low, _FIGURE.currency)
    for n, low, currency in ask(connection, asked, _FIGURE.id, only):
        if (amount := in_us_dollars(low, currency, shelf.first_year(n))) is not None:
            found[n] = amount
    return found


def _measures(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    measures, statuses, years = new(), new(), new()
    for n, measure, status in ask(connection, select(_FIGURE.key, _FIGURE.measure, _FIGURE.status), _FIGURE.id, only):
        measures[measure].append(n)
        statuses[status].append(n)
        if year := shelf.year(n):
            years[year].append(n)
    return {"measure": measures, "status": statuses, "year": years}


def _articles(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    languages, outlets = new(), new()
    asked = select(_FIGURE.key, _ARTICLE.language, _ARTICLE.outlet).join(articles)
    for n, language, outlet in ask(connection, asked, _FIGURE.id, only):
        languages[language].append(n)
        if outlet:
            outlets[outlet].append(n)
    return {"language": languages, "outlet": outlets}


def _bodies(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    """The bodies beside it, each under the id that stands for it, and its sides, which alone tell its countries."""
    parties, provinces, countries = new(), new(), new()
    same = read_same(connection)
    beside = figure_bodies.c
    asked = select(beside.claim, beside.body)
    if only is not None:
        asked = asked.join(figure_claims)
    for n, body in ask(connection, asked, _FIGURE.id, only):
        party = same.get(body, body)
        parties[party].append(n)
        if province := province_of(party):
            provinces[province].append(n)
    for n, *sides in ask(connection, select(_FIGURE.key, _FIGURE.source, _FIGURE.target), _FIGURE.id, only):
        for side in filter(None, sides):
            parties[side].append(n)
            countries[side].append(n)
    return {"party": parties, "province": provinces, "country": countries}


KIND = Kind(
    heads=_heads,
    columns={"dollars": _dollars},
    loads={
        **dict.fromkeys(("measure", "status", "year"), _measures),
        **dict.fromkeys(("language", "outlet"), _articles),
        **dict.fromkeys(("party", "province", "country"), _bodies),
        "amount": bands,
    },
)
