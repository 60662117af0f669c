"""What people keep beside the record."""

from __future__ import annotations

from sqlalchemy import Column, PrimaryKeyConstraint, String, Table, Text

from pactbook.store.tables.base import metadata

# Searches that people keep under a name, for everybody who uses the record. They begin with "/search".
searches = Table(
    "searches",
    metadata,
    Column("address", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("who", String, nullable=False),
    Column("when", String, nullable=False),
)

# Doubts that an analyst has put off, each by what it is about.
aside = Table(
    "aside",
    metadata,
    Column("who", String, nullable=False),
    Column("doubt", Text, nullable=False),
    Column("when", String, nullable=False),
    PrimaryKeyConstraint("who", "doubt"),
    sqlite_with_rowid=False,
)
