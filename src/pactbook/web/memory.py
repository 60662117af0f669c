"""What is costly to work out is kept until the record changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Annotated, TypeVar, cast

from fastapi import Depends, Request

from pactbook.pipeline.book import Record

#: So many answers are kept, those that were asked for last.
_MOST = 32

T = TypeVar("T")


class Memory:
    """Answers of one record, each true of the state in which the record is now."""

    def __init__(self, book: Record) -> None:
        self.book = book
        self._kept: OrderedDict[Hashable, tuple[int, object]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives for ``key``; it is made anew once anything in the record has changed."""
        now = self.book.changes()
        with self._lock:
            found = self._kept.get(key)
            if found is not None and found[0] == now:
                self._kept.move_to_end(key)
                return cast(T, found[1])
        # Whoever writes meanwhile raises the number of changes: then this answer is made again next time.
        made = make()
        with self._lock:
            self._kept[key] = (now, made)
            self._kept.move_to_end(key)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return made


def _memory(request: Request) -> Memory:
    memory: Memory = request.app.state.memory
    return memory


#: As a page's parameter: ``def page(memory: Kept, ...)``.
Kept = Annotated[Memory, Depends(_memory)]
