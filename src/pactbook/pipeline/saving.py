"""Searches kept under a name, in the record: they are there in every browser, and on the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from pactbook.errors import QueryError
from pactbook.model.search import Search
from pactbook.store import beside
from pactbook.store.file import RecordFile

_LONGEST_NAME, _LONGEST_ADDRESS = 80, 4_000


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def save_search(record: RecordFile, name: str, address: str, who: str, now: Callable[[], str] = _now) -> Search:
    """Keep a search; one with the same address gets the new name. Raises QueryError, RecordError."""
    search = replace(named(name, address), who=who.strip()[:_LONGEST_NAME], when=now())
    with record.noting() as connection:
        beside.save_search(connection, search)
    return search


def named(name: str, address: str) -> Search:
    """A search by its name and the address of its page, ``/search?...``. Raises QueryError."""
    called = " ".join(name.split())[:_LONGEST_NAME]
    if not called:
        raise QueryError("Give the search a name.")
    if not is_search(address):
        raise QueryError("Only a search can be saved: its address begins with /search.")
    return Search(called, address)


def delete_search(record: RecordFile, address: str) -> None:
    """Keep it no longer. Raises QueryError where it was not kept, RecordError."""
    with record.noting() as connection:
        if not beside.delete_search(connection, address):
            raise QueryError(f"no search with the address {address!r} is kept")


def read_searches(record: RecordFile) -> list[Search]:
    """All that are kept, the latest first."""
    with record.reading() as connection:
        return beside.read_searches(connection)


def is_search(address: str) -> bool:
    """Whether the address is one of a search, and of nothing else."""
    fits = (address == "/search" or address.startswith("/search?")) and len(address) <= _LONGEST_ADDRESS
    return fits and address.isprintable()
