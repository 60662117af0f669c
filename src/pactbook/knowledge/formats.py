"""Kinds of files that are neither a page nor text, told by their first bytes."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from pactbook.errors import KnowledgeError
from pactbook.knowledge.reading import Entry, read

#: How many bytes of a file tell what it is.
HEAD = 4096


class Format(Entry, frozen=True):
    """One kind of file; ``common/formats.toml`` explains the fields."""

    name: str
    starts: list[str]
    at: int = 0
    holds: list[str] = msgspec.field(default_factory=list)


class _File(Entry, frozen=True):
    format: list[Format]


@cache
def _formats() -> tuple[tuple[Format, tuple[bytes, ...], tuple[bytes, ...]], ...]:
    place = "common/formats.toml"
    try:
        return tuple(
            (f, tuple(map(bytes.fromhex, f.starts)), tuple(w.encode() for w in f.holds))
            for f in read(place, _File).format
        )
    except ValueError as error:
        raise KnowledgeError(f"knowledge/{place}: {error}") from error


@cache
def _beginning() -> re.Pattern[bytes]:
    """What any of the formats begins with."""
    starts = (b".{%d}%s" % (kind.at, re.escape(start)) for kind, starts, _ in _formats() for start in starts)
    return re.compile(b"|".join(starts).replace(b".{0}", b""), re.S)


def format_of(data: bytes) -> str | None:
    """What the bytes are, in words ("a PDF document"), or None where they may be a page or text."""
    if not _beginning().match(data):
        return None  # as every page
    head = data[:HEAD]
    for kind, starts, holds in _formats():
        if head.startswith(starts, kind.at) and (not holds or any(word in head for word in holds)):
            return kind.name
    return None
