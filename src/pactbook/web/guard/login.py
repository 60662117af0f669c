"""Where a token is asked for: nobody sees a page without it."""

from __future__ import annotations

import hashlib
import hmac
import time
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "pactbook_login"
#: Seconds that a login lasts.
LASTS = 12 * 3600
#: What can be seen without a login: the login itself, and files that are the same for everybody.
_OPEN = ("/login", "/static/")


class Login:
    """Lets in who shows the token: browsers by a cookie that the login page sets, programs as ``Bearer``."""

    def __init__(self, app: ASGIApp, token: str | None) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or lead to the login page; a program is told 401."""
        if scope["type"] != "http" or self._token is None or scope["path"].startswith(_OPEN):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        if is_bearer(request, self._token) or is_logged_in(request.cookies.get(COOKIE, ""), self._token):
            await self._app(scope, receive, send)
            return
        await _refusal(request)(scope, receive, send)


def login_cookie(token: str) -> str:
    """What the cookie holds: when it was given, sealed with the token, which itself never leaves the server."""
    given = str(int(time.time()))
    return f"{given}.{_seal(given, token)}"


def is_logged_in(cookie: str, token: str) -> bool:
    """Whether the cookie was given for this token, and not too long ago."""
    given, _, seal = cookie.partition(".")
    fits = hmac.compare_digest(seal.encode(), _seal(given, token).encode())
    return fits and given.isdecimal() and 0 <= time.time() - int(given) <= LASTS


def is_token(said: str, token: str) -> bool:
    """Whether it is the token, in a time that tells nothing about it."""
    return hmac.compare_digest(hashlib.sha256(said.encode()).digest(), hashlib.sha256(token.encode()).digest())


def is_bearer(request: Request, token: str | None) -> bool:
    """Whether a program showed the token in its Authorization header."""
    kind, _, said = request.headers.get("authorization", "").partition(" ")
    return token is not None and kind.lower() == "bearer" and is_token(said.strip(), token)


def _seal(given: str, token: str) -> str:
    return hmac.new(token.encode(), f"pactbook login {given}".encode(), hashlib.sha256).hexdigest()


def _refusal(request: Request) -> Response:
    path = request.url.path
    if path == "/api" or path.startswith("/api/") or request.method not in ("GET", "HEAD"):
        problem = {
            "type": "about:blank",
            "title": "Unauthorized",
            "status": 401,
            "detail": "Show the token: Authorization: Bearer TOKEN",
        }
        headers = {"WWW-Authenticate": "Bearer"}
        return JSONResponse(problem, 401, headers, media_type="application/problem+json")
    wanted = path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/login?next={quote(wanted, safe='')}", 303)
