"""Split what is trained on into five parts, so that each can be asked what the other four have taught."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")
_FOLDS = 5


def folds(items: Sequence[T], file_of: Callable[[T], str]) -> Iterator[tuple[list[T], list[T]]]:
    """Four parts and the fifth, five times; what is of one file stays together."""
    files = sorted({file_of(i) for i in items})
    Random(1).shuffle(files)
    part = {file: n % _FOLDS for n, file in enumerate(files)}
    for k in range(_FOLDS):
        yield [i for i in items if part[file_of(i)] != k], [i for i in items if part[file_of(i)] == k]
