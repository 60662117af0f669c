"""The order of answers, and where a page of them begins and ends."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import msgspec
from pyroaring import BitMap
from sqlalchemy import Connection

from pactbook.errors import QueryError
from pactbook.search.catalogue.shelf import Shelf
from pactbook.search.matching import TABLES
from pactbook.search.query import Query, Sort, What
from pactbook.search.syntax import Either, Node
from pactbook.search.wording import asked, leaves
from pactbook.store.fulltext import Asked, exactly, expression, matching, scored

#: The orders that there are. Figures have no sources of their own, articles no amount, organisations neither date.
ORDERS: dict[What, tuple[Sort, ...]] = {
    "agreements": ("relevance", "date", "amount", "sources"),
    "figures": ("relevance", "date", "amount"),
    "articles": ("relevance", "date", "sources"),
    "organisations": ("relevance", "sources", "date"),
}
#: Where more rows than ``_ALL`` fit, words and filters, so many of those that came last are put in order of relevance.
RANKED, _ALL = 2000, 5000


class Scored(NamedTuple):
    """Something found: ``row`` of the full-text index tells it best. 0 and None where it was not scored."""

    id: str
    score: float
    row: int | None


#: Score and row of the full-text index.
Score = tuple[float, int | None]


_UNSCORED: Score = (0.0, None)


@dataclass(frozen=True, slots=True)
class Ranked:
    """The things on one page, in order; where the next begins.

    ``ranked`` is how many of all answers were put in the order of relevance; None where another order was asked for.
    """

    found: tuple[Scored, ...]
    next: str | None
    ranked: int | None


class _Cursor(msgspec.Struct, array_like=True):
    """Where the last page ended: after so many answers, of which the last was this, in this order."""

    sort: str
    after: int
    last: str


def rank(connection: Connection, what: What, query: Query, on: Shelf, found: BitMap) -> Ranked:
    """The page of ``found`` that ``query`` asks for. Raises QueryError."""
    sort = order_of(what, query)
    node = score_by(query) if sort == "relevance" else None
    wanted = asked(connection, node) if node else None
    scores = _scores(connection, what, wanted, on, found) if wanted else {}
    if sort == "relevance":
        ordered = _by_relevance(connection, on, found, scores, _Exact.of(what, wanted))
    else:
        ordered = on.order(connection, sort).sort(found)
    start, left = _begin(query, sort, on, ordered)
    page = tuple(islice(left, query.limit))
    more = start + len(page) < len(found)
    end = _Cursor(sort, start + len(page), on.ids[page[-1]]) if more and page else None
    return Ranked(
        found=tuple(Scored(on.ids[n], *scores.get(n, _UNSCORED)) for n in page),
        next=_opaque(end) if end else None,
        ranked=len(scores) if sort == "relevance" else None,
    )


def order_of(what: What, query: Query) -> Sort:
    """The order that ``query`` asks for; what has no words to be relevant to comes by date."""
    if query.sort not in ORDERS[what]:
        raise QueryError(f"{what} have no order by {query.sort}; choose from: {', '.join(ORDERS[what])}")
    if query.sort == "relevance" and not any(leaves(query.tree())):
        return "sources" if what == "organisations" else "date"
    return query.sort


def score_by(query: Query) -> Node | None:
    """What answers are scored by: the words that the question asks for, however it joins them."""
    found = tuple(leaves(query.tree()))
    return None if not found else found[0] if len(found) == 1 else Either(found)


def _scores(connection: Connection, what: What, wanted: Asked, on: Shelf, found: BitMap) -> dict[int, Score]:
    """The scores of the things of ``found``; where very many fit the words, those of the ones that came last."""
    if what not in TABLES:
        sources = on.column(connection, "sources")
        return {n: (float(sources.get(n, 0)), None) for n in found}
    table, match = TABLES[what], expression(wanted, TABLES[what])
    every = on.found(connection, table, match).rows
    rows = on.newest_rows(connection, every, found, _ALL + 1)
    if not rows:
        return {}
    if len(rows) > _ALL:
        rows = rows[:RANKED]
    # Where filters leave no gaps, the rows need not be told one by one.
    whole = every.range_cardinality(rows[-1], rows[0] + 1) == len(rows)
    told = scored(connection, table, match, (rows[-1], rows[0]), None if whole else rows)
    best: dict[int, Score] = {}
    for n, (key, score) in zip(on.things(connection, [key for key, _ in told]), told, strict=True):
        if n not in best or score > best[n][0]:
            best[n] = score, key
    return best


@dataclass(frozen=True, slots=True)
class _Exact:
    """Words that were asked for with marks, as they must stand in ``table``."""

    table: str
    match: str

    @classmethod
    def of(cls, what: What, wanted: Asked | None) -> _Exact | None:
        match = exactly(wanted, TABLES[what]) if wanted and what in TABLES else None
        return None if match is None else cls(TABLES[what], match)

    def among(self, connection: Connection, on: Shelf, scores: Mapping[int, Score]) -> BitMap:
        """Those that were scored and have the words so in some row; a long answer is not read whole for them."""
        rows = [row for _, row in scores.values() if row is not None]
        if not rows:
            return BitMap()
        found = matching(connection, self.table, self.match, (min(rows), max(rows)))
        return on.among(connection, found) & BitMap(scores)

    def all(self, connection: Connection, on: Shelf) -> BitMap:
        """All that have the words so."""
        return on.found(connection, self.table, self.match).things


def _by_relevance(
    connection: Connection, on: Shelf, found: BitMap, scores: Mapping[int, Score], exact: _Exact | None
) -> Iterator[int]:
    """First what has the words with the marks that they were asked for with; of both the best first, equals and those
    without a score the latest first."""
    if exact:
        near = exact.among(connection, on, scores) & found
        yield from _by_score(connection, on, near, scores)
        first = exact.all(connection, on) & found
        yield from _by_score(connection, on, first - near, scores)
        found = found - first - near
    yield from _by_score(connection, on, found, scores)


def _by_score(connection: Connection, on: Shelf, found: BitMap, scores: Mapping[int, Score]) -> Iterator[int]:
    """The best first; equals, and those without a score, the latest first."""
    order = on.order(connection, "date")
    some = BitMap([n for n in scores if n in found])
    yield from sorted(order.sort(some), key=lambda n: scores[n][0], reverse=True)
    yield from order.sort(found - some)


def _begin(query: Query, sort: Sort, on: Shelf, ordered: Iterator[int]) -> tuple[int, Iterator[int]]:
    """How many answers stand before the page, and the rest: it begins after the last answer of the page before,
    wherever that stands now."""
    if query.after is None:
        return 0, ordered
    cursor = _read(query.after)
    if cursor.sort != sort:
        raise QueryError("this page belongs to another order; begin again with the first page")
    before = list(islice(ordered, cursor.after))
    last = on.number.get(cursor.last)
    if last is None or before[-1:] == [last]:
        return len(before), ordered
    every = [*before, *ordered]
    start = every.index(last) + 1 if last in every else cursor.after
    return start, iter(every[start:])


def _opaque(cursor: _Cursor) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(cursor)).decode().rstrip("=")


def _read(cursor: str) -> _Cursor:
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=_Cursor)
    except (binascii.Error, ValueError, msgspec.MsgspecError) as error:
        raise QueryError("this is no page of an answer; begin again with the first page") from error
