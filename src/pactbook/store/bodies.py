"""Read organisations across articles: the same id is the same body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from pactbook.model.record import BodyRecord
from pactbook.store.chunks import chunks
from pactbook.store.tables import agreement_parties, bodies, body_names


def read_bodies(connection: Connection, ids: Iterable[str]) -> list[BodyRecord]:
    """The organisations of ``ids`` in their order; kind and country are what most articles say."""
    return [record for part in chunks(ids) for record in _read(connection, part)]


def joined(name: str, records: Sequence[BodyRecord]) -> BodyRecord:
    """One body of several that an analyst said to be one, under the id that stands for them; counts are added up."""
    first = next((r for r in records if r.id == name), records[0])
    return BodyRecord(
        id=name,
        names=tuple(dict.fromkeys(n for r in (first, *records) for n in r.names)),
        kind=first.kind,
        country=first.country or next((r.country for r in records if r.country), None),
        articles=sum(r.articles for r in records),
        agreements=sum(r.agreements for r in records),
    )


def _read(connection: Connection, ids: list[str]) -> list[BodyRecord]:
    names = read_names(connection, ids)
    kinds: dict[str, Counter[tuple[str, str | None]]] = defaultdict(Counter)
    asked = select(bodies.c.body, bodies.c.kind, bodies.c.country, func.count().label("times"))
    for row in connection.execute(
        asked.where(bodies.c.body.in_(ids)).group_by(bodies.c.body, bodies.c.kind, bodies.c.country)
    ):
        kinds[row.body][row.kind, row.country] += row.times
    party = agreement_parties.c.party
    counted = select(party, func.count()).where(party.in_(ids)).group_by(party)
    agreements = {row[0]: int(row[1]) for row in connection.execute(counted)}
    return [
        BodyRecord(n, tuple(names[n]), *_likeliest(kinds[n]), sum(kinds[n].values()), agreements.get(n, 0))
        for n in ids
        if n in kinds
    ]


def _likeliest(said: Counter[tuple[str, str | None]]) -> tuple[str, str | None]:
    """The kind and country that most articles give; an article that does not tell the country counts less."""
    return min(said, key=lambda k: (k[1] is None, -said[k], k[0], k[1] or ""))


def read_names(connection: Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """Id → every name that articles use for it: those that articles give first before others, then the commonest."""
    first: dict[str, Counter[str]] = defaultdict(Counter)
    times: dict[str, Counter[str]] = defaultdict(Counter)
    for part in chunks(ids):
        asked = select(body_names.c.body, body_names.c.name, body_names.c.n, func.count().label("times"))
        grouped = asked.where(body_names.c.body.in_(part)).group_by(
            body_names.c.body, body_names.c.name, body_names.c.n
        )
        for row in connection.execute(grouped):
            times[row.body][row.name] += row.times
            first[row.body][row.name] += row.times if row.n == 0 else 0
    return defaultdict(
        list, {b: sorted(names, key=lambda n: (-first[b][n], -names[n], n)) for b, names in times.items()}
    )
