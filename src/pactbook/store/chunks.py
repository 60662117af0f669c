"""Ask for many values, a part of them at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Row, Select, bindparam

T = TypeVar("T")

#: Databases allow a few thousand values in a query; this many is quick everywhere.
SIZE = 500
#: What a statement that ``rows_among`` executes has in the place of the values. One that is made once, and not for
#: every question, is asked in half of the time.
AMONG: BindParameter[Any] = bindparam("among", expanding=True)


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """Parts of ``values``, each of at most SIZE, each value once."""
    left = iter(dict.fromkeys(values))
    while part := list(islice(left, SIZE)):
        yield part


def rows_among(connection: Connection, statement: Select[Any], values: Iterable[object]) -> Iterator[Row[Any]]:
    """The rows of ``statement``, which holds AMONG, for all ``values``, each once."""
    for part in chunks(values):
        yield from connection.execute(statement, {"among": part})
