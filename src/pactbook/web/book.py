"""The open record, for a page that asks for it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from pactbook.errors import QueryError
from pactbook.pipeline.book import Record
from pactbook.pipeline.reviewing import Review


def _book(request: Request) -> Record:
    book: Record = request.app.state.book
    return book


def in_name(book: Record, who: str) -> Review:
    """The decisions in the name that a form gives. Raises QueryError where it gives none."""
    if not who.strip():
        raise QueryError("Say who decides: the name is kept with the decision.")
    return book.review(who.strip())


#: As a page's parameter: ``def page(book: Book, ...)``.
Book = Annotated[Record, Depends(_book)]
