"""Go through a whole table in pages of one unchanging state, so that memory does not grow with the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, func, select

#: Rows in a page.
SIZE = 200


def pages(connection: Connection, column: Column[Any]) -> Iterator[list[Any]]:
    """The different values of ``column`` in order, a page at a time."""
    last: Any = None
    while True:
        asked = select(column).distinct().order_by(column).limit(SIZE)
        page = connection.scalars(asked if last is None else asked.where(column > last)).all()
        if not page:
            return
        yield list(page)
        last = page[-1]


def different(connection: Connection, column: Column[Any]) -> int:
    """How many different values ``column`` has."""
    return int(connection.scalar(select(func.count(column.distinct()))) or 0)
