"""What was decided, by whom and why."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from pactbook.web.book import Book
from pactbook.web.problems import NoSuchThing
from pactbook.web.rulings import told
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)

#: Decisions on one page.
_PAGE = 50


@router.get("/decisions")
def decisions(
    request: Request, book: Book, page: Annotated[int, Query(ge=1, le=1_000_000)] = 1, done: str = ""
) -> Response:
    """The log, the latest first."""
    review, first = book.review(""), (page - 1) * _PAGE
    number, made = review.count(), review.one(done) if done else None
    return render(
        request,
        "decisions.html",
        rulings=told(review, review.page(first, _PAGE)),
        number=number,
        page=page,
        more=number > first + _PAGE,
        done=told(review, [made])[0] if made else None,
    )


@router.get("/decision/{name}")
def decision(request: Request, book: Book, name: str) -> Response:
    """One decision."""
    review = book.review("")
    made = review.one(name)
    if made is None:
        raise NoSuchThing(f"No decision of this record has the id {name!r}.")
    return render(request, "decision.html", ruling=told(review, [made])[0])
