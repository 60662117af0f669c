"""Take a whole table away: complete, or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from pactbook.errors import QueryError, RecordError
from pactbook.export.columns import COLUMNS
from pactbook.export.delimited import write_csv, write_jsonl
from pactbook.export.rows import CODEBOOK, TABLES, Whole
from pactbook.export.workbook import write_xlsx
from pactbook.store.file import RecordFile

FORMATS = ("csv", "jsonl", "xlsx")


def export(record: RecordFile, what: str, form: str, path: Path) -> int:
    """Write ``agreements``, ``figures``, ``organisations`` or ``claims`` as ``csv``, ``jsonl`` or ``xlsx``.

    Returns the number of rows, which is compared with the record before the file gets its name: a file that is
    there is complete. ``claims`` as ``jsonl`` are the codebook's objects, one per article. Raises QueryError for an
    unknown table or format, RecordError when the file cannot be written or Excel could not hold it, EvidenceError
    for a quote that no longer stands in its text.
    """
    if what not in TABLES:
        raise QueryError(f"there is no table {what!r} to take away; choose from: {', '.join(TABLES)}")
    if form not in FORMATS:
        raise QueryError(f"there is no format {form!r}; choose from: {', '.join(FORMATS)}")
    whole = CODEBOOK if (what, form) == ("claims", "jsonl") else TABLES[what]
    with record.reading() as connection, _finished(path) as draft:
        expected = whole.expected(connection)
        written = _write(connection, whole, draft, (what, form))
        if written != expected:
            raise RecordError(
                f"{path}: {written} rows were read where the record holds {expected}; nothing was written"
            )
    return written


def _write(connection: Connection, whole: Whole, draft: Path, wanted: tuple[str, str]) -> int:
    what, form = wanted
    rows: Iterator[dict[str, Any]] = whole.rows(connection)
    if form == "jsonl":
        return write_jsonl(draft, rows)
    if form == "csv":
        return write_csv(draft, COLUMNS[what], rows)
    return write_xlsx(draft, what, COLUMNS[what], rows)


@contextmanager
def _finished(path: Path) -> Iterator[Path]:
    """A draft beside ``path`` that takes its name if all goes well, and goes away if not."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise RecordError(f"{path}: cannot be written: {error.strerror}") from error
    draft = Path(name)
    try:
        yield draft
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    except OSError as error:
        raise RecordError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now
