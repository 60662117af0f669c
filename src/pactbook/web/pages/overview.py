"""What is in the record, at a glance."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from pactbook.store.counting import Counts
from pactbook.web.book import Book
from pactbook.web.navigation import Place
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)
PLACE = Place("Overview", "/", 0)


@router.get("/")
def overview(request: Request, book: Book) -> Response:
    """The page that the record opens with."""
    return render(request, "overview.html", tally=_tally(book.count()), newest=book.search(limit=8))


def _tally(counts: Counts) -> list[tuple[str, int, str | None]]:
    return [
        ("Agreements", counts.agreements, "/search?what=agreements"),
        ("Figures", counts.figures, "/search?what=figures"),
        ("Organisations", counts.organisations, "/search?what=organisations"),
        ("Articles", counts.articles, "/search?what=articles"),
        ("Claims", counts.claims, None),
        ("Near-copies", counts.copies, None),
    ]
