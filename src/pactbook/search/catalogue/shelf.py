"""All things of one kind, each under a number, with what they can be asked for.

A shelf is one state of the record and never changes, but what a facet or an order needs is read when it is first asked
for. After a write another shelf is made of it, for which only what was touched is read.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock
from typing import Any, NamedTuple

from pyroaring import BitMap
from sqlalchemy import Connection

from pactbook.search.catalogue.facet import Facet
from pactbook.search.catalogue.layered import Layered
from pactbook.search.catalogue.order import Key, Order
from pactbook.search.catalogue.parts import Only, Postings
from pactbook.store.fulltext import matching

#: So many answers of the full-text index are remembered.
_REMEMBERED = 200
#: What a row of the full-text index stands for that is of no thing.
_NOTHING = 2**32 - 1


#: The columns that orders go by.
_BY = {"amount": "dollars", "sources": "sources"}


class Head(NamedTuple):
    """A thing as a shelf holds it: ``first`` and ``last`` day (ISO or empty); None for a number that is to be given."""

    id: str
    number: int | None
    first: str
    last: str


class Found(NamedTuple):
    """What an expression finds in the full-text index: things, and the rows that tell of them."""

    things: BitMap
    rows: BitMap


#: Reads some facets at once: facet → postings.
Load = Callable[[Connection, "Shelf", Only], Mapping[str, Postings]]
#: Reads one value of each thing, by its number; of those that have one.
Column = Callable[[Connection, "Shelf", Only], Mapping[int, Any]]


@dataclass(frozen=True, slots=True)
class Kind:
    """How things of one kind are read: all, or those of some ids.

    ``rows`` gives rows of the full-text index with the ids of the things; None where the numbers are the rows.
    ``concerned`` gives the ids of the things that touched ids stand for, where these are not the same.
    """

    heads: Callable[[Connection, Only], Iterable[Head]]
    loads: Mapping[str, Load]
    rows: Callable[[Connection, Only], Iterable[tuple[int, str]]] | None = None
    columns: Mapping[str, Column] = field(default_factory=dict)
    concerned: Callable[[Connection, Collection[str]], Collection[str]] = lambda _, touched: touched


class Parts(NamedTuple):
    """All that was read of a shelf: the ids and days of its things by number, and what else it is asked for."""

    ids: Mapping[int, str]
    first: array[int]
    last: array[int]
    facets: Mapping[str, Facet]
    columns: Mapping[str, Mapping[int, Any]]
    orders: Mapping[str, Iterable[int]]
    rows: array[int] | None


@dataclass
class Shelf:
    """``ids`` by number; a number that is not in ``everything`` is no thing's.

    What is as long as the record stands in arrays, bitmaps and layers: the next state copies little, and Python's
    garbage collector, which would go through long lists in the middle of an answer, passes them by.
    """

    kind: Kind
    ids: Layered[int, str] = field(default_factory=Layered)
    number: Layered[str, int] = field(default_factory=Layered)
    everything: BitMap = field(default_factory=BitMap)
    #: The first and the last day of each thing as ``_day`` writes them, by number.
    _first: array[int] = field(default_factory=lambda: array("i"))
    _last: array[int] = field(default_factory=lambda: array("i"))
    _facets: dict[str, Facet] = field(default_factory=dict)
    _columns: dict[str, Layered[int, Any]] = field(default_factory=dict)
    _orders: dict[str, Order] = field(default_factory=dict)
    _rows: array[int] | None = None
    _found: dict[str, Found] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @classmethod
    def read(cls, connection: Connection, kind: Kind) -> Shelf:
        """All things of a kind."""
        shelf = cls(kind)
        shelf._place(kind.heads(connection, None), shelf)
        return shelf

    @classmethod
    def of(cls, kind: Kind, parts: Parts) -> Shelf:
        """The shelf with these parts, for which nothing is left to be read."""
        number = {name: n for n, name in parts.ids.items()}
        shelf = cls(kind, Layered(parts.ids), Layered(number), BitMap(list(parts.ids)), parts.first, parts.last)
        shelf._facets |= parts.facets
        shelf._columns |= {name: Layered(column) for name, column in parts.columns.items()}
        shelf._orders |= {name: Order(numbers, shelf._key_of(name)) for name, numbers in parts.orders.items()}
        shelf._rows = parts.rows
        return shelf

    def parts(self, connection: Connection) -> Parts:
        """All that there is to read."""
        for _ in self.read_ahead(connection):
            pass
        return Parts(
            {n: self.ids[n] for n in self.everything},
            self._first,
            self._last,
            self._facets,
            self._columns,
            {name: order.numbers for name, order in self._orders.items()},
            self._rows,
        )

    def renewed(self, connection: Connection, touched: Collection[str]) -> Shelf:
        """The shelf of a later state of the record; things of other ids than ``touched`` have stayed as they are."""
        touched = self.kind.concerned(connection, touched)
        new = type(self)(self.kind, self.ids, self.number.changed({}, touched))
        gone = BitMap(n for name in touched if (n := self.number.get(name)) is not None)
        new.everything = self.everything - gone
        fresh = new._place(self.kind.heads(connection, touched), self)
        for name, column in self._columns.items():
            new._columns[name] = column.changed(self.kind.columns[name](connection, new, touched), gone)
        for name, order in self._orders.items():
            new._orders[name] = order.renewed(gone, fresh, new._key(connection, name))
        if self._rows is not None:
            new._rows = new._with_rows(connection, self._rows[:], touched)
        new._renew_facets(connection, self, gone, touched)
        return new

    def read_ahead(self, connection: Connection) -> Iterator[None]:
        """Read what questions will ask for, one part a step."""
        for name in self.kind.loads:
            self._facet(connection, name)
            yield
        for name in self.kind.columns:
            self.column(connection, name)
            yield
        for name in ("date", "end", *(o for o, column in _BY.items() if column in self.kind.columns)):
            self.order(connection, name)
            yield
        if self.kind.rows is not None:
            self.rows(connection)

    @property
    def size(self) -> int:
        """How many things there are."""
        return len(self.number)

    def day(self, n: int) -> int:
        """The day that a thing's time begins on, or ends on where its beginning is open, as YYYYMMDD; 0 for none."""
        return next((day for day in self.days(n) if _year(day)), 0)

    def year(self, n: int) -> str:
        """The year of that day; empty for none."""
        return _year(self.day(n))

    def days(self, n: int) -> tuple[int, int]:
        """The first and the last day of a thing's time as YYYYMMDD; 0 for none."""
        return self._first[n], self._last[n]

    def first_year(self, n: int) -> str:
        """The year that a thing's time begins in; empty where it is open or unknown."""
        return _year(self._first[n])

    def column(self, connection: Connection, name: str) -> Mapping[int, Any]:
        """``dollars`` (US), ``sources`` or ``names`` of each thing that has any."""
        if name not in self.kind.columns:
            return {}
        if name not in self._columns:
            self._columns[name] = Layered(self.kind.columns[name](connection, self, None))
        return self._columns[name]

    def among(self, connection: Connection, keys: Sequence[int]) -> BitMap:
        """The things that rows of the full-text index tell of."""
        if self.kind.rows is None:
            return BitMap(keys) & self.everything
        # A row may still stand for a thing that is gone.
        return BitMap(map(self.rows(connection).__getitem__, keys)) & self.everything

    def rows(self, connection: Connection) -> Sequence[int]:
        """Row of the full-text index → number. Where numbers are the rows nobody asks."""
        if self._rows is None:
            # Others may ask meanwhile: what is not whole is not shown.
            self._rows = self._with_rows(connection, array("I"), None)
        return self._rows

    def things(self, connection: Connection, rows: Sequence[int]) -> Sequence[int]:
        """The number of the thing that each of these rows of the full-text index tells of, or one of no thing."""
        return rows if self.kind.rows is None else list(map(self.rows(connection).__getitem__, rows))

    def found(self, connection: Connection, table: str, match: str) -> Found:
        """What ``match``, an expression, finds in the full-text index; the last questions are remembered."""
        found = self._found.get(match)
        if found is None:
            keys = matching(connection, table, match)
            found = Found(self.among(connection, keys), BitMap(keys))
            with self._lock:
                if len(self._found) >= _REMEMBERED:
                    self._found.pop(next(iter(self._found)))
                self._found[match] = found
        return found

    def newest_rows(self, connection: Connection, rows: BitMap, things: BitMap, most: int) -> list[int]:
        """Those of ``rows`` of the full-text index that tell of ``things``, the ``most`` that came last, backwards."""
        if self.kind.rows is None:
            told: Iterator[int] = reversed((rows & things).to_array())
        else:
            of = self.rows(connection)
            told = (row for row in reversed(rows.to_array()) if of[row] in things)
        return list(islice(told, most))

    def having(self, connection: Connection, facet: str, values: Iterable[str]) -> BitMap:
        """The things that have any of ``values``."""
        return self._facet(connection, facet).having(values)

    def values(self, connection: Connection, facet: str) -> Iterable[str]:
        """All values of a facet."""
        return self._facet(connection, facet).postings

    def each(self, connection: Connection, facet: str, among: BitMap) -> dict[int, list[str]]:
        """Those of ``among`` that have any value of a facet, with all that they have, in order."""
        found: dict[int, list[str]] = {}
        for value, has in sorted(self._facet(connection, facet).postings.items()):
            for n in has & among:
                found.setdefault(n, []).append(value)
        return found

    def count(self, connection: Connection, facet: str, among: BitMap, most: int) -> dict[str, int]:
        """How many of ``among`` have each value, for the ``most`` values that most have, these first."""
        return self._facet(connection, facet).count(among, most)

    def order(self, connection: Connection, name: str) -> Order:
        """All by ``date`` (the latest first), ``end`` (of their time, the latest first), ``amount`` (the largest first)
        or ``sources`` (the most first)."""
        if name not in self._orders:
            self._orders[name] = Order.of(self.everything, self._key(connection, name))
        return self._orders[name]

    def within(self, connection: Connection, since: str | None, until: str | None) -> BitMap:
        """What shares a day with this time, in ISO days; what has no date fits no time."""
        # Half a day after the first day that fits; what has no date stands last, at day 0.
        found = self.order(connection, "end").before((0.5 - max(_day(since or ""), 1),))
        return found - self.order(connection, "date").before((-_day(until),)) if until else found

    def _place(self, heads: Iterable[Head], before: Shelf) -> list[int]:
        """Put things on the shelf: under their number, else that which they had ``before``, else the next free one."""
        ids: dict[int, str] = {}
        first, last = before._first[:], before._last[:]
        for name, number, begins, ends in heads:
            n = number if number is not None else before.number.get(name)
            n = len(first) if n is None else n
            for days in (first, last):
                days.extend([0] * (n + 1 - len(days)))
            ids[n], first[n], last[n] = name, _day(begins), _day(ends)
        self._first, self._last = first, last
        self.ids, self.number = self.ids.changed(ids), self.number.changed({name: n for n, name in ids.items()})
        self.everything |= BitMap(ids)
        return list(ids)

    def _with_rows(self, connection: Connection, rows: array[int], only: Only) -> array[int]:
        """``rows`` with those that are read."""
        assert self.kind.rows is not None
        pairs = list(self.kind.rows(connection, only))
        last = max((row for row, _ in pairs), default=-1)
        rows.extend([_NOTHING] * (last + 1 - len(rows)))
        for row, name in pairs:
            rows[row] = self.number.get(name, _NOTHING)
        return rows

    def _key(self, connection: Connection, name: str) -> Key:
        """What an order goes by."""
        if name in _BY:
            self.column(connection, _BY[name])
        return self._key_of(name)

    def _key_of(self, name: str) -> Key:
        """What an order goes by, its column being read."""
        ids = self.ids
        if name in ("date", "end"):
            days = self._first if name == "date" else self._last
            return lambda n: (-days[n], ids[n])
        first, much = self._first, self._columns.get(_BY[name], Layered())
        return lambda n: (-much.get(n, -1), -first[n], ids[n])

    def _facet(self, connection: Connection, name: str) -> Facet:
        if name not in self._facets:
            for facet, postings in self.kind.loads[name](connection, self, None).items():
                self._facets[facet] = Facet.of(postings)
        return self._facets[name]

    def _renew_facets(self, connection: Connection, old: Shelf, gone: BitMap, touched: Collection[str]) -> None:
        """Carry over the facets that ``old`` has read."""
        read = dict(old._facets)
        for load in {self.kind.loads[name] for name in read}:
            fresh = load(connection, self, touched)
            self._facets |= {name: read[name].renewed(gone, fresh[name]) for name in fresh if name in read}


def _year(day: int) -> str:
    """The year of a ``_day``; empty for none, and for the year 1, from which open times are said to run."""
    year = day // 10000
    return f"{year:04}" if year > 1 else ""


def _day(iso: str) -> int:
    """A day as a number that grows with it; 0 for none."""
    return int(iso.replace("-", "")) if iso else 0
