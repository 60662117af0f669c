"""Showing the token, and taking leave."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from pactbook.web.guard import login
from pactbook.web.guard.forms import FIELD, check_token
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/login")
def ask(request: Request, next: str = "/") -> Response:  # noqa: A002 - the word in the address
    """The form."""
    return render(request, "login.html", wanted=_own(next), wrong=False)


@router.post("/login")
def enter(
    request: Request,
    token: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002 - the word in the form
    form_token: Annotated[str, Form(alias=FIELD)] = "",
) -> Response:
    """In with the right token; with a wrong one the form again."""
    check_token(request, form_token)
    known = request.app.state.serving.token
    if known is not None and not login.is_token(token.strip(), known):
        return render(request, "login.html", 401, wanted=_own(next), wrong=True)
    answer = RedirectResponse(_own(next), 303)
    if known is not None:
        secure = request.url.scheme == "https"
        cookie = login.login_cookie(known)
        answer.set_cookie(login.COOKIE, cookie, max_age=login.LASTS, httponly=True, samesite="strict", secure=secure)
    return answer


@router.post("/logout")
def leave(request: Request, form_token: Annotated[str, Form(alias=FIELD)] = "") -> Response:
    """Out."""
    check_token(request, form_token)
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(login.COOKIE, httponly=True, samesite="strict")
    return answer


def _own(address: str) -> str:
    """An address of this server, whatever was asked for."""
    path = address.replace("\\", "/")
    plain = path.startswith("/") and not path.startswith("//") and path.isprintable()
    return path if plain else "/"
