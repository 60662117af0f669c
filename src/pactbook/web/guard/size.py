"""How much a request may bring."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Bytes of a form.
SMALL = 1_000_000
#: The beginning of a path → bytes that may be sent to it. Everything else may be sent SMALL.
LARGER: dict[str, int] = {"/add": 512_000_000}


class SizeLimit:
    """Refuses bodies that are too large: at once where their size is announced, else when the limit is passed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or answer 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = next((size for path, size in LARGER.items() if _under(scope["path"], path)), SMALL)
        announced = Headers(scope=scope).get("content-length", "0")
        if not announced.isdecimal() or int(announced) > limit:
            words = f"This is more than the {limit:,} bytes that may be sent here.\n"
            await PlainTextResponse(words, status_code=413)(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise HTTPException(413, f"This is more than the {limit:,} bytes that may be sent here.")
            return message

        await self._app(scope, counted, send)


def _under(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + "/")
