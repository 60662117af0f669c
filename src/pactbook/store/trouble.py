"""Turn what a database says when it fails into a RecordError that an analyst can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from pactbook.errors import RecordError

# The beginning of SQLite's own words → ours.
_WORDS = (
    ("database is locked", "another program is writing to it; try again when that one has finished"),
    ("database or disk is full", "the disk is full; nothing of this batch was stored, what was stored before is safe"),
    ("file is not a database", "this is not a pactbook record"),
    ("file is encrypted", "this is not a pactbook record"),
    ("attempt to write a readonly", "it may only be read, not written"),
    ("unable to open", "it cannot be opened; does its folder exist, and may you write there?"),
    ("disk i/o error", "the disk reports an error"),
    ("database disk image is malformed", "the file is damaged; restore it from a copy"),
)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise RecordError, naming ``path``, for whatever goes wrong in the database within."""
    try:
        yield
    except DBAPIError as error:
        raise RecordError(f"{path}: {reason(str(error.orig))}") from error
    except sqlite3.Error as error:
        raise RecordError(f"{path}: {reason(str(error))}") from error


def reason(said: str) -> str:
    """What SQLite said, in words that tell what to do."""
    for start, words in _WORDS:
        if said.lower().startswith(start):
            return words
    return said
