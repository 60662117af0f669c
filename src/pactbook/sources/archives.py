"""Zip archives → sources, one by one: nothing is unpacked to disk, and no archive can fill the memory.

What an archive may hold is said here for the command line and the web alike. Sizes that an archive gives for itself
are checked before anything is read, and again while reading: they may be lies.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from pactbook.errors import NotAnArticle, SourceError, UnreadableSource
from pactbook.knowledge.formats import HEAD, format_of
from pactbook.model.source import Source
from pactbook.sources.files import LARGEST, address_of, source_of

#: So many files may be in one archive.
ENTRIES = 20_000
#: So many bytes may all of them be together, unpacked.
TOTAL = 2 * 1024**3
#: A file of more than a megabyte that was packed to less than this part of itself is no page and no text.
RATIO = 200
_SMALL = 1024**2
#: Bytes that the list of so many names may take.
_DIRECTORY = ENTRIES * 600

#: Ways of packing that need no more memory than they say.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED, _UTF8 = 0x1, 0x800
#: Files that tell that an archive is really a document or a program.
_DOCUMENTS = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml")
_ZIP = b"PK"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, struct.error)


def is_archive(path: Path) -> bool:
    """Whether the file is a zip archive of files, and no document that is packed like one."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    return head.startswith(_ZIP) and (format_of(head) or "").startswith("a zip archive")


def count_archive(path: Path) -> int:
    """How many sources ``read_archive`` will yield, if all goes well; nothing is unpacked."""
    try:
        with path.open("rb") as file, _opened(file, "") as archive:
            return sum(1 for _ in _entries(archive))
    except (SourceError, *_BROKEN):
        return 1


def read_archive(path: Path, address: str | None = None) -> Iterator[Source | SourceError]:
    """Every file of the archive, in its order, as ``ADDRESS/NAME``; what cannot be read as its error.

    Hidden files are left out, as in a folder. An archive inside the archive is not opened.
    """
    address = address or address_of(path)
    try:
        with path.open("rb") as file, _opened(file, address) as archive:
            yield from _sources(archive, address)
    except SourceError as error:
        yield error
    except _BROKEN as error:
        yield UnreadableSource(address, f"the zip archive is damaged ({str(error) or type(error).__name__})")


def _opened(file: BinaryIO, address: str) -> zipfile.ZipFile:
    """The archive, if its list of names is of a size to hold in memory."""
    if _directory_size(file) > _DIRECTORY:
        raise UnreadableSource(address, f"it holds more than {ENTRIES:,} files; add fewer at a time")
    archive = zipfile.ZipFile(file)
    entries = archive.infolist()
    if len(entries) > ENTRIES:
        raise UnreadableSource(
            address, f"it holds {len(entries):,} files; the limit is {ENTRIES:,}, add fewer at a time"
        )
    if any(entry.filename in _DOCUMENTS for entry in entries):
        raise NotAnArticle(address, "this is a document or a program packed as a zip archive, not pages or texts")
    if sum(entry.file_size for entry in entries) > TOTAL:
        raise UnreadableSource(address, f"unpacked it is larger than {TOTAL // 1024**3} GB; nothing of it was read")
    return archive


def _directory_size(file: BinaryIO) -> int:
    """What the end of the file says of its list of names, in bytes; where it says it twice, the larger number."""
    size = file.seek(0, 2)
    start = max(size - 65_557, 0)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < 22:
        raise zipfile.BadZipFile("its end is missing")
    found: int = struct.unpack_from("<L", tail, at + 12)[0]
    locator = at - 20
    if locator >= 0 and tail[locator : locator + 4] == b"PK\x06\x07":
        record = locator - 56
        if record < 0 or tail[record : record + 4] != b"PK\x06\x06":
            raise zipfile.BadZipFile("its end is not where it is said to be")
        found = max(found if found != 0xFFFFFFFF else 0, struct.unpack_from("<Q", tail, record + 40)[0])
    return found


def _entries(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """The files with their names, without folders and hidden ones."""
    for entry in archive.infolist():
        name = _name(entry)
        parts = PurePosixPath(name.replace("\\", "/")).parts
        hidden = any(part.startswith(".") and part.strip(".") for part in parts) or parts[:1] == ("__MACOSX",)
        if not entry.is_dir() and not hidden:
            yield entry, name


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of a file; older programs write it in the letters of their own country."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    for letters in ("utf-8", "cp949"):
        try:
            return raw.decode(letters)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _sources(archive: zipfile.ZipFile, address: str) -> Iterator[Source | SourceError]:
    left = TOTAL
    for entry, name in _entries(archive):
        place = f"{address}/{printable(name)}"
        try:
            _check(entry, name, place)
            # One byte more than may be, to see that there is more.
            with archive.open(entry) as packed:
                data = packed.read(LARGEST + 1)
        except SourceError as error:
            yield error
            continue
        except _BROKEN as error:
            yield UnreadableSource(place, f"it cannot be unpacked ({str(error) or type(error).__name__})")
            continue
        left -= len(data)
        if left < 0:
            yield UnreadableSource(address, f"unpacked it is larger than {TOTAL // 1024**3} GB; the rest was not read")
            return
        yield _source(place, name, data)


def _check(entry: zipfile.ZipInfo, name: str, place: str) -> None:
    """Raise SourceError for an entry that is not to be opened."""
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or parts[0].endswith(":"):
        raise UnreadableSource(place, "its name leads out of the archive; it was not opened")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnreadableSource(place, "this is a link, not a file")
    if entry.flag_bits & _LOCKED:
        raise UnreadableSource(place, "it is locked with a password")
    if entry.compress_type not in _METHODS:
        raise UnreadableSource(place, f"it is packed in a way that is not read (method {entry.compress_type})")
    if entry.file_size > _SMALL and entry.file_size > RATIO * max(entry.compress_size, 1):
        raise UnreadableSource(place, "it was packed too well to be a page or a text; it was not opened")
    if entry.file_size > LARGEST:
        raise UnreadableSource(place, f"it is larger than {LARGEST // 1024**2} MB, which is too large for one article")


def _source(place: str, name: str, data: bytes) -> Source | SourceError:
    if data.startswith(_ZIP) and (format_of(data) or "").startswith("a zip archive"):
        return NotAnArticle(place, "this is a zip archive inside another; unpack it and add it by itself")
    try:
        return source_of(place, name, data)
    except SourceError as error:
        return error


def printable(name: str) -> str:
    """A name that can be shown: what does not print, or turns the letters around it, is written as its number."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in name)
