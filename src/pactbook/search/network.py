"""Who is party to agreements with whom, of the agreements that answer a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain, combinations

from pyroaring import BitMap
from sqlalchemy import Connection

from pactbook.search.catalogue.keeping import shelf
from pactbook.search.catalogue.shelf import Shelf
from pactbook.search.matching import matches
from pactbook.search.query import Query
from pactbook.store.file import RecordFile
from pactbook.store.naming import names_of

#: What a state is among the kinds of bodies.
STATE = "state"
#: The kind of a body that no article names any more.
OTHER = "other"


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
        found = matches(connection, "agreements", query)
        parties = parties_of(connection, found.shelf, found.all, states=states)
        numbers = Counter(chain.from_iterable(parties.values()))
        pairs = together(parties.values())
        strongest = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:most]
        return Net(
            knots=_knots(connection, {end for pair, _ in strongest for end in pair}, numbers),
            strands=tuple(Strand(*pair, number) for pair, number in strongest),
            all_knots=len(numbers),
            all_strands=len(pairs),
            agreements=len(found.all),
        )


def parties_of(connection: Connection, on: Shelf, found: BitMap, *, states: bool) -> dict[int, list[str]]:
    """The parties of each of these agreements that has any, in order; with or without ``states``."""
    parties = on.each(connection, "between", found)
    # The id of a body has a dot, the code of a state has none.
    return parties if states else {n: [party for party in among if "." in party] for n, among in parties.items()}


def together(parties: Collection[Collection[str]]) -> Counter[tuple[str, str]]:
    """How often two stand together."""
    return Counter(chain.from_iterable(combinations(among, 2) for among in parties if len(among) > 1))


def _knots(connection: Connection, ids: set[str], numbers: Counter[str]) -> tuple[Knot, ...]:
    names = names_of(connection, ids)
    kinds, countries = (_told(connection, facet, ids) for facet in ("kind", "country"))
    made = []
    for name in sorted(ids, key=lambda i: (-numbers[i], i)):
        kind, country = (kinds.get(name, OTHER), countries.get(name)) if "." in name else (STATE, name)
        made.append(Knot(name, names[name], kind, country, numbers[name]))
    return tuple(made)


def _told(connection: Connection, facet: str, ids: set[str]) -> Mapping[str, str]:
    """Body → its kind or country."""
    on = shelf(connection, "organisations")
    wanted = BitMap([on.number[name] for name in ids if name in on.number])
    return {on.ids[n]: value for n, (value, *_) in on.each(connection, facet, wanted).items()}
