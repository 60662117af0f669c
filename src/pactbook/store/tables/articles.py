"""Articles, what they were read from, and which of them nearly repeat others."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, PrimaryKeyConstraint, String, Table, Text

from pactbook.store.tables.base import article_column, metadata

articles = Table(
    "articles",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("published", String),
    Column("first", String, index=True),
    Column("last", String),
    Column("text", Text, nullable=False),
    # JSON: [[start, end, paragraph, role], ...]. Never asked for but with the whole text.
    Column("sentences", Text, nullable=False),
    Column("version", String, nullable=False),
    # The id of the article that this one nearly repeats.
    Column("copy_of", String),
)

# What was read, and what came of it: known sources are not read again.
sources = Table(
    "sources",
    metadata,
    Column("address", Text, primary_key=True),
    Column("content", String, nullable=False, index=True),
    Column("version", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("reason", Text),
    Column("article", ForeignKey("articles.key", ondelete="CASCADE"), index=True),
)

shingles = Table(
    "shingles",
    metadata,
    Column("hash", BigInteger, nullable=False),
    article_column(index=True),
    PrimaryKeyConstraint("hash", "article"),
    sqlite_with_rowid=False,
)

# Two articles of which one nearly repeats the other, each pair once.
copies = Table(
    "copies",
    metadata,
    Column("left", ForeignKey("articles.key", ondelete="CASCADE"), nullable=False),
    Column("right", ForeignKey("articles.key", ondelete="CASCADE"), nullable=False, index=True),
    PrimaryKeyConstraint("left", "right"),
)
