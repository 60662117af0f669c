"""Saved searches."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from pactbook.web.guard.forms import FIELD, check_token
from pactbook.web.saved import keep, saved, with_search, without_search
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)

Word = Annotated[str, Form()]
Token = Annotated[str, Form(alias=FIELD)]


@router.get("/saved")
def show(request: Request) -> Response:
    """The visitor's searches."""
    return render(request, "saved.html", searches=saved(request))


@router.post("/saved")
def add(request: Request, name: Word = "", address: Word = "", form_token: Token = "") -> Response:
    """Save one."""
    check_token(request, form_token)
    searches = with_search(saved(request), name, address)
    answer = RedirectResponse("/saved", 303)
    keep(answer, searches)
    return answer


@router.post("/saved/delete")
def delete(request: Request, address: Word = "", form_token: Token = "") -> Response:
    """Delete one."""
    check_token(request, form_token)
    answer = RedirectResponse("/saved", 303)
    keep(answer, without_search(saved(request), address))
    return answer
