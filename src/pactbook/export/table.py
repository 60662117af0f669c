"""Take what the record holds away: complete, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from pactbook.errors import RecordError
from pactbook.export.choice import Choice, Fitting
from pactbook.export.draft import draft
from pactbook.export.forms import form_of
from pactbook.store.file import RecordFile


def export(record: RecordFile, what: str, form: str, path: Path, fitting: Fitting | None = None) -> int:
    """Write a table, or ``all``, to ``path``; docs/export.md says which formats each can be written in.

    ``fitting`` says which things are taken, by default all. Returns the number of rows, entities or references,
    which is compared with the record before the file gets its name: a file that is there is complete. Raises QueryError
    for an unknown table or format and for two that do not go together, RecordError when the file cannot be written,
    EvidenceError for a quote that no longer stands in its text.
    """
    form_of(what, form)
    with draft(path) as file:
        try:
            return export_to(record, what, form, file, fitting)
        except RecordError as error:
            raise RecordError(f"{path}: {error}") from error


def export_to(record: RecordFile, what: str, form: str, file: BinaryIO, fitting: Fitting | None = None) -> int:
    """As ``export``, into a stream of bytes, which stays open. Where this raises, what was written is not complete."""
    found = form_of(what, form)
    with record.reading() as connection:
        return found.write(file, what, Choice(connection, fitting))
