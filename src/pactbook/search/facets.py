"""How many agreements that fit a question are of each kind, status, sector and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Executable, Select, func, select

from pactbook.model.record import Total
from pactbook.model.words import AGREEMENT_STATUSES
from pactbook.record.totals import totals
from pactbook.search.filters import on_agreements
from pactbook.search.query import Query
from pactbook.store import tables as t
from pactbook.store.agreements import read_agreements
from pactbook.store.chunks import chunks
from pactbook.store.file import RecordFile
from pactbook.store.fulltext import ranked


@dataclass(frozen=True, slots=True)
class Facets:
    """Value → number of agreements, the commonest first. A year is that of the date's first day."""

    kind: dict[str, int]
    status: dict[str, int]
    sector: dict[str, int]
    year: dict[str, int]


def count_facets(record: RecordFile, query: Query) -> Facets:
    """Count all agreements that fit ``query``, whatever its limit. Raises QueryError."""
    query.check(AGREEMENT_STATUSES, "measure")
    agreement = t.agreements.c
    with record.reading() as connection:
        fitting = _fitting(connection, query)
        among = agreement.id.in_(fitting)
        sector = t.agreement_sectors.c
        sectors = select(sector.sector, func.count()).where(sector.agreement.in_(fitting)).group_by(sector.sector)
        return Facets(
            kind=_counted(connection, _by(agreement.kind, among)),
            status=_counted(connection, _by(agreement.status, among)),
            sector=_counted(connection, sectors),
            year=_counted(connection, _by(func.substr(agreement.first, 1, 4), among & agreement.first.is_not(None))),
        )


def add_up(record: RecordFile, query: Query) -> list[Total]:
    """What the amounts of all agreements that fit ``query`` come to, whatever its limit; unlike ones never together.

    Raises QueryError.
    """
    query.check(AGREEMENT_STATUSES, "measure")
    with record.reading() as connection:
        ids = connection.scalars(_fitting(connection, query)).all()
        pages = (read_agreements(connection, part) for part in chunks(ids))
        return totals(found for page in pages for found, _ in page.values())


def _fitting(connection: Connection, query: Query) -> Select[Any]:
    """The ids of the agreements that fit."""
    agreement, claim = t.agreements.c, t.agreement_claims.c
    asked = select(agreement.id).where(*on_agreements(connection, query))
    if not query.words.strip():
        return asked
    terms = query.terms(connection)
    if not terms:
        return asked.where(agreement.id.is_(None))
    match = ranked("found_agreements", terms)
    return asked.where(agreement.id.in_(select(claim.record).join(match, match.c.key == claim.key)))


def _by(column: ColumnElement[str], among: ColumnElement[bool]) -> Executable:
    return select(column, func.count()).where(among).group_by(column)


def _counted(connection: Connection, asked: Executable) -> dict[str, int]:
    rows = [(str(value), int(number)) for value, number in connection.execute(asked)]
    return dict(sorted(rows, key=lambda row: (-row[1], row[0])))
