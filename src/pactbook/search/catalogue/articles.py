"""How articles are read for a shelf, each under its key. Of kind, status, sector, measure: it makes such a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, func, select

from pactbook.knowledge.standing import commitment_of
from pactbook.search.catalogue.parts import Only, Postings, ask, new
from pactbook.search.catalogue.places import province_of
from pactbook.search.catalogue.shelf import Head, Kind, Shelf
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import bodies
from pactbook.store.tables.claims import agreement_claims, claim_parties, claim_sectors
from pactbook.store.tables.figures import figure_claims

_ARTICLE, _CLAIM, _FIGURE = articles.c, agreement_claims.c, figure_claims.c


def _heads(connection: Connection, only: Only) -> Iterator[Head]:
    asked = select(_ARTICLE.id, _ARTICLE.key, _ARTICLE.first, _ARTICLE.last)
    for name, key, first, last in ask(connection, asked, _ARTICLE.id, only):
        yield Head(name, key, first or "", last or "")


def _sources(connection: Connection, shelf: Shelf, only: Only) -> Mapping[int, int]:
    """The articles that nearly repeat it, and itself."""
    counted = select(_ARTICLE.copy_of, func.count()).where(_ARTICLE.copy_of.is_not(None)).group_by(_ARTICLE.copy_of)
    copies = dict(ask(connection, counted, _ARTICLE.copy_of, only))
    names = shelf.number if only is None else [name for name in only if name in shelf.number]
    return {shelf.number[name]: 1 + copies.get(name, 0) for name in names}


def _told(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    languages, outlets, years = new(), new(), new()
    asked = select(_ARTICLE.key, _ARTICLE.language, _ARTICLE.outlet, _ARTICLE.first)
    for n, language, outlet, first in ask(connection, asked, _ARTICLE.id, only):
        languages[language].append(n)
        if outlet:
            outlets[outlet].append(n)
        if first:
            years[first[:4]].append(n)
    return {"language": languages, "outlet": outlets, "year": years}


def _claims(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    kinds, commitments, statuses, measures = new(), new(), new(), new()
    asked = select(_CLAIM.article, _CLAIM.kind, _CLAIM.status)
    sums = select(_FIGURE.article, _FIGURE.measure, _FIGURE.status)
    if only is not None:
        asked, sums = asked.join(articles), sums.join(articles)
    for n, kind, status in ask(connection, asked, _ARTICLE.id, only):
        kinds[kind].append(n)
        statuses[status].append(n)
        commitments[commitment_of(kind, status)].append(n)
    for n, measure, status in ask(connection, sums, _ARTICLE.id, only):
        measures[measure].append(n)
        statuses[status].append(n)
    return {"kind": kinds, "commitment": commitments, "status": statuses, "measure": measures}


def _sectors(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    sectors = new()
    asked = select(_CLAIM.article, claim_sectors.c.sector).join(claim_sectors)
    if only is not None:
        asked = asked.join(articles)
    for n, sector in ask(connection, asked, _ARTICLE.id, only):
        sectors[sector].append(n)
    return {"sector": sectors}


def _bodies(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    """The bodies that the article names, and the parties of what it tells."""
    body, party = bodies.c, claim_parties.c
    named, told = select(body.article, body.body, body.country), select(_CLAIM.article, party.party)
    told = told.join(claim_parties)
    if only is not None:
        named, told = named.join(articles), told.join(articles)
    countries, parties, provinces = new(), new(), new()
    for n, name, country in ask(connection, named, _ARTICLE.id, only):
        parties[name].append(n)
        if country:
            countries[country].append(n)
    for n, name in ask(connection, told, _ARTICLE.id, only):
        parties[name].append(n)
    for name, numbers in parties.items():
        if province := province_of(name):
            provinces[province] += numbers
    return {"party": parties, "country": countries, "province": provinces}


KIND = Kind(
    heads=_heads,
    columns={"sources": _sources},
    loads={
        **dict.fromkeys(("language", "outlet", "year"), _told),
        **dict.fromkeys(("kind", "commitment", "status", "measure"), _claims),
        **dict.fromkeys(("party", "country", "province"), _bodies),
        "sector": _sectors,
    },
)
