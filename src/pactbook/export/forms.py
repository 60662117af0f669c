"""The formats, and what each of them can be written of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from pactbook.errors import QueryError, RecordError
from pactbook.export.choice import Choice
from pactbook.export.columns import COLUMNS
from pactbook.export.delimited import write_csv, write_jsonl
from pactbook.export.followthemoney.stream import ENTITIES, whole
from pactbook.export.graphml import write_graphml
from pactbook.export.references import write_csl, write_ris
from pactbook.export.tables.articles import heads
from pactbook.export.tables.every import CODEBOOK, TABLES, Table
from pactbook.export.tables.network import network
from pactbook.export.workbook import write_xlsx

#: All tables together.
ALL = "all"


@dataclass(frozen=True, slots=True)
class Form:
    """A format: what can be written in it, how, what its files end in, what is counted, its media type."""

    of: tuple[str, ...]
    write: Callable[[BinaryIO, str, Choice], int]
    ending: str
    nouns: tuple[str, str]
    media: str


def form_of(what: str, form: str) -> Form:
    """The format of that name. Raises QueryError: no such table or format, or the two do not go together."""
    if what not in WHAT:
        raise QueryError(f"there is no table {what!r} to take away; choose from: {', '.join(WHAT)}")
    if form not in FORMS:
        raise QueryError(f"there is no format {form!r}; choose from: {', '.join(FORMS)}")
    found = FORMS[form]
    if what not in found.of:
        others = [name for name, one in FORMS.items() if what in one.of]
        raise QueryError(
            f"{what} cannot be written as {form}, which holds: {', '.join(found.of)}. "
            f"Formats for {what}: {', '.join(others)}"
        )
    return found


def _rows(choice: Choice, name: str, table: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table. Raises RecordError at the end where they are not as many as the record holds."""
    expected = table.expected(choice)
    written = 0
    for row in table.rows(choice):
        yield row
        written += 1
    if written != expected:
        raise RecordError(f"{name}: {written} rows were read where the record holds {expected}; nothing was written")


def _csv(file: BinaryIO, what: str, choice: Choice) -> int:
    return write_csv(file, COLUMNS[what], _rows(choice, what, TABLES[what]))


def _jsonl(file: BinaryIO, what: str, choice: Choice) -> int:
    return write_jsonl(file, _rows(choice, what, CODEBOOK if what == "claims" else TABLES[what]))


def _xlsx(file: BinaryIO, what: str, choice: Choice) -> int:
    if what == ALL:
        choice = choice.around()
    wanted = TABLES if what == ALL else {what: TABLES[what]}
    return write_xlsx(file, ((name, _rows(choice, name, table)) for name, table in wanted.items()))


def _ftm(file: BinaryIO, what: str, choice: Choice) -> int:
    return write_jsonl(file, whole(ENTITIES[what](choice)))


def _ris(file: BinaryIO, what: str, choice: Choice) -> int:
    return _complete(write_ris(file, heads(choice)), choice.count("articles"), what)


def _csl(file: BinaryIO, what: str, choice: Choice) -> int:
    return _complete(write_csl(file, heads(choice)), choice.count("articles"), what)


def _graphml(file: BinaryIO, what: str, choice: Choice) -> int:
    found = network(choice)
    return _complete(write_graphml(file, choice, found), len(found.parties) + len(found.ties), what)


def _complete(written: int, expected: int, what: str) -> int:
    if written != expected:
        raise RecordError(f"{what}: {written} were written where the record holds {expected}; nothing was kept")
    return written


_TABLES = tuple(TABLES)
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: Everything that can be taken away.
WHAT = (*_TABLES, ALL)

FORMS: dict[str, Form] = {
    "csv": Form(_TABLES, _csv, ".csv", ("row", "rows"), "text/csv; charset=utf-8"),
    "xlsx": Form(WHAT, _xlsx, ".xlsx", ("row", "rows"), _WORKBOOK),
    "jsonl": Form(_TABLES, _jsonl, ".jsonl", ("line", "lines"), "application/x-ndjson"),
    "ftm": Form(tuple(ENTITIES), _ftm, ".ftm.json", ("entity", "entities"), "application/x-ndjson"),
    "ris": Form(("articles",), _ris, ".ris", ("reference", "references"), "application/x-research-info-systems"),
    "csl": Form(
        ("articles",), _csl, ".csl.json", ("reference", "references"), "application/vnd.citationstyles.csl+json"
    ),
    "graphml": Form(("network",), _graphml, ".graphml", ("node or tie", "nodes and ties"), "application/graphml+xml"),
}
