"""Find series of figures."""

from __future__ import annotations

from pactbook.model.figure import Series
from pactbook.record.series import series
from pactbook.search.page import find_ids
from pactbook.search.query import Query
from pactbook.store.chunks import chunks
from pactbook.store.file import RecordFile
from pactbook.store.series import read_readings
from pactbook.store.tables.figures import figure_claims


def find_series(record: RecordFile, query: Query) -> list[Series]:
    """The series that the figures make which fit ``query``, whatever its order and limit. Raises QueryError."""
    with record.reading() as connection:
        parts = chunks(find_ids(connection, "figures", query))
        return series(reading for part in parts for reading in read_readings(connection, figure_claims.c.id.in_(part)))
