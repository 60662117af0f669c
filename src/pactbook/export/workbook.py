"""Excel workbooks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, BinaryIO

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.exceptions import XlsxWriterException  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from pactbook.errors import RecordError
from pactbook.export.columns import COLUMNS, Holds, holds
from pactbook.export.delimited import flat
from pactbook.export.letters import web_address, writable
from pactbook.export.overflow import COLUMNS as LONG_COLUMNS
from pactbook.export.overflow import NAME as LONG
from pactbook.export.overflow import Overflow

#: What Excel can hold in a sheet.
ROWS = 1_048_576
LINKS = 65_530
#: The first year of Excel's calendar.
_FIRST_YEAR = 1900

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: What an address that becomes a link must not hold, and how long it may be.
_UNLINKED = re.compile(r"[\"<>\[\]^`{}\\]")
_LONGEST = 2_000

_WIDE = frozenset(
    {"sentence", "quote", "quotes", "subject", "subjects", "title", "names", "parties", "rules", "address", "text"}
)
_WIDTHS = {
    Holds.DATE: 12,
    Holds.AMOUNT: 20,
    Holds.COUNT: 12,
    Holds.YEAR: 10,
    Holds.SHARE: 14,
    Holds.ADDRESS: 48,
    Holds.WORDS: 18,
}
#: Room for the button of the filter beside a column's name.
_BUTTON = 4

Tables = Iterable[tuple[str, Iterable[dict[str, Any]]]]


def write_xlsx(file: BinaryIO, tables: Tables) -> int:
    """One sheet per table, continued on ``NAME 2`` and so on where Excel's rows run out; returns the number of rows.

    Numbers are numbers, known days are dates, web addresses are links. What is longer than a cell can hold stands whole
    in a sheet of its own. Raises RecordError when the workbook cannot be written.
    """
    # Constant memory writes each row to disk as it comes; nothing typed in an article becomes a formula or a link.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    try:
        with xlsxwriter.Workbook(file, options) as book, Overflow() as overflow:
            styles = _Styles(book)
            count = 0
            for name, rows in tables:
                sheets = _Sheets(book, styles, (name, COLUMNS[name]))
                for row in rows:
                    sheets.add(row, overflow)
                    count += 1
                sheets.end()
            if overflow.lines:
                sheets = _Sheets(book, styles, (LONG, LONG_COLUMNS))
                for row in overflow.rows():
                    sheets.add(row, overflow)
                sheets.end()
        return count
    except XlsxWriterException as error:
        raise RecordError(f"the workbook cannot be written: {error}") from error


class _Styles:
    """How cells look."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.head = book.add_format({"bold": True, "bg_color": "#E7EAEE", "bottom": 1, "valign": "vcenter"})
        self.link = book.get_default_url_format()
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.whole = book.add_format({"num_format": "#,##0"})
        self.broken = book.add_format({"num_format": "#,##0.00##"})
        self.year = book.add_format({"num_format": "0"})
        self.share = book.add_format({"num_format": "0%"})

    def number(self, held: Holds, value: float) -> Any:
        """The format of a number."""
        if held is Holds.SHARE:
            return self.share
        if held is Holds.YEAR:
            return self.year
        return self.whole if float(value).is_integer() else self.broken


class _Sheets:
    """One table, on as many sheets as its rows take."""

    def __init__(self, book: xlsxwriter.Workbook, styles: _Styles, table: tuple[str, tuple[str, ...]]) -> None:
        self._book = book
        self._styles = styles
        self._name, self._columns = table
        self._held = [(column, holds(column)) for column in self._columns]
        self._number = 0
        self._line = 0
        self._links = 0
        self._sheet = self._begin()

    def add(self, row: dict[str, Any], overflow: Overflow) -> None:
        """Write one row."""
        if self._line == ROWS - 1:
            self.end()
            self._sheet = self._begin()
        self._line += 1
        for n, (column, held) in enumerate(self._held):
            value = flat(row[column])
            if isinstance(value, str):
                place = (self._name, str(row[self._columns[0]]), column)
                value = overflow.fitting(writable(value), place)
            if value is not None and value != "":
                self._put(n, held, value)

    def end(self) -> None:
        """Let the sheet be filtered by every column."""
        self._sheet.autofilter(0, 0, self._line, len(self._columns) - 1)

    def _begin(self) -> Worksheet:
        self._number += 1
        self._line = self._links = 0
        sheet = self._book.add_worksheet(self._name if self._number == 1 else f"{self._name} {self._number}")
        sheet.freeze_panes(1, 0)
        for n, column in enumerate(self._columns):
            usual = 48 if column in _WIDE else _WIDTHS[holds(column)]
            sheet.set_column(n, n, max(usual, len(column) + _BUTTON))
            sheet.write_string(0, n, column, self._styles.head)
        return sheet

    def _put(self, n: int, held: Holds, value: str | int | float) -> None:
        if isinstance(value, int | float):
            self._sheet.write_number(self._line, n, value, self._styles.number(held, value))
        elif held is Holds.DATE and (day := _day(value)):
            self._sheet.write_datetime(self._line, n, day, self._styles.day)
        elif held is Holds.ADDRESS and self._links < LINKS and _linked(value):
            self._links += 1
            self._sheet.write_url(self._line, n, value, self._styles.link, value)
        else:
            self._sheet.write_string(self._line, n, value)


def _linked(value: str) -> bool:
    return len(value) <= _LONGEST and bool(web_address(value)) and not _UNLINKED.search(value)


def _day(value: str) -> date | None:
    """The day, where one is known that Excel's calendar has."""
    if not _DAY.fullmatch(value):
        return None
    day = date.fromisoformat(value)
    return day if day.year >= _FIRST_YEAR else None
