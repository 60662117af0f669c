"""What was worked out of the whole record, kept so that who opens it next need not work it out again.

It says of which state of the record it was true, and by which version of the program it was made. It may be thrown away
at any time.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from pactbook.store.tables.journal import kept


class Kept(NamedTuple):
    """``whole`` was true when the record had seen so many ``changes``."""

    changes: int
    whole: bytes


def read_kept(connection: Connection, name: str, version: str) -> Kept | None:
    """What is kept under a name, if this version of the program made it."""
    asked = select(kept.c.changes, kept.c.whole).where(kept.c.name == name, kept.c.version == version)
    row = connection.execute(asked).first()
    return Kept(row.changes, row.whole) if row else None


def kept_at(connection: Connection, name: str, version: str) -> int | None:
    """The number of changes that what is kept under a name goes with; None where this version has kept nothing."""
    asked = select(kept.c.changes).where(kept.c.name == name, kept.c.version == version)
    found: int | None = connection.scalar(asked)
    return found


def keep(connection: Connection, name: str, version: str, what: Kept) -> None:
    """Keep it under a name, in the place of what was kept before."""
    connection.execute(delete(kept).where(kept.c.name == name))
    connection.execute(insert(kept).values(name=name, version=version, changes=what.changes, whole=what.whole))
