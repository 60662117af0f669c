"""Take away what answers a question: all of it, never a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection

from pactbook.export import table
from pactbook.export.choice import Choice, Fitting, Thing
from pactbook.search.page import find_ids
from pactbook.search.query import Query
from pactbook.store.file import RecordFile


def export(record: RecordFile, what: str, form: str, path: Path, query: Query | None = None) -> int:
    """Write a table, or ``all``, to ``path``: everything, or every row that fits ``query``, whatever its limit.

    A question to ``claims``, ``network``, ``decisions`` and ``all`` is one about agreements, to ``series`` about
    figures; any other is about what its table is named after. Returns the number of rows, entities or references.
    Raises QueryError: no such table or format, the two do not go together, or the question cannot be asked;
    RecordError: the file cannot be written.
    """
    return table.export(record, what, form, path, fitting(record, query))


def export_to(record: RecordFile, what: str, form: str, file: BinaryIO, query: Query | None = None) -> int:
    """As ``export``, into a stream of bytes, which stays open. Where this raises, what was written is not complete."""
    return table.export_to(record, what, form, file, fitting(record, query))


def export_one(record: RecordFile, what: str, form: str, file: BinaryIO, one: tuple[Thing, str]) -> int:
    """As ``export_to``, of one thing by its id; with an agreement come its bodies, its articles and their figures."""
    thing, name = one

    def alone(connection: Connection, asked: Thing) -> Iterable[str]:
        if asked == thing:
            return [name]
        if thing != "agreements":
            return []
        return Choice(connection, lambda _, other: [name] if other == thing else []).around().ids(asked)

    return table.export_to(record, what, form, file, alone)


def export_figures(record: RecordFile, what: str, form: str, file: BinaryIO, figures: Iterable[str]) -> int:
    """As ``export_to``, of the figures with these ids: ``figures`` or ``series``."""
    wanted = list(figures)
    return table.export_to(record, what, form, file, lambda _, thing: wanted if thing == "figures" else [])


def fitting(record: RecordFile, query: Query | None) -> Fitting | None:
    """What says which things answer ``query``; None for everything."""
    if query is None or query == replace(_EVERYTHING, limit=query.limit):
        return None
    whole = query.unlimited()

    def answers(connection: Connection, thing: Thing) -> Iterable[str]:
        return find_ids(connection, thing, whole)

    return answers


_EVERYTHING = Query()
