"""Excel workbooks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.exceptions import XlsxFileError  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from pactbook.errors import RecordError
from pactbook.export.delimited import flat

#: What Excel can hold.
ROWS = 1_048_576
CHARACTERS = 32_767

_WIDE = frozenset({"sentence", "quote", "quotes", "subject", "title", "names", "parties", "rules", "address"})


def write_xlsx(path: Path, name: str, columns: tuple[str, ...], rows: Iterable[dict[str, Any]]) -> int:
    """One sheet, continued on ``NAME 2`` and so on where Excel's rows run out; returns the number of rows.

    Numbers are numbers, dates are EDTF text. Raises RecordError for a cell that is longer than Excel can hold, and
    when the disk is full.
    """
    try:
        return _fill(path, name, columns, rows)
    except XlsxFileError as error:
        raise RecordError(f"{path}: cannot be written: {error}") from error


def _fill(path: Path, name: str, columns: tuple[str, ...], rows: Iterable[dict[str, Any]]) -> int:
    count = 0
    # Constant memory writes each row to disk as it comes; nothing typed in an article becomes a formula or a link.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "tmpdir": str(path.parent),
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        bold = book.add_format({"bold": True})
        sheet: Worksheet | None = None
        for row in rows:
            line = count % (ROWS - 1)
            if sheet is None or line == 0:
                sheet = _sheet(book, _title(name, count), columns, bold)
            for n, column in enumerate(columns):
                _put(sheet, line + 1, n, (column, flat(row[column])))
            count += 1
        if sheet is None:
            _sheet(book, name, columns, bold)
    return count


def _title(name: str, count: int) -> str:
    number = count // (ROWS - 1) + 1
    return name if number == 1 else f"{name} {number}"


def _sheet(book: xlsxwriter.Workbook, title: str, columns: tuple[str, ...], bold: Any) -> Worksheet:
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    for n, column in enumerate(columns):
        sheet.set_column(n, n, 48 if column in _WIDE else max(12, len(column) + 2))
        sheet.write_string(0, n, column, bold)
    return sheet


def _put(sheet: Worksheet, line: int, n: int, cell: tuple[str, str | int | float | None]) -> None:
    column, value = cell
    if isinstance(value, int | float):
        sheet.write_number(line, n, value)
    elif value:
        if len(value.encode("utf-16-le")) // 2 > CHARACTERS:
            raise RecordError(
                f"row {line}, {column}: {len(value)} characters are more than an Excel cell holds ({CHARACTERS}); "
                "choose csv or jsonl instead"
            )
        sheet.write_string(line, n, value)
