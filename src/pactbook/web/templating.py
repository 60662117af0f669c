"""Templates: everything that they print is escaped, and a name that they do not know is an error."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from pactbook.web import phrases
from pactbook.web.guard.forms import form_token
from pactbook.web.navigation import places
from pactbook.web.takeaway import offers
from pactbook.web.visitor import theme, who


def render(request: Request, template: str, status: int = 200, /, **context: Any) -> HTMLResponse:
    """The page ``template`` with ``context``."""
    shared: dict[str, Any] = {
        "request": request,
        "path": request.url.path,
        "places": places(),
        "theme": theme(request),
        "who": who(request),
        "read_only": request.app.state.serving.read_only,
        "asks_token": request.app.state.serving.token is not None,
        # Asked for by forms only: an error may be told before there is a name for the browser.
        "form_token": lambda: form_token(request),
    }
    return HTMLResponse(environment().get_template(template).render(shared | context), status)


def compile_all() -> None:
    """Compile every template, so that no visitor waits for it."""
    for name in environment().list_templates():
        environment().get_template(name)


@cache
def environment() -> Environment:
    """The templates of this package with their filters."""
    env = Environment(
        loader=PackageLoader("pactbook.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(_filters())
    env.globals.update(_filters(), asset=asset, offers=offers)
    return env


def _filters() -> Mapping[str, Callable[..., Any]]:
    """Every public function of ``phrases`` by its name; templates may use each as a filter or call it."""
    return {name: getattr(phrases, name) for name in phrases.__all__}


@cache
def asset(name: str) -> str:
    """The address of a static file. It changes with the file, so browsers may keep it for good."""
    content = files("pactbook.web").joinpath("static", *name.split("/")).read_bytes()
    return f"/static/{name}?v={hashlib.blake2b(content, digest_size=6).hexdigest()}"
