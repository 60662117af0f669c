"""Answers to a question, a page at a time, and all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar, overload

from sqlalchemy import Connection

from pactbook.model.hits import AgreementHit, ArticleHit, BodyHit, FigureHit
from pactbook.search.matching import matches
from pactbook.search.opening.agreements import open_agreements
from pactbook.search.opening.articles import open_articles
from pactbook.search.opening.figures import open_figures
from pactbook.search.opening.organisations import open_organisations
from pactbook.search.query import Query, What
from pactbook.search.ranking import Scored, rank
from pactbook.store.file import RecordFile

Hit = TypeVar("Hit", AgreementHit, FigureHit, BodyHit, ArticleHit)

_OPEN: dict[What, Callable[[Connection, Query, Sequence[Scored]], Sequence[Any]]] = {
    "agreements": open_agreements,
    "figures": open_figures,
    "organisations": open_organisations,
    "articles": open_articles,
}


@dataclass(frozen=True, slots=True)
class Page(Generic[Hit]):
    """Some answers to a question.

    ``hits`` are at most ``Query.limit`` AgreementHits, FigureHits, BodyHits or ArticleHits, the best first. ``total``
    is how many fit in all. ``next`` is what ``Query.after`` must be to get the page after this one, None on the last.
    ``ranked`` is how many of all were put in the order of relevance, None for another order: where it is less than
    ``total``, those that came into the record last were, and the others follow by date.
    """

    hits: tuple[Hit, ...]
    next: str | None
    total: int
    ranked: int | None = None


@overload
def find_page(record: RecordFile, what: Literal["agreements"], query: Query) -> Page[AgreementHit]: ...
@overload
def find_page(record: RecordFile, what: Literal["figures"], query: Query) -> Page[FigureHit]: ...
@overload
def find_page(record: RecordFile, what: Literal["organisations"], query: Query) -> Page[BodyHit]: ...
@overload
def find_page(record: RecordFile, what: Literal["articles"], query: Query) -> Page[ArticleHit]: ...
@overload
def find_page(record: RecordFile, what: What, query: Query) -> Page[Any]: ...
def find_page(record: RecordFile, what: What, query: Query) -> Page[Any]:
    """The answers to ``query`` that its ``sort``, ``after`` and ``limit`` ask for.

    Raises QueryError (QuerySyntaxError, which knows the place, for words that are not well formed), EvidenceError for a
    quote that no longer fits its text.
    """
    with record.reading() as connection:
        part = find_part(connection, what, query)
        hits = _OPEN[what](connection, query, part.found)
        return Page(tuple(hits), part.next, part.total, part.ranked)


@dataclass(frozen=True, slots=True)
class Part:
    """As a Page, with what was found instead of what it is."""

    found: tuple[Scored, ...]
    next: str | None
    total: int
    ranked: int | None = None


def find_part(connection: Connection, what: What, query: Query) -> Part:
    """What ``find_page`` would open. Raises QueryError."""
    found = matches(connection, what, query)
    ranked = rank(connection, what, query, found.shelf, found.all)
    return Part(ranked.found, ranked.next, len(found.all), ranked.ranked)


def find_ids(connection: Connection, what: What, query: Query) -> list[str]:
    """The ids of all that fits ``query`` in its order, whatever its limit: agreements, figures (ids of claims),
    organisations or articles. For exports, which are complete. Raises QueryError."""
    found = matches(connection, what, query)
    ranked = rank(connection, what, query.unlimited(), found.shelf, found.all)
    return [one.id for one in ranked.found]
