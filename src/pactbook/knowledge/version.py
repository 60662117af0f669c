"""Versions of parts of the program: the same code and the same knowledge have the same version, any change another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

#: The packages that an extraction depends on; the others only carry it about.
_READING = ("articles", "claims", "knowledge", "mentions", "model", "text")
#: The packages that what is worked out of a whole record depends on.
_ANSWERING = ("knowledge", "model", "record", "search", "store", "text")


@cache
def extractor_version() -> str:
    """Twelve hex digits. Stored claims carry them: after a change of a word list, ``add`` reads the articles anew."""
    package = files("pactbook")
    return version_of([package.joinpath(name) for name in _READING])


@cache
def answering_version() -> str:
    """Twelve hex digits. What is worked out of a whole record and kept carries them: another version makes it anew."""
    package = files("pactbook")
    return version_of([package.joinpath(name) for name in _ANSWERING])


def version_of(folders: list[Traversable]) -> str:
    """The version of the code and the TOML in ``folders``."""
    digest = hashlib.sha256()
    for folder in folders:
        for path, file in sorted(_files(folder, folder.name)):
            digest.update(path.encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:12]


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        place = f"{path}/{entry.name}"
        if entry.name.endswith((".py", ".toml")):
            yield place, entry
        elif "." not in entry.name and entry.is_dir():
            yield from _files(entry, place)
