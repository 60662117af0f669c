"""What questions will ask for: read before they do, and kept in the record for who opens it next."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from pactbook.errors import RecordError
from pactbook.search.catalogue.keeping import SHELVES
from pactbook.search.doubts.nearness import NEAR
from pactbook.search.following import Followed
from pactbook.search.namesakes import NAMESAKES
from pactbook.search.series import SERIES
from pactbook.store.file import RecordFile

_EVERY: tuple[Followed[Any], ...] = (*SHELVES.values(), SERIES, NEAR, NAMESAKES)


def read_ahead(record: RecordFile, wanted: Callable[[], bool]) -> None:
    """Read what questions will ask for, as long as it is ``wanted``. Raises RecordError."""
    for one in SHELVES.values():
        with record.reading() as connection:
            for _ in one.at(connection).read_ahead(connection):
                if not wanted():
                    return
    with record.reading() as connection:
        SERIES.at(connection)


def keep(record: RecordFile, behind: int = 0) -> None:
    """Keep it in the record, where more than ``behind`` things were touched since it was last kept.

    A record that cannot be written now is left as it is: what is not kept is read again.
    """
    if not record.read_only:
        with suppress(RecordError):
            for one in _EVERY:
                one.keep(record, behind)
