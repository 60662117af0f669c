"""What a record remembers of a source."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from pactbook.store.file import RecordFile
from pactbook.store.tables import sources


@dataclass(frozen=True, slots=True)
class Past:
    """A source that was read before; ``reason`` says why it gave no article, None where it gave one."""

    reason: str | None


def past(record: RecordFile, address: str, content: str, version: str) -> Past | None:
    """What came of the same bytes at the same address by the same extractor version; None if they are new."""
    row = select(sources.c.reason).where(
        sources.c.address == address, sources.c.content == content, sources.c.version == version
    )
    with record.reading() as connection:
        found = connection.execute(row).first()
    return Past(found.reason) if found else None
