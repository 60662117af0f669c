"""Which things fit a question, as sets of their numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_, or_

from pyroaring import BitMap
from sqlalchemy import Connection

from pactbook.search.amounts import BANDS, amounts
from pactbook.search.catalogue.keeping import shelf
from pactbook.search.catalogue.shelf import Shelf
from pactbook.search.naming import bodies_like
from pactbook.search.query import MANY, Query, What
from pactbook.search.syntax import Both, Either, Field, Node, Not
from pactbook.search.wording import asked, is_of_words
from pactbook.store.fulltext import Asked, Every, Some, Term, expression
from pactbook.store.sameness import read_same
from pactbook.text.fold import fold

#: What of the full-text index answers for.
TABLES: dict[What, str] = {
    "agreements": "found_agreements",
    "figures": "found_figures",
    "articles": "found_articles",
}
#: The name under which the time asked for counts as one filter.
TIME = "time"


@dataclass(frozen=True)
class Matches:
    """What fits the words of a question, and what fits each of its filters."""

    shelf: Shelf
    words: BitMap
    filters: dict[str, BitMap]

    @cached_property
    def all(self) -> BitMap:
        """What fits everything."""
        return self.but(None)

    def but(self, name: str | None) -> BitMap:
        """What fits everything but one filter."""
        return reduce(and_, (found for f, found in self.filters.items() if f != name), self.words)


def matches(connection: Connection, what: What, query: Query) -> Matches:
    """What fits ``query``. Raises QueryError."""
    query.check(what)
    matcher = Matcher(connection, what, shelf(connection, what))
    filters = {name: matcher.having(name, query.said(name)) for name in MANY if getattr(query, name)}
    if query.since or query.until:
        filters[TIME] = matcher.within(query)
    return Matches(matcher.shelf, matcher.words(query), filters)


class Matcher:
    """Finds things on one shelf."""

    def __init__(self, connection: Connection, what: What, on: Shelf) -> None:
        self._connection = connection
        self._what = what
        self.shelf = on

    def words(self, query: Query) -> BitMap:
        """What fits the words of ``query``; everything where there are none."""
        node = query.tree()
        if node is None:
            return self.shelf.everything
        return self._set(node) or BitMap()

    def _set(self, node: Node) -> BitMap | None:
        """What fits ``node``; None for words without a letter, which ask for nothing."""
        if isinstance(node, Not):
            found = self._set(node.node)
            return None if found is None else self.shelf.everything - found
        if is_of_words(node):
            wanted = asked(self._connection, node)
            return None if wanted is None else self._found(wanted)
        if isinstance(node, Both):
            return self._both(node)
        if isinstance(node, Either):
            sets = [found for n in node.nodes if (found := self._set(n)) is not None]
            return reduce(or_, sets) if sets else None
        assert isinstance(node, Field)
        if node.name in ("since", "until"):
            sets = [self.within(Query(**{node.name: value})) for value in node.values]  # type: ignore[arg-type]
            return reduce(or_, sets)
        return self.having(node.name, node.values)

    def _both(self, node: Both) -> BitMap | None:
        """What fits all; the words among them must stand in one text."""
        texts = tuple(n for n in node.nodes if is_of_words(n))
        others = [n for n in node.nodes if not is_of_words(n)]
        sets = [self._set(Both(texts))] if texts else []
        sets += [self._set(n) for n in others]
        said = [found for found in sets if found is not None]
        return reduce(and_, said) if said else None

    def _found(self, wanted: Asked) -> BitMap:
        if self._what == "organisations":
            return _named(self.shelf, self.shelf.column(self._connection, "names"), wanted)
        table = TABLES[self._what]
        return self.shelf.found(self._connection, table, expression(wanted, table)).things

    def having(self, name: str, values: tuple[str, ...]) -> BitMap:
        """What has any of ``values`` in the field ``name``."""
        if name == "amount":
            return reduce(or_, (self._amount(value) for value in values), BitMap())
        held = {"party": self._bodies, "province": self._bodies, "outlet": self._outlets}.get(name, lambda v: v)
        return self.shelf.having(self._connection, name, held(values))

    def _amount(self, value: str) -> BitMap:
        if value in BANDS:
            return self.shelf.having(self._connection, "amount", (value,))
        wanted = amounts(value)
        dollars = self.shelf.column(self._connection, "dollars")
        return BitMap([n for n, amount in dollars.items() if wanted.holds(amount)])

    def _bodies(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of the bodies that these may mean; of bodies that are one, all."""
        ids = {body for name in names for body in bodies_like(self._connection, name)}
        return tuple(ids | {body for body, other in read_same(self._connection).items() if other in ids})

    def _outlets(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The outlets that are called so, with or without marks; else those whose name holds the words."""
        every = {outlet: fold(outlet) for outlet in self.shelf.values(self._connection, "outlet")}
        found: set[str] = set()
        for name in map(fold, names):
            whole = {outlet for outlet, folded in every.items() if folded == name}
            found |= whole or {outlet for outlet, folded in every.items() if name in folded}
        return tuple(found)

    def within(self, query: Query) -> BitMap:
        """What shares a day with the time that is asked for; what has no date fits no time."""
        return self.shelf.within(self._connection, *query.days())


def _named(shelf: Shelf, names: Mapping[int, Sequence[str]], wanted: Asked) -> BitMap:
    """The organisations whose names fit; the words of one term must stand in one name."""
    if isinstance(wanted, Every):
        return reduce(and_, (_named(shelf, names, one) for one in wanted.asked))
    if isinstance(wanted, Some):
        return reduce(or_, (_named(shelf, names, one) for one in wanted.asked))
    fits = _fits(wanted)
    found = BitMap([n for n, called in names.items() if any(map(fits, called))])
    return found | BitMap([shelf.number[body] for body in wanted.bodies if body in shelf.number])


def _fits(term: Term) -> Callable[[str], bool]:
    """Whether a name, as the index holds it, has all words of ``term``."""
    words = [" " + " ".join(g.text for g in word) for word in term.words]
    ends = [" "] * len(words)
    if term.prefix or term.words[-1][-1].lone:
        ends[-1] = ""
    parts = [word + end for word, end in zip(words, ends, strict=True)]
    return lambda name: all(part in name for part in parts)
