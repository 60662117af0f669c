"""A figure by its id: its words in their article."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from pactbook.errors import QueryError
from pactbook.model.record import ArticleView
from pactbook.web.book import Book
from pactbook.web.problems import NoSuchThing

router = APIRouter(include_in_schema=False)


@router.get("/figure/{name}")
def figure(book: Book, name: str, at: str = "") -> Response:
    """Leads to the article that tells it."""
    try:
        view = book.show(name)
    except QueryError as error:
        raise NoSuchThing(str(error)) from error
    if not isinstance(view, ArticleView):
        raise NoSuchThing(f"{name!r} is no figure of this record.")
    place = f"?at={at}#at" if re.fullmatch(r"\d+-\d+", at) else ""
    return RedirectResponse(f"/article/{view.head.id}{place}", 303)
