"""What is worked out of the whole record once, and from then on follows what is written.

The latest states are held in memory, each by the number of changes that the record had seen. One is kept in the record:
who opens it next goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

import msgspec
from sqlalchemy import Connection, Engine

from pactbook.knowledge.version import answering_version
from pactbook.store.file import RecordFile
from pactbook.store.journal import Thing, changes, touched_since
from pactbook.store.kept import Kept, keep, kept_at, read_kept

#: So many states of a record are held: who began to read before the last write may still ask.
_STATES = 2

T = TypeVar("T")
Touched = Mapping[Thing, set[str]]


@dataclass(frozen=True)
class Making(Generic[T]):
    """How something is worked out.

    ``read`` makes it of the whole record; ``follow`` of an earlier state and the ids of what was touched since, or it
    gives None where that would take longer than to read all. ``pack`` makes bytes of it, with all that belongs to it,
    and ``unpack`` makes it of them again; it raises ValueError for bytes that are not whole. What is ``costly`` is kept
    only where somebody has asked for it.
    """

    name: str
    read: Callable[[Connection], T]
    follow: Callable[[Connection, T, Touched], T | None]
    pack: Callable[[Connection, T], bytes]
    unpack: Callable[[bytes], T]
    costly: bool = False


@dataclass
class _States(Generic[T]):
    """By the changes that the record had seen, the newest last."""

    held: dict[int, T] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


class Followed(Generic[T]):
    """Something that is worked out of records, for each record that is open."""

    def __init__(self, making: Making[T]) -> None:
        self._making = making
        self._states: WeakKeyDictionary[Engine, _States[T]] = WeakKeyDictionary()
        self._lock = Lock()

    def at(self, connection: Connection) -> T:
        """It, as the record that ``connection`` sees has it."""
        now, states = changes(connection), self._states_of(connection)
        with states.lock:
            if now not in states.held:
                states.held[now] = self._made(connection, states.held, now)
                for old in sorted(states.held)[:-_STATES]:
                    del states.held[old]
            return states.held[now]

    def resume(self, connection: Connection, behind: int) -> None:
        """Take up what is kept, where at most ``behind`` things have been touched since."""
        last = kept_at(connection, self._making.name, answering_version())
        if last is not None and _number(touched_since(connection, last)) <= behind:
            self.at(connection)

    def keep(self, record: RecordFile, behind: int = 0) -> None:
        """Keep it in the record, unless at most ``behind`` things have been touched since it was kept last.

        Raises RecordError.
        """
        with record.reading() as connection:
            last = kept_at(connection, self._making.name, answering_version())
            if last is not None and _number(touched_since(connection, last)) <= behind:
                return
            found = self._to_keep(connection)
            if found is None or found[0] == last:
                return
            made = Kept(found[0], self._making.pack(connection, found[1]))
        with record.noting() as connection:
            later = kept_at(connection, self._making.name, answering_version())
            if later is None or later <= made.changes:
                keep(connection, self._making.name, answering_version(), made)

    def _to_keep(self, connection: Connection) -> tuple[int, T] | None:
        """The state of ``connection``, or the last one that is held of what is costly."""
        if not self._making.costly:
            return changes(connection), self.at(connection)
        return max(self._states_of(connection).held.items(), key=lambda held: held[0], default=None)

    def _states_of(self, connection: Connection) -> _States[T]:
        with self._lock:
            return self._states.setdefault(connection.engine, _States())

    def _made(self, connection: Connection, held: Mapping[int, T], now: int) -> T:
        """The state ``now``, of the last one before it where there is one that the journal reaches back to."""
        before = max((state for state in held if state < now), default=None)
        found = (before, held[before]) if before is not None else self._kept(connection, now)
        if found is None:
            return self._making.read(connection)
        touched = touched_since(connection, found[0])
        if touched is None:
            return self._making.read(connection)
        if not any(touched.values()):
            return found[1]
        made = self._making.follow(connection, found[1], touched)
        return self._making.read(connection) if made is None else made

    def _kept(self, connection: Connection, now: int) -> tuple[int, T] | None:
        """The state that is kept in the record, with the changes that it had seen."""
        found = read_kept(connection, self._making.name, answering_version())
        if found is None or found.changes > now or touched_since(connection, found.changes) is None:
            return None
        with suppress(ValueError, msgspec.MsgspecError):
            return found.changes, self._making.unpack(found.whole)
        return None


def _number(touched: Touched | None) -> float:
    return float("inf") if touched is None else sum(map(len, touched.values()))
