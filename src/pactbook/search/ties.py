"""Who has most to do with whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import func, select

from pactbook.search.catalogue.keeping import shelf
from pactbook.search.network import parties_of, together
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
    with record.reading() as connection:
        on = shelf(connection, "agreements")
        parties = parties_of(connection, on, on.everything, states=False)
        numbers = together(parties.values())
        least = sorted(numbers.values(), reverse=True)[:limit][-1:]
        strongest = {pair for pair, number in numbers.items() if [number] >= least}
        days: dict[tuple[str, str], list[tuple[int, int]]] = {pair: [] for pair in strongest}
        for n, among in parties.items():
            for pair in strongest.intersection(combinations(among, 2)):
                days[pair].append(on.days(n))
        ties = [_tie(pair, numbers[pair], days[pair]) for pair in strongest]
        ties.sort(key=lambda tie: (tie.one, tie.other))
        ties.sort(key=lambda tie: (tie.agreements, tie.last or ""), reverse=True)
        return ties[:limit], names_of(connection, {body for tie in ties[:limit] for body in (tie.one, tie.other)})


def _tie(pair: tuple[str, str], number: int, days: list[tuple[int, int]]) -> Tie:
    first, last = ([day for day in some if day] for some in zip(*days, strict=True))
    return Tie(*pair, number, _iso(min(first, default=0)), _iso(max(last, default=0)))


def _iso(day: int) -> str | None:
    """A day that is written as YYYYMMDD, 0 for none, in ISO."""
    return f"{day // 10000:04}-{day // 100 % 100:02}-{day % 100:02}" if day else None


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
