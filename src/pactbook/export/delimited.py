"""CSV that Excel opens rightly, and JSON lines."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import TextIOWrapper
from typing import Any, BinaryIO

import msgspec

#: A cell that starts with one of these could run as a formula in a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(file: BinaryIO, columns: tuple[str, ...], rows: Iterable[dict[str, Any]]) -> int:
    """UTF-8 with a byte order mark, so that Excel sees Vietnamese and Korean; returns the number of rows.

    Words that start like a formula get an apostrophe in front. Lists are joined with semicolons.
    """
    count = 0
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    try:
        writer = csv.writer(text)
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_safe(flat(row[c])) for c in columns])
            count += 1
    finally:
        # The stream is the caller's: it stays open.
        text.detach()
    return count


def flat(cell: Any) -> str | int | float | None:
    """A cell without lists. Whole numbers lose their ``.0``."""
    if isinstance(cell, list):
        return "; ".join(cell)
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell  # type: ignore[no-any-return]


def _safe(cell: str | int | float | None) -> str | int | float | None:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def write_jsonl(file: BinaryIO, rows: Iterable[dict[str, Any]]) -> int:
    """One JSON object a line; returns the number of lines."""
    count = 0
    for row in rows:
        file.write(msgspec.json.encode(row) + b"\n")
        count += 1
    return count
