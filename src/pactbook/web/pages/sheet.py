"""The answers to a question as a plain table: to read at a glance, and to print."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from pactbook.errors import QueryError
from pactbook.web.asking import Asked
from pactbook.web.book import Book
from pactbook.web.pages.search import chosen
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)

#: Rows of a sheet: some eight pages of paper. Whoever wants more takes the workbook.
_ROWS = 100


@router.get("/search/table")
def sheet(request: Request, book: Book) -> Response:
    """The first answers to the question that the address asks; what is wrong with a question is told by the search."""
    asked = Asked.of(request)
    try:
        page = book.page(asked.what, asked.words, limit=_ROWS, **asked.as_filters())
    except QueryError:
        return RedirectResponse(asked.address(), 303)
    names = {body: name for hit in page.hits for body, name in getattr(hit, "names", {}).items()}
    return render(request, "sheet.html", asked=asked, page=page, chosen=chosen(asked, names))
