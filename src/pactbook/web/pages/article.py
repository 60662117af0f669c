"""An article with everything that was found in it."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request
from starlette.responses import Response

from pactbook.errors import QueryError
from pactbook.model.views import ArticleView
from pactbook.web.book import Book
from pactbook.web.marking import KINDS, asked_marks, marks, paragraphs
from pactbook.web.problems import NoSuchThing
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/article/{name}")
def article(request: Request, book: Book, name: str, at: str = "") -> Response:
    """The text, mentions marked by kind; ``at`` are places in it to look at, as ``120-180,200-240``."""
    view = _find(book, name)
    found, asked = marks(view), asked_marks(at, view.article.text)
    number = Counter(mark.kind for mark in found)
    return render(
        request,
        "article.html",
        view=view,
        head=view.head,
        paragraphs=paragraphs(view.article, [*found, *asked]),
        asked=min((mark.start for mark in asked), default=None),
        legend=[(kind, number[kind]) for kind in KINDS],
        names={body.id: body.names[0] for body in view.bodies if body.names},
        others=[book.show(other) for other in (view.head.copy_of, *view.copies)[:6] if other],
    )


def _find(book: Book, name: str) -> ArticleView:
    try:
        view = book.show(name)
    except QueryError as error:
        raise NoSuchThing(str(error)) from error
    if not isinstance(view, ArticleView):
        raise NoSuchThing(f"{name!r} is no article of this record.")
    return view
