"""Files and folders → sources, one by one, so that memory does not grow with their number."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from pactbook.errors import NotAnArticle, SourceError, UnreadableSource
from pactbook.knowledge.formats import HEAD, format_of
from pactbook.model.source import Source

#: No article is as long as this; larger files are not loaded.
LARGEST = 20 * 1024 * 1024
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp")
#: What SQLite keeps beside a record.
_BESIDE_RECORD = ("", "-wal", "-shm", "-journal")
_PARTS_SUFFIXES = ("_files", ".files", "-dateien", "_fichiers")


def address_of(path: Path) -> str:
    """The path as text that can be printed and stored, also where the file's name is not UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def iter_paths(paths: Iterable[str], record: Path | None = None) -> Iterator[Path | SourceError]:
    """Every file that ``paths`` name, or the reason why there is none.

    A path is a file, a folder (read with its folders, in the order of the names) or a pattern with ``*``, ``?``
    or ``**``. Hidden files, the parts that a browser saves beside a page, files that came before and the ``record``
    that a folder holds are left out without a word. Nothing is read but folders.
    """
    seen: set[tuple[int, int]] = set()
    own = {record.parent.resolve() / (record.name + end) for end in _BESIDE_RECORD} if record else set()
    for path in paths:
        for found in _named(path):
            yield from _files(found, seen, own) if isinstance(found, Path) else (found,)


def _named(path: str) -> Iterator[Path | SourceError]:
    if not path or "\x00" in path:
        yield UnreadableSource(path or "''", "this is no path")
    elif os.path.lexists(path):
        yield Path(path)
    elif glob.has_magic(path):
        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 (Path.glob refuses absolute patterns)
        yield from map(Path, found)
        if not found:
            yield UnreadableSource(address_of(Path(path)), "no file fits this pattern")
    else:
        yield UnreadableSource(address_of(Path(path)), "there is no such file or folder")


def _files(top: Path, seen: set[tuple[int, int]], own: set[Path]) -> Iterator[Path | SourceError]:
    """The file, or the files of the folder and its folders, that have not come before.

    A stack, not recursion: folders may be deep. A folder that is its own grandchild has come before.
    """
    stack: list[Iterator[Path | SourceError]] = [iter((top,))]
    while stack:
        entry = next(stack[-1], None)
        if entry is None:
            stack.pop()
            continue
        found = entry if isinstance(entry, SourceError) else _kind(entry, seen)
        if isinstance(found, SourceError):
            yield found
        elif isinstance(entry, Path) and found == "folder":
            stack.append(_entries(entry, own))
        elif found:
            yield entry


def _kind(path: Path, seen: set[tuple[int, int]]) -> SourceError | str:
    """``file``, ``folder``, or an empty string for what has come before."""
    try:
        found = path.stat()
    except OSError as error:
        return UnreadableSource(address_of(path), _why(path, error))
    key = (found.st_dev, found.st_ino)
    if key in seen:
        return ""
    seen.add(key)
    if stat.S_ISDIR(found.st_mode):
        return "folder"
    if stat.S_ISREG(found.st_mode):
        return "file"
    return UnreadableSource(address_of(path), "this is a device or a pipe, not a file")


def _entries(folder: Path, own: set[Path]) -> Iterator[Path | SourceError]:
    try:
        with os.scandir(folder) as found:
            names = sorted(entry.name for entry in found)
    except OSError as error:
        yield UnreadableSource(address_of(folder), _why(folder, error))
        return
    stems = {name[: name.rindex(".")] for name in names if name.lower().endswith(_PAGE_SUFFIXES)}
    kept = {path.name for path in own if path.parent == folder.resolve()}
    for name in names:
        if not name.startswith(".") and name not in kept and not _is_parts(name, stems):
            yield folder / name


def _is_parts(name: str, stems: set[str]) -> bool:
    """Whether this is the folder of pictures and scripts that a browser saves beside a page."""
    return any(name.endswith(suffix) and name[: -len(suffix)] in stems for suffix in _PARTS_SUFFIXES)


def read(path: Path, address: str | None = None) -> Source:
    """The source in a file, known as ``address`` (default: its path).

    Raises UnreadableSource or NotAnArticle, never loads a file that is too large.
    """
    address = address or address_of(path)
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            size = os.fstat(file.fileno()).st_size
            _check(address, head, size)
            data = head + file.read(LARGEST)
    except OSError as error:
        raise UnreadableSource(address, _why(path, error)) from error
    return source_of(address, address, data)


def source_of(address: str, name: str, data: bytes) -> Source:
    """The source that ``data`` are, of a file called ``name``. Raises UnreadableSource or NotAnArticle."""
    _check(address, data[:HEAD], len(data))
    return Source(address, data, _media_type(PurePath(name), data))


def _check(address: str, head: bytes, size: int) -> None:
    if not head:
        raise NotAnArticle(address, "the file is empty")
    if name := format_of(head):
        raise NotAnArticle(address, f"this is {name}, not a page or text")
    if size > LARGEST:
        raise UnreadableSource(address, _too_large(size))


def _too_large(size: int) -> str:
    return f"{size / 1024 / 1024:,.0f} MB is too large for one article; the limit is {LARGEST // 1024 // 1024} MB"


def _media_type(path: PurePath, data: bytes) -> str | None:
    """What the name says; where it says nothing, what the first bytes do."""
    suffix = path.suffix.lower()
    if suffix in _PAGE_SUFFIXES:
        return "text/html"
    if suffix in (".txt", ".text", ".md"):
        return "text/plain"
    return "text/html" if data[:HEAD].lstrip()[:1] == b"<" else None


def _why(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "you are not allowed to read this"
    if isinstance(error, FileNotFoundError):
        return "the link leads nowhere" if path.is_symlink() else "there is no such file or folder"
    if isinstance(error, IsADirectoryError):
        return "this is a folder"
    return f"it cannot be read ({error.strerror or error})"
