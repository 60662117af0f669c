"""What a visitor is told when something cannot be had: a page in plain words, or problem+json for a program."""

from __future__ import annotations

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pactbook.errors import EvidenceError, PactbookError, QueryError, QuerySyntaxError, RecordError
from pactbook.web.templating import render

_LOG = logging.getLogger(__name__)

#: What the page is headed where the number alone says little.
_HEADINGS = {
    400: "That cannot be asked",
    403: "Not allowed",
    404: "There is nothing here",
    405: "Not allowed",
    413: "Too large",
    500: "Something went wrong",
    503: "The record cannot be used just now",
}


class NoSuchThing(PactbookError):
    """An address that leads to nothing in the record."""


def handle(app: FastAPI) -> None:
    """Answer every error that a page may raise."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(PactbookError, _ours)


def problem(request: Request, status: int, detail: str, **more: int) -> Response:
    """The answer for ``status``: a page, or for a program problem+json (RFC 9457) with ``more`` members."""
    if request.url.path.startswith("/api/"):
        title = HTTPStatus(status).phrase
        body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
        return JSONResponse(body, status, media_type="application/problem+json")
    heading = _HEADINGS.get(status, HTTPStatus(status).phrase)
    return render(request, "problem.html", status, heading=heading, detail=detail, status=status)


class Mishaps:
    """Turns an error that nobody expected into a page, inside the layers that make every answer safe."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; where the page breaks, log why and say so."""
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception:
            _LOG.exception("%s %s", scope.get("method"), scope.get("path"))
            if scope["type"] != "http" or begun:
                raise
            words = "The program made a mistake; its terminal shows which. The record is as it was."
            await problem(Request(scope), 500, words)(scope, receive, send)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = error.detail
    if error.status_code == 404 and detail == HTTPStatus.NOT_FOUND.phrase:
        detail = "No page has this address. It may have been typed wrongly."
    answer = problem(request, error.status_code, detail)
    answer.headers.update(error.headers or {})
    return answer


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    said = "; ".join(f"{'.'.join(str(p) for p in e['loc'][1:])}: {e['msg']}" for e in error.errors())
    return problem(request, 400, f"Something in the address or the form does not fit: {said}")


def _ours(request: Request, error: Exception) -> Response:
    if isinstance(error, QuerySyntaxError):
        return problem(request, 400, str(error), offset=error.offset, length=error.length)
    for kind, status in ((NoSuchThing, 404), (QueryError, 400), (EvidenceError, 500), (RecordError, 503)):
        if isinstance(error, kind):
            return problem(request, status, str(error))
    return problem(request, 500, str(error))
