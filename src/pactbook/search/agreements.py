"""Find agreements."""

from __future__ import annotations

from pactbook.model.hits import AgreementHit
from pactbook.search.page import find_page
from pactbook.search.query import Query
from pactbook.store.file import RecordFile


def find_agreements(record: RecordFile, query: Query) -> list[AgreementHit]:
    """The agreements that fit ``query``, as many as its limit allows. Raises what ``find_page`` raises."""
    return list(find_page(record, "agreements", query).hits)
