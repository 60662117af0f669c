"""Forms that only our own pages can send.

A write counts only if it comes from a page of this server (its Origin says so) and carries the token that this
server put into the form for this browser. A page of another site can read neither.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Form, Request
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "pactbook_browser"
#: The hidden field of every form that writes, and the header that may stand for it.
FIELD, HEADER = "form_token", "x-form-token"


class Browsers:
    """Gives every browser a random name in a cookie that other sites cannot send along."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on with ``request.state.browser``; the cookie is set where there is none."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        known = Request(scope).cookies.get(COOKIE, "")
        name = known if len(known) == 43 and known.isascii() else secrets.token_urlsafe(32)
        scope.setdefault("state", {})["browser"] = name

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start" and name != known:
                secure = "; Secure" if scope.get("scheme") == "https" else ""
                cookie = f"{COOKIE}={name}; Path=/; HttpOnly; SameSite=Strict{secure}"
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        await self._app(scope, receive, answer)


def form_token(request: Request) -> str:
    """The token of this server for the browser that asks."""
    secret: bytes = request.app.state.form_secret
    return hmac.new(secret, request.state.browser.encode(), hashlib.sha256).hexdigest()


def same_origin(request: Request) -> bool:
    """Whether the request comes from one of our own pages, or from a program that is no browser."""
    origin = request.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.headers.get("host")
    return request.headers.get("sec-fetch-site", "none") in ("none", "same-origin")


def check_form(request: Request, form_token_: Annotated[str, Form(alias=FIELD)] = "") -> None:
    """Raise 403 unless one of our own forms was sent; 403 too where the record is served for reading only."""
    if request.app.state.serving.read_only:
        raise HTTPException(403, "This record is served for reading only: nothing in it can be changed here.")
    check_token(request, form_token_)


def check_token(request: Request, said: str) -> None:
    """Raise 403 unless the request comes from our own page with its form's token."""
    said = said or request.headers.get(HEADER, "")
    if not same_origin(request) or not hmac.compare_digest(said.encode(), form_token(request).encode()):
        raise HTTPException(
            403,
            "The form that was sent is not one of this page's, or was opened before the server was started anew. "
            "Go back, load the page again, and send it once more. Nothing was changed.",
        )


#: A page that writes has this among its ``dependencies``.
WritingForm = Depends(check_form)
