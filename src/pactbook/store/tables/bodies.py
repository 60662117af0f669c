"""The bodies that articles name, under which names, and where."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from pactbook.store.tables.base import article_column, metadata

bodies = Table(
    "bodies",
    metadata,
    article_column(),
    Column("body", String, nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("country", String),
    Column("rule", String, nullable=False),
    PrimaryKeyConstraint("article", "body"),
)

body_names = Table(
    "body_names",
    metadata,
    article_column(),
    Column("body", String, nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    PrimaryKeyConstraint("article", "body", "n"),
    # Holds all that looking up a name, or words within names, has to read.
    Index("body_names_folded", "folded", "body"),
)

mentions = Table(
    "mentions",
    metadata,
    article_column(),
    Column("body", String, nullable=False),
    Column("n", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("rule", String),
    PrimaryKeyConstraint("article", "body", "n"),
)
