"""Find articles."""

from __future__ import annotations

from pactbook.model.hits import ArticleHit
from pactbook.search.page import find_page
from pactbook.search.query import Query
from pactbook.store.file import RecordFile


def find_articles(record: RecordFile, query: Query) -> list[ArticleHit]:
    """The articles that fit ``query``, as many as its limit allows. Raises what ``find_page`` raises."""
    return list(find_page(record, "articles", query).hits)
