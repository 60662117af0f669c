"""Who is party to agreements with whom, of the agreements that answer a question."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, select

from pactbook.search.page import find_ids
from pactbook.search.query import Query
from pactbook.store.bodies import read_bodies
from pactbook.store.file import RecordFile
from pactbook.store.naming import names_of
from pactbook.store.tables.agreements import agreement_parties

#: What a state is among the kinds of bodies.
STATE = "state"


@dataclass(frozen=True, slots=True)
class Knot:
    """A body, or a state. ``agreements`` counts those of the question that it is party to; ``country`` is its side."""

    id: str
    name: str
    kind: str
    country: str | None
    agreements: int


@dataclass(frozen=True, slots=True)
class Strand:
    """Two knots and how many agreements both are party to."""

    one: str
    other: str
    agreements: int


@dataclass(frozen=True, slots=True)
class Net:
    """The strongest strands, heaviest first, and the knots at their ends; how many there are of each in all."""

    knots: tuple[Knot, ...]
    strands: tuple[Strand, ...]
    all_knots: int
    all_strands: int
    agreements: int


def find_network(record: RecordFile, query: Query, most: int, *, states: bool = True) -> Net:
    """The ``most`` strongest strands of the agreements that fit ``query``. Raises QueryError."""
    with record.reading() as connection:
        wanted = frozenset(find_ids(connection, "agreements", query))
        parties = _parties(connection, wanted, states=states)
        numbers = Counter(party for among in parties.values() for party in among)
        pairs = Counter(pair for among in parties.values() for pair in combinations(sorted(among), 2))
        strongest = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:most]
        return Net(
            knots=_knots(connection, {end for pair, _ in strongest for end in pair}, numbers),
            strands=tuple(Strand(*pair, number) for pair, number in strongest),
            all_knots=len(numbers),
            all_strands=len(pairs),
            agreements=len(wanted),
        )


def _parties(connection: Connection, wanted: frozenset[str], *, states: bool) -> dict[str, set[str]]:
    """Agreement → its parties. One read of the whole table costs less than asking for each."""
    found: dict[str, set[str]] = defaultdict(set)
    party = agreement_parties.c
    for name, body in connection.execute(select(party.agreement, party.party)):
        # The id of a body has a dot, the code of a state has none.
        if name in wanted and (states or "." in body):
            found[name].add(body)
    return found


def _knots(connection: Connection, ids: set[str], numbers: Counter[str]) -> tuple[Knot, ...]:
    names = names_of(connection, ids)
    known = {body.id: body for body in read_bodies(connection, sorted(i for i in ids if "." in i))}
    made = []
    for name in sorted(ids, key=lambda i: (-numbers[i], i)):
        body = known.get(name)
        kind, country = (body.kind, body.country) if body else (STATE, name)
        made.append(Knot(name, names[name], kind, country, numbers[name]))
    return tuple(made)
