"""The agreements as a shelf."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from pactbook.knowledge.rates import DOLLAR
from pactbook.knowledge.standing import commitment_of
from pactbook.search.amounts import band, in_us_dollars
from pactbook.search.catalogue.places import province_of
from pactbook.search.catalogue.shelf import Postings, Shelf, new, once
from pactbook.store import tables as t
from pactbook.store.agreements import read_agreements


def read(connection: Connection) -> Shelf:
    """Every agreement: ids, days, amount in US dollars (the low end of the best backed one), independent sources."""
    agreement = t.agreements.c
    rows = connection.execute(select(agreement.id, agreement.first, agreement.last).order_by(agreement.id)).all()
    ids = [row[0] for row in rows]
    worth, sources = _dollars(connection), _sources(connection)
    return Shelf(
        ids=ids,
        first=[row[1] or "" for row in rows],
        last=[row[2] or "" for row in rows],
        dollars=[worth.get(name) for name in ids],
        sources=[sources.get(name, 0) for name in ids],
        loads={
            **dict.fromkeys(("kind", "status", "commitment", "year"), _kinds),
            **dict.fromkeys(("party", "country", "province"), _parties),
            "sector": _sectors,
            **dict.fromkeys(("language", "outlet"), _tellings),
            "amount": _amounts,
        },
        read_rows=_rows,
    )


def _sources(connection: Connection) -> dict[str, int]:
    """Agreement → independent sources: articles, near-copies as one."""
    claim, article = t.agreement_claims.c, t.articles.c
    origin = func.count(func.coalesce(article.copy_of, article.id).distinct())
    asked = select(claim.record, origin).join(t.articles, article.key == claim.article)
    return {row[0]: row[1] for row in connection.execute(asked.where(claim.record.is_not(None)).group_by(claim.record))}


def _dollars(connection: Connection) -> dict[str, float | None]:
    """Agreement → its amount in US dollars, if any: the amount that most sources tell, or what was decided."""
    value, claim, article, agreement = t.claim_values.c, t.agreement_claims.c, t.articles.c, t.agreements.c
    origin = func.coalesce(article.copy_of, article.id)
    year = func.substr(func.coalesce(agreement.first, func.min(article.first)), 1, 4)
    asked = (
        select(claim.record, value.currency, value.low, value.high, func.count(origin.distinct()), year)
        .join(t.agreement_claims, claim.key == value.claim)
        .join(t.articles, article.key == claim.article)
        .join(t.agreements, agreement.id == claim.record)
        .group_by(claim.record, value.currency, value.low, value.high)
        .order_by(claim.record, func.count(origin.distinct()).desc(), func.min(value.n), value.currency, value.low)
    )
    found: dict[str, float | None] = {}
    for name, currency, low, _, _, told in connection.execute(asked):
        amount = in_us_dollars(low, currency, told)
        if name not in found and amount is not None:
            found[name] = amount
    return found | _decided(connection)


def _decided(connection: Connection) -> dict[str, float | None]:
    """The amounts of agreements that analysts decided something of."""
    claim = t.agreement_claims.c
    decided = select(claim.record).join(t.anchors, t.anchors.c.claim == claim.key).where(claim.record.is_not(None))
    found: dict[str, float | None] = {}
    for name, (record, _) in read_agreements(connection, connection.scalars(decided.distinct()).all()).items():
        worth = (w.low if w.currency == DOLLAR else w.dollars.low if w.dollars else None for w in record.value)
        found[name] = next((a for a in worth if a is not None), None)
    return found


def _kinds(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    agreement = t.agreements.c
    asked = select(agreement.id, agreement.kind, agreement.status)
    kinds, statuses, commitments, years = new(), new(), new(), new()
    for name, kind, status in connection.execute(asked):
        if (n := shelf.number.get(name)) is not None:
            kinds[kind].append(n)
            statuses[status].append(n)
            commitments[commitment_of(kind, status)].append(n)
            if year := shelf.year(n):
                years[year].append(n)
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
