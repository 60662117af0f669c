"""Answers to questions, a page at a time; and what they add up to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query

from pactbook.model.figure import Point, Series
from pactbook.pipeline.book import Record
from pactbook.search.facets import FACETS
from pactbook.search.query import What
from pactbook.web.api.asking import After, Filters, Limit, Order
from pactbook.web.api.shapes import (
    ROWS,
    Counted,
    SeriesList,
    SeriesPoint,
    SeriesWhole,
    Suggestion,
    Sum,
    SumList,
    page_of,
)
from pactbook.web.book import Book

router = APIRouter()


def _list(what: What) -> Callable[..., Any]:
    def rows(book: Book, asked: Filters, sort: Order = "relevance", after: After = None, limit: Limit = 20) -> Any:
        page = book.rows(what, sort=sort, after=after, limit=limit, **asked)
        return {"items": page.rows, "next": page.next, "total": page.total}

    rows.__doc__ = f"The {what} that fit, a page at a time."
    return rows


def _counts(what: What) -> Callable[..., Any]:
    def counts(book: Book, asked: Filters) -> Any:
        found = book.counts(what=what, **asked)
        return Counted(
            total=found.total, counts={name: found.of(name) for name in FACETS[what]}, names=dict(found.names)
        )

    counts.__doc__ = f"How many of the {what} that fit have each value of each field."
    return counts


for _what, _row in ROWS.items():
    _page = page_of(_row, f"{_row.__name__}Page")
    router.get(f"/{_what}", response_model=_page, name=f"list {_what}")(_list(_what))  # type: ignore[arg-type]
    router.get(f"/{_what}/counts", response_model=Counted, name=f"count {_what}")(_counts(_what))  # type: ignore[arg-type]


@router.get("/totals", response_model=SumList)
def totals(book: Book, asked: Filters) -> Any:
    """What the amounts of the agreements that fit come to. Pledges, commitments and currencies stay apart."""
    return SumList(items=[Sum(**asdict(total)) for total in book.totals(**asked)])


@router.get("/series", response_model=SeriesList)
def series(book: Book, asked: Filters) -> Any:
    """Trade and investment over time, from the figures that fit."""
    return SeriesList(items=[_series(one) for one in book.series(**asked)])


@router.get("/suggestion", response_model=Suggestion)
def suggestion(book: Book, q: Annotated[str, Query(max_length=1000)]) -> Any:
    """Words spelt otherwise that stand in the record."""
    return Suggestion(suggestion=_suggest(book, q))


def _suggest(book: Record, words: str) -> str | None:
    return book.suggest(words)


def _series(one: Series) -> SeriesWhole:
    return SeriesWhole.model_validate(
        {"measure": one.measure, "from": one.source, "to": one.target, "points": [_point(p) for p in one.points]}
    )


def _point(point: Point) -> SeriesPoint:
    return SeriesPoint(
        period=point.period,
        status=point.status,
        accumulated=point.accumulated,
        currency=point.currency,
        low=point.low,
        high=point.high,
        level=point.level,
        reached=point.reached,
        figures=[reading.figure for reading in (*point.readings, *point.parts)],
    )
