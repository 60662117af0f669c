"""The shelves of a record, read when they are first asked for and kept until the record changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from pactbook.search.catalogue import agreements, articles, figures, organisations
from pactbook.search.catalogue.shelf import Shelf
from pactbook.search.query import What
from pactbook.store.journal import changes

_READ: dict[What, Callable[[Connection], Shelf]] = {
    "agreements": agreements.read,
    "figures": figures.read,
    "articles": articles.read,
    "organisations": organisations.read,
}


@dataclass
class _Kept:
    """What is in memory of one state of a record."""

    changes: int
    shelves: dict[What, Shelf] = field(default_factory=dict)


_KEPT: WeakKeyDictionary[Engine, _Kept] = WeakKeyDictionary()
_LOCK = Lock()


def shelf(connection: Connection, what: What) -> Shelf:
    """All things of one kind, as the record that ``connection`` sees has them."""
    now = changes(connection)
    with _LOCK:
        kept = _KEPT.get(connection.engine)
        if kept is None or kept.changes < now:
            kept = _KEPT[connection.engine] = _Kept(now)
        found = kept.shelves.get(what) if kept.changes == now else None
    if found is None:
        found = _READ[what](connection)
        with _LOCK:
            if kept.changes == now:
                kept.shelves[what] = found
    return found
