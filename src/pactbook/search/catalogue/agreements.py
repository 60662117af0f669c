"""How agreements are read for a shelf. Each has the number of the claim that its id is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, func, select

from pactbook.knowledge.rates import DOLLAR
from pactbook.knowledge.standing import commitment_of
from pactbook.search.amounts import in_us_dollars
from pactbook.search.catalogue.bands import bands
from pactbook.search.catalogue.parts import Only, Postings, ask, new
from pactbook.search.catalogue.places import province_of
from pactbook.search.catalogue.shelf import Head, Kind, Shelf
from pactbook.store.agreements import read_agreements
from pactbook.store.tables.agreements import agreement_parties, agreement_sectors, agreements
from pactbook.store.tables.articles import articles
from pactbook.store.tables.claims import agreement_claims, claim_values
from pactbook.store.tables.decisions import anchors

_CLAIM, _ARTICLE, _AGREEMENT = agreement_claims.c, articles.c, agreements.c


def _heads(connection: Connection, only: Only) -> Iterator[Head]:
    asked = select(_AGREEMENT.id, _CLAIM.key, _AGREEMENT.first, _AGREEMENT.last)
    named = asked.join(agreement_claims, _CLAIM.id == _AGREEMENT.id)
    for name, key, first, last in ask(connection, named, _AGREEMENT.id, only):
        yield Head(name, key, first or "", last or "")


def _rows(connection: Connection, only: Only) -> Iterator[tuple[int, str]]:
    """Every claim tells of its agreement; those that are of none any more are told each time."""
    asked = select(_CLAIM.key, _CLAIM.record)
    yield from ask(connection, asked.where(_CLAIM.record.is_not(None)), _CLAIM.record, only)
    for (key,) in connection.execute(select(_CLAIM.key).where(_CLAIM.record.is_(None))):
        yield key, ""


def _sources(connection: Connection, shelf: Shelf, only: Only) -> Mapping[int, int]:
    """Independent sources: articles, near-copies as one."""
    origin = func.count(func.coalesce(_ARTICLE.copy_of, _ARTICLE.id).distinct())
    asked = select(_CLAIM.record, origin).join(articles, _ARTICLE.key == _CLAIM.article)
    told = asked.where(_CLAIM.record.is_not(None)).group_by(_CLAIM.record)
    return {shelf.number[name]: times for name, times in ask(connection, told, _CLAIM.record, only)}


def _dollars(connection: Connection, shelf: Shelf, only: Only) -> Mapping[int, float]:
    """Amounts in US dollars, the low ends: what most sources tell, or what was decided."""
    value = claim_values.c
    origin = func.coalesce(_ARTICLE.copy_of, _ARTICLE.id)
    year = func.substr(func.coalesce(_AGREEMENT.first, func.min(_ARTICLE.first)), 1, 4)
    asked = (
        select(_CLAIM.record, value.currency, value.low, value.high, func.count(origin.distinct()), year)
        .join(agreement_claims, _CLAIM.key == value.claim)
        .join(articles, _ARTICLE.key == _CLAIM.article)
        .join(agreements, _AGREEMENT.id == _CLAIM.record)
        .group_by(_CLAIM.record, value.currency, value.low, value.high)
        .order_by(_CLAIM.record, func.count(origin.distinct()).desc(), func.min(value.n), value.currency, value.low)
    )
    found: dict[int, float] = {}
    for name, currency, low, _, _, told in ask(connection, asked, _CLAIM.record, only):
        amount, n = in_us_dollars(low, currency, told), shelf.number[name]
        if n not in found and amount is not None:
            found[n] = amount
    for name, decided in _decided(connection, only).items():
        found.pop(shelf.number[name], None)
        if decided is not None:
            found[shelf.number[name]] = decided
    return found


def _decided(connection: Connection, only: Only) -> dict[str, float | None]:
    """The amounts of agreements that analysts decided something of."""
    asked = select(_CLAIM.record).distinct().join(anchors, anchors.c.claim == _CLAIM.key)
    names = [name for (name,) in ask(connection, asked.where(_CLAIM.record.is_not(None)), _CLAIM.record, only)]
    found: dict[str, float | None] = {}
    for name, (record, _) in read_agreements(connection, names, links=False).items():
        worth = (w.low if w.currency == DOLLAR else w.dollars.low if w.dollars else None for w in record.value)
        found[name] = next((a for a in worth if a is not None), None)
    return found


def _kinds(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    kinds, statuses, commitments, years = new(), new(), new(), new()
    asked = select(_AGREEMENT.id, _AGREEMENT.kind, _AGREEMENT.status)
    for name, kind, status in ask(connection, asked, _AGREEMENT.id, only):
        n = shelf.number[name]
        kinds[kind].append(n)
        statuses[status].append(n)
        commitments[commitment_of(kind, status)].append(n)
        if year := shelf.year(n):
            years[year].append(n)
    return {"kind": kinds, "status": statuses, "commitment": commitments, "year": years}


def _parties(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    """``party``: whom anyone names, as a search asks for them; ``between``: the parties that the record shows."""
    party = agreement_parties.c
    parties, shown, countries, provinces = new(), new(), new(), new()
    asked = select(party.agreement, party.party, party.country, party.n)
    for name, body, country, place in ask(connection, asked, party.agreement, only):
        n = shelf.number[name]
        parties[body].append(n)
        if place is not None:
            shown[body].append(n)
        if country:
            countries[country].append(n)
        if province := province_of(body):
            provinces[province].append(n)
    return {"party": parties, "between": shown, "country": countries, "province": provinces}


def _sectors(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    sector = agreement_sectors.c
    sectors = new()
    for name, said in ask(connection, select(sector.agreement, sector.sector), sector.agreement, only):
        sectors[said].append(shelf.number[name])
    return {"sector": sectors}


def _tellings(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    asked = select(_CLAIM.record, _ARTICLE.language, _ARTICLE.outlet).join(articles, _ARTICLE.key == _CLAIM.article)
    languages, outlets = new(), new()
    for name, language, outlet in ask(connection, asked.where(_CLAIM.record.is_not(None)), _CLAIM.record, only):
        n = shelf.number[name]
        languages[language].append(n)
        if outlet:
            outlets[outlet].append(n)
    return {"language": languages, "outlet": outlets}


KIND = Kind(
    heads=_heads,
    rows=_rows,
    columns={"dollars": _dollars, "sources": _sources},
    loads={
        **dict.fromkeys(("kind", "status", "commitment", "year"), _kinds),
        **dict.fromkeys(("party", "between", "country", "province"), _parties),
        "sector": _sectors,
        **dict.fromkeys(("language", "outlet"), _tellings),
        "amount": bands,
    },
)
