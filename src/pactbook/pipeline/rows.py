"""Answers as the rows of docs/export.md, a page at a time: what a program asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from pactbook.export.choice import Choice, Thing
from pactbook.export.codebook import codebook
from pactbook.export.columns import Row
from pactbook.export.tables.claims import claim_rows
from pactbook.export.tables.every import TABLES
from pactbook.search.page import find_part
from pactbook.search.query import Query, What
from pactbook.store.extractions import read_some
from pactbook.store.file import RecordFile
from pactbook.store.views import article_keys


@dataclass(frozen=True, slots=True)
class RowPage:
    """``rows`` are those of the table in docs/export.md; ``next`` and ``total`` as in ``search.page.Page``."""

    rows: tuple[Row, ...]
    next: str | None
    total: int


def find_rows(record: RecordFile, what: What, query: Query) -> RowPage:
    """A page of answers as rows. Raises QueryError, EvidenceError."""
    with record.reading() as connection:
        part = find_part(connection, what, query)
        rows = TABLES[what].rows(_just(connection, [one.id for one in part.found]))
        return RowPage(tuple(rows), part.next, part.total)


def row_of(record: RecordFile, what: What, name: str) -> Row | None:
    """The row of the thing with this id, None where there is none."""
    with record.reading() as connection:
        return next(iter(TABLES[what].rows(_just(connection, [name]))), None)


def claims_of(record: RecordFile, agreement: str) -> tuple[Row, ...]:
    """The claims of one agreement as rows."""
    with record.reading() as connection:
        return tuple(claim_rows(_just(connection, [agreement])))


def codebook_of(record: RecordFile, article: str) -> Mapping[str, object]:
    """All that an article states, as the codebook's object."""
    with record.reading() as connection:
        keys = article_keys(connection, [article])
        return codebook(next(iter(read_some(connection, list(keys.values())))))


def _just(connection: Connection, names: list[str]) -> Choice:
    def these(_: Connection, __: Thing) -> Iterable[str]:
        return names

    return Choice(connection, these)
