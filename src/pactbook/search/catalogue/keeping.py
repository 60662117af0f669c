"""The shelves of a record, read when they are first asked for; after a write they follow what it touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from pactbook.search.catalogue import agreements, articles, figures, organisations
from pactbook.search.catalogue.shelf import Kind, Shelf
from pactbook.search.query import What
from pactbook.store.file import RecordFile
from pactbook.store.journal import changes, touched_since

_KINDS: dict[What, Kind] = {
    "agreements": agreements.KIND,
    "figures": figures.KIND,
    "articles": articles.KIND,
    "organisations": organisations.KIND,
}
#: Where more than one in so many things was touched, all are read again.
_MANY = 4
#: So many states of a record are kept: who began to read before the last write may still ask.
_STATES = 2


@dataclass
class _Kept:
    """The latest shelves of one kind by the changes that the record had seen, the newest last."""

    shelves: dict[int, Shelf] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


_KEPT: WeakKeyDictionary[Engine, defaultdict[What, _Kept]] = WeakKeyDictionary()
_LOCK = Lock()


def shelf(connection: Connection, what: What) -> Shelf:
    """All things of one kind, as the record that ``connection`` sees has them."""
    now = changes(connection)
    with _LOCK:
        kept = _KEPT.setdefault(connection.engine, defaultdict(_Kept))[what]
    with kept.lock:
        found = kept.shelves.get(now)
        if found is None:
            found = kept.shelves[now] = _made(connection, what, kept.shelves, now)
            for old in sorted(kept.shelves)[:-_STATES]:
                del kept.shelves[old]
        return found


def read_ahead(record: RecordFile, wanted: Callable[[], bool]) -> None:
    """Read what questions will ask for, as long as it is ``wanted``. Raises RecordError."""
    for what in _KINDS:
        with record.reading() as connection:
            for _ in shelf(connection, what).read_ahead(connection):
                if not wanted():
                    return


def _made(connection: Connection, what: What, held: dict[int, Shelf], now: int) -> Shelf:
    """The shelf of the state ``now``, from the last one before it where the journal reaches back so far."""
    before = max((state for state in held if state < now), default=None)
    touched = touched_since(connection, before) if before is not None else None
    if before is None or touched is None or len(touched[what]) * _MANY > held[before].size:
        return Shelf.read(connection, _KINDS[what])
    if not touched[what]:
        return held[before]
    return held[before].renewed(connection, touched[what])
