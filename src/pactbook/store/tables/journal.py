"""What was written to the record of late, and what was worked out of all of it."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from pactbook.store.tables.base import metadata

# How often the record was written to: what others hold of it in memory goes with one state of it. One row.
# ``touched`` has every change after ``since``.
pulse = Table(
    "pulse",
    metadata,
    Column("changes", Integer, primary_key=True, autoincrement=False),
    Column("since", Integer, nullable=False, server_default="0"),
)

# What the latest changes were about: agreements, figures, articles and organisations by their ids.
touched = Table(
    "touched",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("change", Integer, nullable=False, index=True),
    Column("thing", String, nullable=False),
    Column("name", String, nullable=False),
)

# What was worked out of the whole record, each under a name with the number of changes that it is true of.
kept = Table(
    "kept",
    metadata,
    Column("name", String, primary_key=True),
    # Of the program that made it.
    Column("version", String, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("whole", LargeBinary, nullable=False),
)
