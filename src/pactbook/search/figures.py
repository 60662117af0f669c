"""Find figures."""

from __future__ import annotations

from pactbook.model.hits import FigureHit
from pactbook.search.page import find_page
from pactbook.search.query import Query
from pactbook.store.file import RecordFile


def find_figures(record: RecordFile, query: Query) -> list[FigureHit]:
    """The figures that fit ``query``, as many as its limit allows. Raises what ``find_page`` raises."""
    return list(find_page(record, "figures", query).hits)
