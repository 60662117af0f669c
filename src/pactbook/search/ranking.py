"""The order of answers, and where a page of them begins and ends."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
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
from pactbook.store.fulltext import Asked, exactly, expression, scored

#: The orders that there are. Figures have no sources of their own, articles no amount, organisations neither date.
ORDERS: dict[What, tuple[Sort, ...]] = {
    "agreements": ("relevance", "date", "amount", "sources"),
    "figures": ("relevance", "date", "amount"),
    "articles": ("relevance", "date", "sources"),
    "organisations": ("relevance", "sources", "date"),
}
#: Where more rows than ``_ALL`` fit the words, so many of those that came last are put in the order of relevance; more,
#: but at most ``_DEEPEST``, where filters leave fewer than ``_ENOUGH`` of them.
RANKED, _ALL, _ENOUGH, _DEEPEST = 2000, 5000, 200, 8000


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
        first = _exact(connection, what, wanted, on, found)
        ordered = chain(*(_by_score(connection, on, part, scores) for part in (first, found - first)))
    else:
        ordered = chain(on.order(connection, sort).sort(found))
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
    match = expression(wanted, TABLES[what])
    every = on.found(connection, TABLES[what], match).rows
    best: dict[int, Score] = {}
    most = min(every, RANKED if every > _ALL else every)
    while True:
        for key, score in scored(connection, TABLES[what], match, most):
            n = on.thing(connection, key)
            if n in found and (n not in best or score > best[n][0]):
                best[n] = score, key
        if most >= min(every, _DEEPEST) or len(best) >= _ENOUGH:
            return best
        most *= 4


def _exact(connection: Connection, what: What, wanted: Asked | None, on: Shelf, found: BitMap) -> BitMap:
    """Those of ``found`` that have the words with the marks that they were asked for with; they come first."""
    match = exactly(wanted, TABLES[what]) if wanted and what in TABLES else None
    return BitMap() if match is None else found & on.found(connection, TABLES[what], match).things


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
