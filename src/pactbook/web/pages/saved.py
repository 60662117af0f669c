"""Saved searches."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from pactbook.web.book import Book
from pactbook.web.guard.forms import FIELD, check_token
from pactbook.web.saved import keep, saved, with_search, without_search
from pactbook.web.templating import render
from pactbook.web.visitor import who

router = APIRouter(include_in_schema=False)

Word = Annotated[str, Form()]
Token = Annotated[str, Form(alias=FIELD)]


@router.get("/saved")
def show(request: Request, book: Book) -> Response:
    """Those of the record, and those of this browser."""
    return render(request, "saved.html", shared=book.searches(), own=saved(request))


@router.post("/saved")
def add(request: Request, book: Book, name: Word = "", address: Word = "", form_token: Token = "") -> Response:
    """Save one: in the record, if it can be written."""
    check_token(request, form_token)
    answer = RedirectResponse("/saved", 303)
    if request.app.state.serving.read_only:
        keep(answer, with_search(saved(request), name, address))
    else:
        book.save_search(name, address, who(request))
    return answer


@router.post("/saved/delete")
def delete(request: Request, book: Book, address: Word = "", form_token: Token = "") -> Response:
    """Delete one, wherever it is kept."""
    check_token(request, form_token)
    answer = RedirectResponse("/saved", 303)
    if any(one.address == address for one in saved(request)):
        keep(answer, without_search(saved(request), address))
    elif not request.app.state.serving.read_only:
        book.delete_search(address)
    return answer
