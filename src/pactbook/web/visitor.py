"""What a browser remembers of its visitor: light or dark, and the name that decisions are made in."""

from __future__ import annotations

from urllib.parse import quote, unquote

from fastapi import Request
from starlette.responses import Response

THEMES = ("light", "dark")
_THEME, _WHO = "pactbook_theme", "pactbook_who"
_YEAR = 365 * 24 * 3600
_LONGEST_NAME = 80


def theme(request: Request) -> str | None:
    """``light`` or ``dark`` as the visitor chose, None where the system decides."""
    chosen = request.cookies.get(_THEME, "")
    return chosen if chosen in THEMES else None


def remember_theme(response: Response, chosen: str) -> None:
    """Keep the choice; a word that is no theme leaves it to the system."""
    if chosen in THEMES:
        response.set_cookie(_THEME, chosen, max_age=_YEAR, samesite="strict")
    else:
        response.delete_cookie(_THEME, samesite="strict")


def who(request: Request) -> str:
    """The name that this browser last decided in, else the one that the server was started with."""
    said = unquote(request.cookies.get(_WHO, ""))[:_LONGEST_NAME].strip()
    return said or str(request.app.state.serving.analyst)


def remember_who(response: Response, name: str) -> None:
    """Keep the name for the next decision."""
    response.set_cookie(_WHO, quote(name[:_LONGEST_NAME]), max_age=_YEAR, httponly=True, samesite="strict")
