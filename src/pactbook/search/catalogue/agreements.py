"""The agreements as a shelf."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from pactbook.knowledge.standing import commitment_of
from pactbook.search.amounts import band
from pactbook.search.catalogue.places import province_of
from pactbook.search.catalogue.shelf import Postings, Shelf, new, once
from pactbook.store import tables as t


def read(connection: Connection) -> Shelf:
    """Every agreement: ids, days, amount in US dollars (the low end), independent sources."""
    agreement = t.agreements.c
    asked = select(agreement.id, agreement.first, agreement.last, agreement.claims)
    rows = connection.execute(asked.order_by(agreement.id)).all()
    return Shelf(
        ids=[row[0] for row in rows],
        first=[row[1] or "" for row in rows],
        last=[row[2] or "" for row in rows],
        dollars=_dollars(connection, [row[0] for row in rows]),
        sources=[row[3] for row in rows],
        loads={
            **dict.fromkeys(("kind", "status", "commitment", "year"), _kinds),
            **dict.fromkeys(("party", "country", "province"), _parties),
            "sector": _sectors,
            **dict.fromkeys(("language", "outlet"), _tellings),
            "amount": _amounts,
        },
        read_rows=_rows,
    )


def _dollars(connection: Connection, ids: list[str]) -> list[float | None]:
    value, claim = t.claim_values.c, t.agreement_claims.c
    asked = select(claim.record, func.max(value.low)).join(t.claim_values, value.claim == claim.key)
    asked = asked.where(value.currency == "USD").group_by(claim.record)
    found = {row[0]: row[1] for row in connection.execute(asked)}
    return [found.get(name) for name in ids]


def _kinds(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    agreement = t.agreements.c
    asked = select(agreement.id, agreement.kind, agreement.status)
    kinds, statuses, commitments, years = new(), new(), new(), new()
    for name, kind, status in connection.execute(asked):
        if (n := shelf.number.get(name)) is not None:
            kinds[kind].append(n)
            statuses[status].append(n)
            commitments[commitment_of(kind, status)].append(n)
            if day := shelf.first[n]:
                years[day[:4]].append(n)
    return {"kind": kinds, "status": statuses, "commitment": commitments, "year": years}


def _parties(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    party = t.agreement_parties.c
    parties, countries, provinces = new(), new(), new()
    asked = select(party.agreement, party.party, party.country).order_by(party.agreement)
    for name, body, country in connection.execute(asked):
        if (n := shelf.number.get(name)) is not None:
            parties[body].append(n)
            once(countries[country or ""], n)
            if province := province_of(body):
                once(provinces[province], n)
    countries.pop("", None)
    return {"party": parties, "country": countries, "province": provinces}


def _sectors(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    sectors = new()
    for name, sector in connection.execute(select(t.agreement_sectors.c.agreement, t.agreement_sectors.c.sector)):
        if (n := shelf.number.get(name)) is not None:
            sectors[sector].append(n)
    return {"sector": sectors}


def _tellings(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    claim, article = t.agreement_claims.c, t.articles.c
    asked = select(claim.record, article.language, article.outlet).join(t.articles, article.key == claim.article)
    languages, outlets = new(), new()
    for name, language, outlet in connection.execute(asked.where(claim.record.is_not(None)).order_by(claim.record)):
        if (n := shelf.number.get(name)) is not None:
            once(languages[language], n)
            if outlet:
                once(outlets[outlet], n)
    return {"language": languages, "outlet": outlets}


def _amounts(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    bands = new()
    for n, amount in enumerate(shelf.dollars):
        if amount is not None:
            bands[band(amount)].append(n)
    return {"amount": bands}


def _rows(connection: Connection, shelf: Shelf) -> Mapping[int, int]:
    claim = t.agreement_claims.c
    number = shelf.number
    rows = connection.execute(select(claim.key, claim.record).where(claim.record.is_not(None)))
    return {key: number[name] for key, name in rows if name in number}
