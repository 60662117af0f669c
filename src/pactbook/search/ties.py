"""Who has most to do with whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from pactbook.store.file import RecordFile
from pactbook.store.naming import names_of
from pactbook.store.tables.agreements import agreement_parties, agreements


@dataclass(frozen=True, slots=True)
class Tie:
    """Two bodies and the agreements that both are party to; ``first`` and ``last`` are days, None where undated."""

    one: str
    other: str
    agreements: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Sibling:
    """An agreement that shares parties with another one."""

    id: str
    shared: int
    kind: str
    date: str | None
    subject: str


def strongest_ties(record: RecordFile, limit: int = 12) -> tuple[list[Tie], Mapping[str, str]]:
    """The pairs of bodies with most agreements, and the names of all of them. States are no bodies."""
    one, other = agreement_parties.alias("one"), agreement_parties.alias("other")
    number = func.count().label("number")
    asked = (
        select(one.c.party, other.c.party, number, func.min(agreements.c.first), func.max(agreements.c.last))
        .join(other, (other.c.agreement == one.c.agreement) & (other.c.party > one.c.party))
        .join(agreements, agreements.c.id == one.c.agreement)
        # The id of a body has a dot, the code of a state has none.
        .where(one.c.party.contains("."), other.c.party.contains("."))
        .group_by(one.c.party, other.c.party)
        .order_by(number.desc(), func.max(agreements.c.last).desc().nulls_last(), one.c.party, other.c.party)
        .limit(limit)
    )
    with record.reading() as connection:
        ties = [Tie(*row) for row in connection.execute(asked)]
        return ties, names_of(connection, {body for tie in ties for body in (tie.one, tie.other)})


def siblings(record: RecordFile, agreement: str, limit: int = 8) -> list[Sibling]:
    """Agreements with the same parties as ``agreement``, those that share most first: what it may be one with."""
    mine = select(agreement_parties.c.party).where(agreement_parties.c.agreement == agreement)
    shared = func.count().label("shared")
    party = agreement_parties.c
    fitting = (
        select(party.agreement, shared)
        .where(party.party.in_(mine), party.agreement != agreement)
        .group_by(party.agreement)
        .order_by(shared.desc(), party.agreement)
        .limit(limit)
        .subquery()
    )
    asked = select(agreements, fitting.c.shared).join(fitting, fitting.c.agreement == agreements.c.id)
    asked = asked.order_by(fitting.c.shared.desc(), agreements.c.first.desc().nulls_last(), agreements.c.id)
    with record.reading() as connection:
        return [Sibling(r.id, r.shared, r.kind, r.date, r.subject) for r in connection.execute(asked)]
