"""All things of one kind, each under a number, with what they can be asked for.

What a facet needs is read when it is first asked for; several facets that one reading gives share it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from sqlalchemy import Connection

from pactbook.search.catalogue.bits import bits, marks, numbers
from pactbook.store.fulltext import matching

#: Value → numbers of the things that have it.
Postings = dict[str, list[int]]
#: Reads some facets at once: facet → postings.
Load = Callable[[Connection, "Shelf"], Mapping[str, Postings]]


def new() -> Postings:
    """Postings to fill."""
    return defaultdict(list)


def once(numbers: list[int], n: int) -> None:
    """Add a number unless it is the last one already: rows of one thing come together."""
    if not numbers or numbers[-1] != n:
        numbers.append(n)


#: Values of a facet that have at least this share of the things are held as sets of bits.
_DENSE = 1 / 256
#: So many things or fewer are counted one by one.
_FEW = 4000
#: So many answers of the full-text index are remembered.
_REMEMBERED = 200


class Found(NamedTuple):
    """What an expression finds in the full-text index: things, and how many rows tell of them."""

    things: int
    rows: int


@dataclass
class Order:
    """Things in one order, the first to show first; ``key`` makes a thing comparable, smaller is earlier."""

    numbers: list[int]
    places: list[int]


@dataclass
class Shelf:
    """``ids`` by number; ``first`` and ``last`` day (ISO or empty) of each; ``dollars`` or None; ``sources``.

    ``rows`` maps the row of the full-text index to the number.
    """

    ids: Sequence[str]
    first: Sequence[str]
    last: Sequence[str]
    dollars: Sequence[float | None]
    sources: Sequence[int]
    loads: Mapping[str, Load]
    read_rows: Callable[[Connection, Shelf], Mapping[int, int]]
    _facets: dict[str, _Facet] = field(default_factory=dict)
    _found: dict[str, Found] = field(default_factory=dict)
    _rows: Mapping[int, int] | None = None
    _orders: dict[str, Order] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many things there are."""
        return len(self.ids)

    @cached_property
    def everything(self) -> int:
        """The set of all."""
        return (1 << self.size) - 1

    @cached_property
    def number(self) -> dict[str, int]:
        """Id → number."""
        return {name: n for n, name in enumerate(self.ids)}

    def year(self, n: int) -> str:
        """The year that a thing's time begins in, or ends in where its beginning is open; empty where it has none."""
        return next((day[:4] for day in (self.first[n], self.last[n]) if day and not day.startswith("0001")), "")

    def rows(self, connection: Connection) -> Mapping[int, int]:
        """Row of the full-text index → number."""
        if self._rows is None:
            self._rows = self.read_rows(connection, self)
        return self._rows

    def found(self, connection: Connection, table: str, match: str) -> Found:
        """What ``match``, an expression, finds in the full-text index; the last questions are remembered."""
        if match not in self._found:
            rows = self.rows(connection)
            keys = matching(connection, table, match)
            if len(self._found) >= _REMEMBERED:
                self._found.pop(next(iter(self._found)), None)
            numbers_ = [n for key in keys if (n := rows.get(key)) is not None]
            self._found[match] = Found(bits(numbers_, self.size), len(keys))
        return self._found[match]

    def having(self, connection: Connection, facet: str, values: Iterable[str]) -> int:
        """The set of things that have any of ``values``."""
        held = self._facet(connection, facet)
        found = 0
        for value in values:
            found |= held.having(value)
        return found

    def values(self, connection: Connection, facet: str) -> Iterable[str]:
        """All values of a facet."""
        return self._facet(connection, facet).postings

    def count(self, connection: Connection, facet: str, among: int, most: int) -> dict[str, int]:
        """How many of ``among`` have each value, for the ``most`` values that most have, these first."""
        counted = self._facet(connection, facet).count(among, most)
        return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:most])

    def order(self, name: str) -> Order:
        """All things by ``date`` (the latest first), ``amount`` (the largest first) or ``sources`` (the most first)."""
        if name not in self._orders:
            first, dollars, sources, ids = self.first, self.dollars, self.sources, self.ids
            ordered = sorted(range(self.size), key=ids.__getitem__)
            ordered.sort(key=first.__getitem__, reverse=True)
            if name == "amount":
                ordered.sort(key=lambda n: -1.0 if (d := dollars[n]) is None else d, reverse=True)
            elif name == "sources":
                ordered.sort(key=sources.__getitem__, reverse=True)
            places = [0] * self.size
            for place, n in enumerate(ordered):
                places[n] = place
            self._orders[name] = Order(ordered, places)
        return self._orders[name]

    def _facet(self, connection: Connection, name: str) -> _Facet:
        if name not in self._facets:
            for facet, postings in self.loads[name](connection, self).items():
                self._facets[facet] = _Facet(postings, self.size)
        return self._facets[name]


class _Facet:
    """The values of one facet. Of a thing's many values each counts once."""

    def __init__(self, postings: Postings, size: int) -> None:
        self.postings = postings
        self._size = size
        self._bits: dict[str, int] = {}
        self._by_need = sorted(postings, key=lambda value: -len(postings[value]))

    def having(self, value: str) -> int:
        if value not in self._bits:
            if value not in self.postings:
                return 0
            self._bits[value] = bits(self.postings[value], self._size)
        return self._bits[value]

    def count(self, among: int, most: int) -> dict[str, int]:
        if len(self.postings) > most and among.bit_count() <= _FEW:
            each = self._values_of
            every = Counter(chain.from_iterable(each[n] for n in numbers(among) if n in each))
            return dict(every.most_common(most)) if len(every) > most else dict(every)
        return self._count_by_value(among, most)

    def _count_by_value(self, among: int, most: int) -> dict[str, int]:
        """The commonest values first; once nothing that is left can reach the last of the best, that is all."""
        found: dict[str, int] = {}
        least = 0
        held: bytes | None = None
        for value in self._by_need:
            has = self.postings[value]
            if len(found) >= most and len(has) <= least:
                break
            if len(has) >= self._size * _DENSE or value in self._bits:
                number = (among & self.having(value)).bit_count()
            else:
                held = held if held is not None else marks(among, self._size)
                number = sum(map(held.__getitem__, has))
            if number:
                found[value] = number
                if len(found) % most == 0:
                    least = sorted(found.values(), reverse=True)[most - 1]
        return found

    @cached_property
    def _values_of(self) -> dict[int, list[str]]:
        """Number → its values."""
        found: dict[int, list[str]] = {}
        for value, has in self.postings.items():
            for n in has:
                found.setdefault(n, []).append(value)
        return found
