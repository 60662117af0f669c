"""What a record remembers of a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from pactbook.store.file import RecordFile
from pactbook.store.tables.articles import sources


@dataclass(frozen=True, slots=True)
class Past:
    """A source that was read before; ``reason`` says why it gave no article, None where it gave one."""

    reason: str | None


def past(record: RecordFile, addresses: Sequence[str], version: str) -> dict[tuple[str, str], Past]:
    """(address, hash of the bytes) → what came of them, for those that this extractor version has read before."""
    source = sources.c
    rows = select(source.address, source.content, source.reason)
    with record.reading() as connection:
        found = connection.execute(rows.where(source.version == version, source.address.in_(addresses))).all()
    return {(row.address, row.content): Past(row.reason) for row in found}
