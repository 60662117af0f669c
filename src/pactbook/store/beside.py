"""What people keep beside the record: doubts that they put off, and searches under a name."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from pactbook.model.search import Search
from pactbook.store.tables.desk import aside, searches


def put_aside(connection: Connection, who: str, doubt: str, when: str) -> None:
    """Note that ``who`` puts the doubt off; of one that was put off before, when it was this time."""
    take_up(connection, doubt, who)
    connection.execute(insert(aside).values(who=who, doubt=doubt, when=when))


def take_up(connection: Connection, doubt: str, who: str | None = None) -> None:
    """The doubt is no longer put off: by ``who``, or by anybody."""
    mine = (aside.c.doubt == doubt,) if who is None else (aside.c.doubt == doubt, aside.c.who == who)
    connection.execute(delete(aside).where(*mine))


def read_aside(connection: Connection, who: str) -> list[str]:
    """What ``who`` has put off, the longest ago first."""
    return list(connection.scalars(select(aside.c.doubt).where(aside.c.who == who).order_by(aside.c.when)))


def save_search(connection: Connection, search: Search) -> None:
    """Keep a search; one with the same address gets the new name."""
    delete_search(connection, search.address)
    connection.execute(
        insert(searches).values(address=search.address, name=search.name, who=search.who, when=search.when)
    )


def delete_search(connection: Connection, address: str) -> bool:
    """Keep it no longer; False where it was not kept."""
    return bool(connection.execute(delete(searches).where(searches.c.address == address)).rowcount)


def read_searches(connection: Connection) -> list[Search]:
    """All that are kept, the latest first."""
    asked = select(searches).order_by(searches.c.when.desc(), searches.c.address)
    return [Search(row.name, row.address, row.who, row.when) for row in connection.execute(asked)]
