"""Files that a form brings: written to a folder as they come, under numbers. Their own names are only ever words."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from fastapi import Request
from python_multipart import MultipartParser
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import parse_options_header
from starlette.exceptions import HTTPException

from pactbook.sources.archives import printable
from pactbook.web.guard.forms import FIELD, check_form

#: Files at once, and bytes of a field that is no file. guard.size says how many bytes all may be together.
FILES = 5000
_FIELD_BYTES = 10_000
_LONGEST = 200
_BROKEN = "The files did not come whole. Nothing was added; send them once more."


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent: what the sender calls it, and where it lies."""

    name: str
    path: Path


@dataclass(slots=True)
class _Part:
    headers: dict[bytes, bytes] = field(default_factory=dict)
    name: str = ""
    file: BinaryIO | None = None
    value: bytes = b""


class _Taking:
    """What the parser calls while the form comes in."""

    def __init__(self, request: Request, folder: Path) -> None:
        self.files: list[Upload] = []
        self.whole = False
        self._request = request
        self._folder = folder
        self._fields: dict[str, str] = {}
        self._part = _Part()
        self._header = b""
        self._value = b""
        self._trusted = False

    def callbacks(self) -> dict[str, object]:
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._header_name,
            "on_header_value": self._header_value,
            "on_header_end": self._header_end,
            "on_headers_finished": self._headers,
            "on_part_data": self._data,
            "on_part_end": self._end,
            "on_end": self._last,
        }

    def close(self) -> None:
        """Let go of a file that was broken off."""
        if self._part.file:
            self._part.file.close()

    def check(self) -> None:
        """Raise 403 unless it is one of our own forms; nothing is written to disk before."""
        if not self._trusted:
            check_form(self._request, self._fields.get(FIELD, ""))
            self._trusted = True

    def _last(self) -> None:
        self.whole = True

    def _begin(self) -> None:
        self._part = _Part()
        self._header = self._value = b""

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        self._part.headers[self._header.lower()] = self._value
        self._header = self._value = b""

    def _headers(self) -> None:
        _, options = parse_options_header(self._part.headers.get(b"content-disposition", b""))
        self._part.name = options.get(b"name", b"").decode("utf-8", "replace")
        if b"filename" not in options:
            return
        self.check()
        name = options[b"filename"].decode("utf-8", "replace")
        if not name:
            return  # What a browser sends for a field of files that was left empty.
        if len(self.files) == FILES:
            words = f"More than {FILES:,} files at once. Pack them into a zip archive, or add them in parts."
            raise HTTPException(413, words)
        path = self._folder / f"{len(self.files):06}"
        self.files.append(Upload(clean(name), path))
        self._part.file = path.open("wb")

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._part.file:
            self._part.file.write(data[start:end])
        elif b"filename" not in self._part.headers.get(b"content-disposition", b""):
            self._part.value += data[start:end]
            if len(self._part.value) > _FIELD_BYTES:
                raise HTTPException(413, "A field of the form is too long.")

    def _end(self) -> None:
        if self._part.file:
            self._part.file.close()
            self._part.file = None
        else:
            self._fields[self._part.name] = self._part.value.decode("utf-8", "replace")


async def receive(request: Request, folder: Path) -> list[Upload]:
    """Write the files of the form to ``folder``.

    Raises 403 for a form that is not ours (before anything is written) and where the record is only read, 413 for too
    many files, 400 for what is no form with files.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind != b"multipart/form-data" or b"boundary" not in options:
        raise HTTPException(400, "This is no form with files.")
    taking = _Taking(request, folder)
    try:
        parser = MultipartParser(options[b"boundary"], taking.callbacks())  # type: ignore[arg-type]
        async for chunk in request.stream():
            parser.write(chunk)
        parser.finalize()
    except MultipartParseError as error:
        raise HTTPException(400, _BROKEN) from error
    finally:
        taking.close()
    taking.check()
    if not taking.whole:
        raise HTTPException(400, _BROKEN)
    return taking.files


def clean(name: str) -> str:
    """What a file is called, as words: a path without the steps that lead up or to another drive.

    >>> clean("..\\\\..\\\\news/2014/tin.html")
    'news/2014/tin.html'
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part.strip(". ") and not part.endswith(":")]
    return printable("/".join(parts))[-_LONGEST:] or "a file without a name"
