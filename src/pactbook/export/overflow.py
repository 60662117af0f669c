"""What is longer than a cell of Excel can hold: whole, in a sheet of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import Any

import msgspec

from pactbook.export.letters import pieces

#: So many UTF-16 units go into a cell.
CHARACTERS = 32_767
#: What of a cell is left for the words that say where the rest is.
_ROOM = 100

NAME = "long text"
COLUMNS = ("table", "row", "column", "part", "text")


class Overflow:
    """Keeps long texts on disk until the sheets that they belong to are written; a context manager."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        #: How many rows the sheet has.
        self.lines = 0

    def fitting(self, text: str, place: tuple[str, str, str]) -> str:
        """``text`` where a cell can hold it, else its beginning; ``place`` is table, row and column."""
        if len(text) * 2 <= CHARACTERS or len(text.encode("utf-16-le")) // 2 <= CHARACTERS:
            return text
        table, row, column = place
        first = self.lines
        for part, piece in enumerate(pieces(text, CHARACTERS), 1):
            self.lines += 1
            whole = {"table": table, "row": row, "column": column, "part": str(part), "text": piece}
            self._file.write(msgspec.json.encode(whole) + b"\n")
        start = next(pieces(text, CHARACTERS - _ROOM))
        return f"{start} … (too long for a cell: whole in the sheet “{NAME}”, from line {first + 2:,})"

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows of the sheet. A text takes as many as it needs."""
        self._file.seek(0)
        for line in self._file:
            yield msgspec.json.decode(line)

    def __enter__(self) -> Overflow:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
