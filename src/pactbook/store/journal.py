"""What was written to the record of late: whoever holds something of it in memory can follow without reading it all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import Connection, delete, insert, select, update

from pactbook.store.tables.journal import pulse, touched

Thing = Literal["agreements", "figures", "articles", "organisations"]

#: So many lines are kept; who fell further behind reads everything.
KEPT = 20_000


def changes(connection: Connection) -> int:
    """How often the record that ``connection`` sees was written to: what is held of it in memory goes with this."""
    return int(connection.execute(select(pulse.c.changes)).scalar_one())


def touch(connection: Connection, thing: Thing, names: Iterable[str]) -> None:
    """Note that these, given by their ids, were added, changed or deleted."""
    if some := set(names):
        now = changes(connection) + 1
        connection.execute(insert(touched), [{"change": now, "thing": thing, "name": name} for name in sorted(some)])


def touch_all(connection: Connection) -> None:
    """Note that anything may have changed."""
    connection.execute(delete(touched))
    connection.execute(update(pulse).values(since=pulse.c.changes + 1))


def touched_since(connection: Connection, change: int) -> dict[Thing, set[str]] | None:
    """The ids of what was touched after ``change``; None where it is too long ago to tell."""
    if change < int(connection.execute(select(pulse.c.since)).scalar_one()):
        return None
    found: dict[Thing, set[str]] = {"agreements": set(), "figures": set(), "articles": set(), "organisations": set()}
    for row in connection.execute(select(touched.c.thing, touched.c.name).where(touched.c.change > change)):
        found[row.thing].add(row.name)
    return found


def finish(connection: Connection) -> None:
    """Count the change that ends here, and forget the oldest lines of a long journal."""
    connection.execute(update(pulse).values(changes=pulse.c.changes + 1))
    newest = select(touched.c.change).order_by(touched.c.change.desc())
    oldest = connection.scalar(newest.offset(KEPT).limit(1))
    if oldest is not None:
        connection.execute(delete(touched).where(touched.c.change <= oldest))
        connection.execute(update(pulse).values(since=oldest))
