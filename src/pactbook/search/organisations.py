"""Find organisations."""

from __future__ import annotations

from pactbook.model.hits import BodyHit
from pactbook.search.page import find_page
from pactbook.search.query import Query
from pactbook.store.file import RecordFile


def find_organisations(record: RecordFile, query: Query) -> list[BodyHit]:
    """The organisations that fit ``query``, as many as its limit allows. Raises what ``find_page`` raises."""
    return list(find_page(record, "organisations", query).hits)
