"""Split many values into parts that one query can carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

#: Databases allow a few thousand values in a query; this many is quick everywhere.
SIZE = 500


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """Parts of ``values``, each of at most SIZE, each value once."""
    left = iter(dict.fromkeys(values))
    while part := list(islice(left, SIZE)):
        yield part
