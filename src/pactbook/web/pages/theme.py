"""Light or dark."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from pactbook.web.guard.forms import FIELD, check_token
from pactbook.web.visitor import remember_theme

router = APIRouter(include_in_schema=False)


@router.post("/theme")
def choose(
    request: Request,
    theme: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
    form_token: Annotated[str, Form(alias=FIELD)] = "",
) -> Response:
    """Remember the choice in the browser, and go back to where it was made."""
    check_token(request, form_token)
    parts = urlsplit(back)
    own = back if not parts.scheme and not parts.netloc and back.startswith("/") else "/"
    answer = RedirectResponse(own, 303)
    remember_theme(answer, theme)
    return answer
