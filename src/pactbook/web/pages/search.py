"""Search: one box, facets that count, answers with their words."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from pactbook.errors import QueryError, QuerySyntaxError
from pactbook.search.facets import FACETS, Facets
from pactbook.search.query import What
from pactbook.web.asking import WHATS, Asked
from pactbook.web.book import Book
from pactbook.web.navigation import Place
from pactbook.web.phrases import filter_value
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)
PLACE = Place("Search", "/search", 10)

_PAGE = 20
#: Values of a facet that stand open; the others open on demand.
_OPEN = 7
#: The order in which people narrow down; each with its heading.
_TITLES = {
    "kind": "Kind",
    "status": "Stage",
    "commitment": "How far it binds",
    "measure": "Measure",
    "country": "Side",
    "party": "Body",
    "sector": "Sector",
    "year": "Year",
    "amount": "Amount in US dollars",
    "language": "Language",
    "outlet": "Outlet",
    "province": "Province",
}
#: Orders that make sense for what is asked.
_SORTS = {
    "agreements": ("relevance", "date", "amount", "sources"),
    "figures": ("relevance", "date", "amount"),
    "organisations": ("relevance", "sources"),
    "articles": ("relevance", "date"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: how many answers have it, whether it is asked for, and the address without or with it.

    ``number`` is None where it was not counted: of a name as somebody typed it, of a value that few have.
    """

    value: str
    shown: str
    number: int | None
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field: those that stand open, and the rest."""

    name: str
    title: str
    values: tuple[Value, ...]
    more: tuple[Value, ...]


@router.get("/search")
def search(request: Request, book: Book) -> Response:
    """The answers to the question that the address asks."""
    asked = Asked.of(request)
    try:
        page = book.page(asked.what, asked.words, limit=_PAGE, **asked.as_filters())
        facets = book.counts(asked.words, asked.what, **_unpaged(asked))
        suggestion = book.suggest(asked.words) if asked.words and not page.total else None
    except QueryError as error:
        return _refused(request, asked, error)
    found: dict[str, Any] = {"page": page, "names": facets.names, "suggestion": suggestion}
    return _shown(request, asked, facets=_facets(asked, facets), elsewhere=_elsewhere(book, asked, page.total), **found)


def _elsewhere(book: Book, asked: Asked, here: int) -> list[tuple[What, int, str]]:
    """What else answers the question, where nothing does of what was asked for: how many, and their address."""
    if here:
        return []
    found: list[tuple[What, int, str]] = []
    for other in (asked.about(what) for what in WHATS if what != asked.what):
        # What cannot be asked as a whole answers another question.
        with suppress(QueryError):
            if other.filters == asked.filters and (
                number := book.page(other.what, other.words, limit=1, **other.as_filters()).total
            ):
                found.append((other.what, number, other.address()))
    return found


def _shown(request: Request, asked: Asked, status: int = 200, **found: Any) -> Response:
    context: dict[str, Any] = {
        "page": None,
        "facets": [],
        "names": {},
        "suggestion": None,
        "elsewhere": [],
        "error": None,
        "wrong": None,
    }
    return render(
        request,
        "search.html",
        status,
        asked=asked,
        tabs=[(what, asked.about(what).address()) for what in WHATS],
        sorts=_SORTS[asked.what],
        chosen=chosen(asked, found.get("names", {})),
        **(context | found),
    )


def _refused(request: Request, asked: Asked, error: QueryError) -> Response:
    """The question with the place that is wrong, and why."""
    wrong = None
    if isinstance(error, QuerySyntaxError) and error.text:
        end = error.offset + max(error.length, 1)
        wrong = (error.text[: error.offset], error.text[error.offset : end], error.text[end:])
    return _shown(request, asked, 400, error=str(error), wrong=wrong)


def _unpaged(asked: Asked) -> dict[str, Any]:
    return {name: value for name, value in asked.as_filters().items() if name not in ("sort", "after")}


def _facets(asked: Asked, counted: Facets) -> list[Facet]:
    found = []
    for name, title in _TITLES.items():
        if name not in FACETS[asked.what]:
            continue
        known = ((value, n) for value, n in counted.of(name).items() if n)
        values = [_value(asked, name, value, n, counted) for value, n in known]
        lost = (v for v in asked.filters.get(name, ()) if v not in counted.of(name))
        values = [_value(asked, name, value, None, counted) for value in lost] + values
        values.sort(key=lambda v: not v.chosen)
        if values:
            found.append(Facet(name, title, tuple(values[:_OPEN]), tuple(values[_OPEN:])))
    return found


def _value(asked: Asked, name: str, value: str, number: int | None, counted: Facets) -> Value:
    shown = filter_value(name, value, counted.names)
    return Value(value, shown, number, asked.has(name, value), asked.toggled(name, value).address())


def chosen(asked: Asked, names: Any) -> list[tuple[str, str, str]]:
    """Each filter of a question: its heading, its value, and the address without it."""
    return [
        (_TITLES.get(name, name.capitalize()), filter_value(name, value, names), asked.toggled(name, value).address())
        for name, values in asked.filters.items()
        for value in values
    ]
