"""Take it away: everything that fits, whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO, cast

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from pactbook.export.forms import FORMS
from pactbook.pipeline.book import Format, Table
from pactbook.web.asking import Asked
from pactbook.web.book import Book
from pactbook.web.problems import NoSuchThing
from pactbook.web.takeaway import form_of_file

router = APIRouter(include_in_schema=False)

#: A file up to this size is made in memory before it goes out; a larger one on disk.
_SPOOL = 1 << 24
_PIECE = 1 << 16


@router.get("/export/{name}")
def export(request: Request, book: Book, name: str) -> Response:
    """The file. It is made before its first byte is sent: one that arrives is complete."""
    found = form_of_file(name)
    if found is None:
        raise NoSuchThing(f"Nothing can be taken away as {name!r}.")
    what, form = found
    asked = Asked.of(request)
    filters = {key: value for key, value in asked.as_filters().items() if key != "after"}
    file = cast(IO[bytes], tempfile.SpooledTemporaryFile(_SPOOL))  # noqa: SIM115 - closed after its last byte
    try:
        book.export_to(cast(Table, what), cast(Format, form), file, asked.words, **filters)  # type: ignore[arg-type]
        size = file.tell()
        file.seek(0)
    except BaseException:
        file.close()
        raise
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(size)}
    return StreamingResponse(_pieces(file), headers=headers, media_type=FORMS[form].media)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece
