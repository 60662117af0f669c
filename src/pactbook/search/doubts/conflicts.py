"""Agreements of which the sources say different things."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, func, select

from pactbook.search.doubts.doubt import Doubt, Grounds
from pactbook.store.agreements import read_agreements
from pactbook.store.tables.agreements import agreements


def disputed(connection: Connection, limit: int) -> list[Doubt]:
    """Those that most claims tell come first."""
    agreement = agreements.c
    asked = select(agreement.id).where(_open()).order_by(agreement.claims.desc(), agreement.id).limit(limit)
    return [Doubt("conflicts", (name,)) for name in connection.scalars(asked)]


def count_disputed(connection: Connection) -> int:
    """How many there are."""
    return int(connection.scalar(select(func.count()).select_from(agreements).where(_open())) or 0)


def grounds(connection: Connection, doubt: Doubt) -> Grounds:
    """The fields."""
    found = read_agreements(connection, doubt.about)
    return Grounds(tuple(c.name for record, _ in found.values() for c in record.cells if c.level == "conflict"))


def _open() -> ColumnElement[bool]:
    return and_(agreements.c.conflicts > 0, agreements.c.decided == 0)
