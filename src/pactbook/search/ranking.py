"""The order of answers, and where a page of them begins and ends."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from pactbook.errors import QueryError
from pactbook.search.catalogue.bits import marks, numbers
from pactbook.search.catalogue.organisations import Names
from pactbook.search.catalogue.shelf import Shelf
from pactbook.search.matching import TABLES
from pactbook.search.query import Query, Sort, What
from pactbook.search.syntax import Either, Node
from pactbook.search.wording import asked, leaves
from pactbook.store.fulltext import exactly, expression, scored

#: The orders that there are. Figures have no sources of their own, articles no amount, organisations neither date.
ORDERS: dict[What, tuple[Sort, ...]] = {
    "agreements": ("relevance", "date", "amount", "sources"),
    "figures": ("relevance", "date", "amount"),
    "articles": ("relevance", "date", "sources"),
    "organisations": ("relevance", "sources", "date"),
}
#: Up to so many answers are put in order one by one.
_FEW = 5000
#: Where more rows than ``_ALL`` fit the words, so many of those that came last are put in the order of relevance; more,
#: but at most ``_DEEPEST``, where filters leave fewer than ``_ENOUGH`` of them.
RANKED, _ALL, _ENOUGH, _DEEPEST = 2000, 5000, 200, 8000


@dataclass(frozen=True, slots=True)
class Ranked:
    """Numbers of the things on one page, in order, with their scores; where the next begins.

    ``ranked`` is how many of all answers were put in the order of relevance; None where another order was asked for.
    """

    numbers: tuple[int, ...]
    scores: dict[int, float]
    next: str | None
    ranked: int | None


class _Cursor(msgspec.Struct, array_like=True):
    """Where the last page ended: after so many answers, of which the last was this, in this order."""

    sort: str
    after: int
    last: str


def rank(connection: Connection, what: What, query: Query, on: Shelf, found: int) -> Ranked:
    """The page of ``found`` that ``query`` asks for. Raises QueryError."""
    sort = order_of(what, query)
    scores = _scores(connection, what, query, on, found) if sort == "relevance" else {}
    ordered = _ordered(on, found, sort, scores)
    if sort == "relevance":
        ordered = _exact_first(connection, what, query, on, ordered)
    start = _start(query, sort, on, ordered)
    page = tuple(ordered[start : start + query.limit] if query.limit else ordered[start:])
    more = start + len(page) < len(ordered)
    end = _Cursor(sort, start + len(page), on.ids[page[-1]]) if more and page else None
    ranked = len(scores) if sort == "relevance" else None
    return Ranked(page, {n: scores.get(n, 0.0) for n in page}, _opaque(end) if end else None, ranked)


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


def _scores(connection: Connection, what: What, query: Query, on: Shelf, found: int) -> dict[int, float]:
    """The scores of the things of ``found``; where very many fit the words, those of the ones that came last."""
    node = score_by(query)
    wanted = asked(connection, node) if node else None
    if wanted is None:
        return {}
    if isinstance(on, Names):
        return {n: float(on.sources[n]) for n in numbers(found)}
    table = TABLES[what]
    match = expression(wanted, table)
    rows = on.rows(connection)
    held = marks(found, on.size)
    every = on.found(connection, table, match).rows
    best: dict[int, float] = {}
    most = min(every, RANKED if every > _ALL else every)
    while True:
        for key, score in scored(connection, table, match, most):
            if (n := rows.get(key)) is not None and held[n] and score > best.get(n, -1.0):
                best[n] = score
        if most >= min(every, _DEEPEST) or len(best) >= _ENOUGH:
            return best
        most *= 4


def _exact_first(connection: Connection, what: What, query: Query, on: Shelf, ordered: Sequence[int]) -> Sequence[int]:
    """Those first that have the words with the marks that they were asked for with."""
    node = score_by(query)
    wanted = asked(connection, node) if node and what in TABLES else None
    match = exactly(wanted, TABLES[what]) if wanted else None
    if match is None:
        return ordered
    exact = marks(on.found(connection, TABLES[what], match).things, on.size)
    return [n for n in ordered if exact[n]] + [n for n in ordered if not exact[n]]


def _ordered(on: Shelf, found: int, sort: Sort, scores: dict[int, float]) -> Sequence[int]:
    order = on.order("date" if sort == "relevance" else sort)
    if found.bit_count() <= _FEW:
        ordered = sorted(numbers(found), key=order.places.__getitem__)
    else:
        held = marks(found, on.size)
        ordered = [n for n in order.numbers if held[n]]
    if sort == "relevance":
        ordered.sort(key=lambda n: scores.get(n, 0.0), reverse=True)
    return ordered


def _start(query: Query, sort: Sort, on: Shelf, ordered: Sequence[int]) -> int:
    """Where the page begins: after the last answer of the page before, wherever that stands now."""
    if query.after is None:
        return 0
    cursor = _read(query.after)
    if cursor.sort != sort:
        raise QueryError("this page belongs to another order; begin again with the first page")
    last = on.number.get(cursor.last)
    if last is None or (0 < cursor.after <= len(ordered) and ordered[cursor.after - 1] == last):
        return cursor.after
    return next((place + 1 for place, n in enumerate(ordered) if n == last), cursor.after)


def _opaque(cursor: _Cursor) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(cursor)).decode().rstrip("=")


def _read(cursor: str) -> _Cursor:
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=_Cursor)
    except (binascii.Error, ValueError, msgspec.MsgspecError) as error:
        raise QueryError("this is no page of an answer; begin again with the first page") from error
