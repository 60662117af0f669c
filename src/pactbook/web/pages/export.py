"""Take it away: everything that fits, whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from pactbook.errors import QueryError
from pactbook.export.choice import Thing
from pactbook.export.forms import FORMS
from pactbook.model.views import AgreementView, ArticleView, FigureView
from pactbook.pipeline.book import Format, Record, Table
from pactbook.web.asking import Asked
from pactbook.web.book import Book
from pactbook.web.problems import NoSuchThing
from pactbook.web.takeaway import form_of_file

router = APIRouter(include_in_schema=False)

#: A file up to this size is made in memory before it goes out; a larger one on disk.
_SPOOL = 1 << 24
_PIECE = 1 << 16
#: The words in an address that name one thing.
_ONE: dict[str, Thing] = {"agreement": "agreements", "figure": "figures", "article": "articles"}


@router.get("/export/{name}")
def export(request: Request, book: Book, name: str) -> Response:
    """The file. It is made before its first byte is sent: one that arrives is complete."""
    found = form_of_file(name)
    if found is None:
        raise NoSuchThing(f"Nothing can be taken away as {name!r}.")
    what, form = found
    file = cast(BinaryIO, tempfile.SpooledTemporaryFile(_SPOOL))  # noqa: SIM115 - closed after its last byte
    try:
        _write(request, book, cast(Table, what), cast(Format, form), file)
        size = file.tell()
        file.seek(0)
    except BaseException:
        file.close()
        raise
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(size)}
    return StreamingResponse(_pieces(file), headers=headers, media_type=FORMS[form].media)


def _write(request: Request, book: Record, what: Table, form: Format, file: BinaryIO) -> None:
    """What the address asks for: one thing by its id, else whatever answers the question."""
    for name, thing in _ONE.items():
        if key := request.query_params.get(name):
            book.export_one(what, form, file, (thing, _known(book, name, key)))
            return
    asked = Asked.of(request)
    filters = {key: value for key, value in asked.as_filters().items() if key != "after"}
    book.export_to(what, form, file, asked.words, **filters)


def _known(book: Record, name: str, key: str) -> str:
    """The id of a thing that is there. Raises NoSuchThing."""
    try:
        view = book.show(key)
    except QueryError as error:
        raise NoSuchThing(str(error)) from error
    if name == "agreement" and isinstance(view, AgreementView):
        return view.record.id
    if name == "figure" and isinstance(view, FigureView):
        return view.record.id
    if name == "article" and isinstance(view, ArticleView):
        return view.head.id
    raise NoSuchThing(f"{key!r} is no {name} of this record.")


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece
