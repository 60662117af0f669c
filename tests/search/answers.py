"""The first answers to a question, of each kind."""

from __future__ import annotations

from pactbook.model.hits import AgreementHit, ArticleHit, BodyHit, FigureHit
from pactbook.search.page import find_page
from pactbook.search.query import Query
from pactbook.store.file import RecordFile


def find_agreements(record: RecordFile, query: Query) -> list[AgreementHit]:
    """The agreements that fit, as many as the limit of ``query`` allows."""
    return list(find_page(record, "agreements", query).hits)


def find_figures(record: RecordFile, query: Query) -> list[FigureHit]:
    """The figures that fit, as many as the limit of ``query`` allows."""
    return list(find_page(record, "figures", query).hits)


def find_articles(record: RecordFile, query: Query) -> list[ArticleHit]:
    """The articles that fit, as many as the limit of ``query`` allows."""
    return list(find_page(record, "articles", query).hits)


def find_organisations(record: RecordFile, query: Query) -> list[BodyHit]:
    """The organisations that fit, as many as the limit of ``query`` allows."""
    return list(find_page(record, "organisations", query).hits)
