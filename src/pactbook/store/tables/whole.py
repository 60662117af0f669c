"""All tables of a record at once, to make a new one."""

from __future__ import annotations

from sqlalchemy import Connection, Table

from pactbook.store.tables import agreements, articles, bodies, claims, decisions, desk, figures, journal
from pactbook.store.tables.base import metadata

_MODULES = (articles, bodies, claims, figures, agreements, decisions, desk, journal)


def create_tables(connection: Connection) -> None:
    """Make every table, empty."""
    metadata.create_all(connection, [t for module in _MODULES for t in vars(module).values() if isinstance(t, Table)])
