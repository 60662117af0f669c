"""The open record, for a page that asks for it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from pactbook.pipeline.book import Record


def _book(request: Request) -> Record:
    book: Record = request.app.state.book
    return book


#: As a page's parameter: ``def page(book: Book, ...)``.
Book = Annotated[Record, Depends(_book)]
