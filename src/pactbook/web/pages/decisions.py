"""What was decided, by whom and why."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from pactbook.web.book import Book
from pactbook.web.problems import NoSuchThing
from pactbook.web.rulings import rulings
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)

#: Decisions on one page.
_PAGE = 50


@router.get("/decisions")
def decisions(request: Request, book: Book, page: int = 1, done: str = "") -> Response:
    """The log, the latest first."""
    made = rulings(book.review("").log(), {})
    first = (max(page, 1) - 1) * _PAGE
    return render(
        request,
        "decisions.html",
        rulings=made[first : first + _PAGE],
        number=len(made),
        page=max(page, 1),
        more=len(made) > first + _PAGE,
        done=next((ruling for ruling in made if ruling.decision.id == done), None),
    )


@router.get("/decision/{name}")
def decision(request: Request, book: Book, name: str) -> Response:
    """One decision."""
    made = next((ruling for ruling in rulings(book.review("").log(), {}) if ruling.decision.id == name), None)
    if made is None:
        raise NoSuchThing(f"No decision of this record has the id {name!r}.")
    return render(request, "decision.html", ruling=made)
