"""Rows of the record about all things of a kind, or about some of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select

from pactbook.store.chunks import chunks

#: So many rows are taken from the database at once.
_ROWS = 5000
#: Ids of the things to read about, None for all of them.
Only = Collection[str] | None
#: Value → numbers of the things that have it; one may stand there twice.
Postings = dict[str, list[int]]


def ask(connection: Connection, asked: Select[Any], name: ColumnElement[str], only: Only) -> Iterator[Any]:
    """The rows of ``asked``; with ``only``, those in which the column ``name`` holds one of these ids."""
    if only is None:
        for rows in connection.execute(asked).partitions(_ROWS):
            yield from rows
        return
    for part in chunks(only):
        yield from connection.execute(asked.where(name.in_(part)))


def new() -> Postings:
    """Postings to fill."""
    return defaultdict(list)
