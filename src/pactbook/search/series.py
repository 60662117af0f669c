"""Find series of figures."""

from __future__ import annotations

from pactbook.model.record import Series
from pactbook.model.words import FIGURE_STATUSES
from pactbook.search.filters import on_figures
from pactbook.search.query import Query
from pactbook.store.file import RecordFile
from pactbook.store.series import read_series


def find_series(record: RecordFile, query: Query) -> list[Series]:
    """The series that the figures make which fit the filters of ``query``; its words and its limit do not count.

    Raises QueryError.
    """
    query.check(FIGURE_STATUSES, "kind", "sector")
    with record.reading() as connection:
        return read_series(connection, *on_figures(connection, query))
