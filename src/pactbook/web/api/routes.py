"""The addresses of the API together, and its description."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi

from pactbook.web.api import lists, things
from pactbook.web.api.shapes import Problem

_ABOUT = """The record for programs. It only reads; to decide or to add, use the pages, the command line or Python.

Rows have the columns of docs/export.md, words and filters are those of docs/query.md. Pages are asked for with `limit`
and `after`. Where the record is served with a token, send it as `Authorization: Bearer TOKEN`."""
_PROBLEM = "application/problem+json"


def _answer(says: str) -> dict[str, Any]:
    return {"description": says, "model": Problem}


router = APIRouter(
    prefix="/api/v1",
    responses={
        400: _answer("The question cannot be asked; `detail` says why."),
        404: _answer("The record holds no such thing."),
    },
)
router.include_router(lists.router, tags=["lists"])
router.include_router(things.router, tags=["things"])


def describe(app: FastAPI) -> None:
    """Describe the API as it is: what is wrong with a question is told with 400 and problem+json."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(title="pactbook", version=version("pactbook"), description=_ABOUT, routes=app.routes)
            for path in made["paths"].values():
                for operation in path.values():
                    operation["responses"].pop("422", None)
                    for status, answer in operation["responses"].items():
                        if status != "200":
                            answer["content"] = {_PROBLEM: answer["content"].pop("application/json")}
            for unused in ("HTTPValidationError", "ValidationError"):
                made["components"]["schemas"].pop(unused, None)
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]
