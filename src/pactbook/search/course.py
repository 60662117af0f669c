"""Agreements along time: how many fall into each year or quarter, and those of one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, select

from pactbook.search.matching import matches
from pactbook.search.query import Query
from pactbook.store.chunks import chunks
from pactbook.store.file import RecordFile
from pactbook.store.naming import names_of
from pactbook.store.tables.agreements import agreement_parties, agreements

By = Literal["year", "quarter"]
Of = Literal["kind", "status"]


@dataclass(frozen=True, slots=True)
class Stop:
    """An agreement on the line of time."""

    id: str
    date: str | None
    kind: str
    status: str
    subject: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """``counts``: time → word of ``of`` → number of agreements, without gaps; ``undated`` are in none of them.

    ``stops`` are the agreements of the time that was asked for, the latest first, with the ``names`` of their parties.
    """

    counts: dict[str, dict[str, int]]
    undated: int
    total: int
    stops: tuple[Stop, ...]
    names: dict[str, str]


def find_course(record: RecordFile, query: Query, by: By, of: Of, at: str | None) -> Course:
    """The agreements that fit ``query`` by the day that their time begins on, or ends on where its beginning is open.

    ``at`` is a time of ``counts``, by default the latest. Raises QueryError.
    """
    with record.reading() as connection:
        found = matches(connection, "agreements", query)
        on = found.shelf
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        inside: dict[str, list[str]] = defaultdict(list)
        for n, (word,) in on.each(connection, of, found.all).items():
            if day := on.day(n):
                counts[_time(day, by)][word] += 1
                inside[_time(day, by)].append(on.ids[n])
        times = every(min(counts), max(counts), by) if counts else []
        chosen = at if at in inside else max(inside, default="")
        stops = _stops(connection, inside.get(chosen, []))
        names = names_of(connection, {party for stop in stops for party in stop.parties})
        undated = len(found.all) - sum(map(len, inside.values()))
        return Course({t: dict(counts.get(t, {})) for t in times}, undated, len(found.all), stops, names)


def _time(day: int, by: By) -> str:
    """The year or quarter of a day that is written as YYYYMMDD."""
    year, month = day // 10000, day // 100 % 100
    return f"{year:04}" if by == "year" else f"{year:04}-Q{(month + 2) // 3}"


def every(first: str, last: str, by: By) -> list[str]:
    """All years, or quarters, from the first to the last."""
    if by == "year":
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    start, end = (4 * int(t[:4]) + int(t[-1]) - 1 for t in (first, last))
    return [f"{n // 4:04}-Q{n % 4 + 1}" for n in range(start, end + 1)]


def _stops(connection: Connection, ids: list[str]) -> tuple[Stop, ...]:
    agreement, party = agreements.c, agreement_parties.c
    parties: dict[str, list[str]] = defaultdict(list)
    found: list[Row[Any]] = []
    for part in chunks(ids):
        for name, body in connection.execute(
            select(party.agreement, party.party)
            .where(party.agreement.in_(part), party.n.is_not(None))
            .order_by(party.n)
        ):
            parties[name].append(body)
        asked = select(*(agreement[name] for name in ("id", "date", "kind", "status", "subject", "first")))
        found += connection.execute(asked.where(agreement.id.in_(part))).all()
    ordered = sorted(found, key=lambda row: (row.first or "", row.id), reverse=True)
    return tuple(Stop(r.id, r.date, r.kind, r.status, r.subject, tuple(parties[r.id])) for r in ordered)
