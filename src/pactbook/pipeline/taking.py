"""Take away what answers a question: all of it, never a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, select

from pactbook.export import table
from pactbook.export.choice import Fitting, Thing
from pactbook.record.identity import is_state
from pactbook.search.page import find_ids
from pactbook.search.query import Query
from pactbook.store.chunks import chunks
from pactbook.store.file import RecordFile
from pactbook.store.tables import agreement_parties


def export(record: RecordFile, what: str, form: str, path: Path, query: Query | None = None) -> int:
    """Write a table, or ``all``, to ``path``: everything, or every row that fits ``query``, whatever its limit.

    A question to ``claims``, ``network``, ``decisions`` and ``all`` is one about agreements, to ``series`` about
    figures. Returns the number of rows, entities or references. Raises QueryError: no such table or format, the two do
    not go together, or the question cannot be asked; RecordError: the file cannot be written.
    """
    return table.export(record, what, form, path, fitting(record, query))


def export_to(record: RecordFile, what: str, form: str, file: BinaryIO, query: Query | None = None) -> int:
    """As ``export``, into a stream of bytes, which stays open. Where this raises, what was written is not complete."""
    return table.export_to(record, what, form, file, fitting(record, query))


def fitting(record: RecordFile, query: Query | None) -> Fitting | None:
    """What says which things answer ``query``; None for everything."""
    if query is None or query == replace(_EVERYTHING, limit=query.limit):
        return None
    whole = replace(query, limit=None)

    def answers(connection: Connection, thing: Thing) -> Iterable[str]:
        if thing == "organisations":
            return _parties(connection, find_ids(connection, "agreements", whole))
        return find_ids(connection, thing, whole)

    return answers


def _parties(connection: Connection, agreements: Iterable[str]) -> list[str]:
    """The bodies that are party to these agreements. States are no organisations."""
    party = agreement_parties.c
    found: set[str] = set()
    for part in chunks(agreements):
        found.update(connection.scalars(select(party.party).where(party.agreement.in_(part))))
    return sorted(p for p in found if not is_state(p))


_EVERYTHING = Query()
