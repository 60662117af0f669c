"""What questions will ask for: read before they do, and kept in the record for who opens it next."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy import func, select

from pactbook.errors import RecordError
from pactbook.search.catalogue.keeping import SHELVES
from pactbook.search.doubts.nearness import NEAR
from pactbook.search.following import Followed
from pactbook.search.namesakes import NAMESAKES
from pactbook.search.series import SERIES
from pactbook.store.file import RecordFile
from pactbook.store.tables.agreements import agreements
from pactbook.store.tables.articles import articles
from pactbook.store.tables.figures import figure_claims

#: So few things touched are followed in no time; so are more in a large record, up to this share of all. To keep takes
#: as long as the record is large: a batch of articles should not cost more for each that was there before it.
_FEW, _SHARE = 500, 20

_EVERY: tuple[Followed[Any], ...] = (*SHELVES.values(), SERIES, NEAR, NAMESAKES)
#: What takes long to look for is only taken up where no more than this was touched since.
_BEHIND = 200


def read_ahead(record: RecordFile, wanted: Callable[[], bool]) -> None:
    """Read what questions will ask for, as long as it is ``wanted``. Raises RecordError."""
    for one in SHELVES.values():
        with record.reading() as connection:
            for _ in one.at(connection).read_ahead(connection):
                if not wanted():
                    return
    with record.reading() as connection:
        SERIES.at(connection)
        for costly in (NEAR, NAMESAKES):
            costly.resume(connection, _BEHIND)


def keep(record: RecordFile, *, rarely: bool = False) -> None:
    """Keep it in the record; ``rarely``, only where what was touched since it was last kept takes long to follow.

    A record that cannot be written now is left as it is: what is not kept is read again.
    """
    if not record.read_only:
        with suppress(RecordError):
            behind = max(_FEW, _things(record) // _SHARE) if rarely else 0
            for one in _EVERY:
                one.keep(record, behind)


def _things(record: RecordFile) -> int:
    """How many things there are to follow."""
    with record.reading() as connection:
        tables = (articles, agreements, figure_claims)
        return sum(int(connection.scalar(select(func.count()).select_from(table)) or 0) for table in tables)
