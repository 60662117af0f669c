"""The application: a record, its pages, and what stands before them."""

from __future__ import annotations

import gc
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI

from pactbook.knowledge.gazetteer import bodies
from pactbook.pipeline.book import Record, open_record
from pactbook.web import problems
from pactbook.web.adding import Adds
from pactbook.web.ahead import ReadingAhead
from pactbook.web.api import routes as api
from pactbook.web.desk import Desk
from pactbook.web.guard.forms import Browsers
from pactbook.web.guard.headers import SafeHeaders
from pactbook.web.guard.hosts import KnownHosts
from pactbook.web.guard.login import Login
from pactbook.web.guard.size import SizeLimit
from pactbook.web.memory import Memory
from pactbook.web.navigation import routers
from pactbook.web.serving import Serving
from pactbook.web.static_files import KeptFiles
from pactbook.web.templating import compile_all

#: So many seconds visitors wait at most for what is read ahead.
_PATIENCE = 0.5


def create_app(serving: Serving) -> FastAPI:
    """The record of ``serving`` as a web application. A record that is not there is made, unless it is only read.

    Raises RecordError when the record cannot be opened.
    """
    book = open_record(serving.record, create=not serving.read_only, read_only=serving.read_only)
    adds, memory = Adds(book), Memory(book)
    desk = Desk(memory)
    app = FastAPI(
        title="pactbook",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=_closing(book, adds, desk),
    )
    app.state.book = book
    app.state.memory = memory
    app.state.adds = adds
    app.state.desk = desk
    app.state.serving = serving
    app.state.form_secret = secrets.token_bytes(32)
    for router in routers():
        # Nothing is said of a page beyond what its router says: including it would work it all out anew, twice.
        app.router.routes.extend(router.routes)
    app.include_router(api.router)
    for route in app.routes:
        # FastAPI works out what an included router asks for when an address is first looked up: not for a visitor.
        route.matches({"type": "http", "method": "GET", "path": "/", "headers": []})
    api.describe(app)
    app.mount("/static", KeptFiles(packages=[("pactbook.web", "static")]), name="static")
    problems.handle(app)
    # The last one added is the first to see a request.
    app.add_middleware(problems.Mishaps)
    app.add_middleware(Login, token=serving.token)
    app.add_middleware(SizeLimit)
    app.add_middleware(Browsers)
    app.add_middleware(KnownHosts, names=serving.names)
    app.add_middleware(SafeHeaders)
    return app


def _closing(book: Record, adds: Adds, desk: Desk) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        ahead = ReadingAhead(book)
        # What every page needs of the program itself; what it needs of a large record is read while visitors come.
        compile_all()
        bodies()
        ahead.wait(_PATIENCE)
        gc.collect()
        gc.freeze()
        yield
        ahead.close()
        adds.close()
        desk.close()
        book.keep()
        book.close()

    return lifespan
