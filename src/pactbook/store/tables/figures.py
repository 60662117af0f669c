"""Sums of money that articles give."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from pactbook.store.tables.base import article_column, claim_column, evidence_table, metadata

# Figures as they stand: what the article says, or what an analyst decided. One that was rejected has no row here.
figure_claims = Table(
    "figure_claims",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    article_column(index=True),
    Column("n", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("currency", String, nullable=False),
    Column("qualifier", String, nullable=False),
    Column("measure", String, nullable=False),
    Column("status", String, nullable=False),
    Column("period", String),
    Column("first", String, index=True),
    Column("last", String),
    # The codebook's "from" and "to", which SQL wants for itself.
    Column("source", String),
    Column("target", String),
    Column("confidence", Float),
    # 1 where an analyst accepted it or changed it.
    Column("decided", Integer, nullable=False, server_default="0"),
    Index("figure_claims_unsure", "confidence", "id"),
)

figure_evidence = evidence_table("figure_evidence", "figure_claims")

# The bodies that the sentence of a figure names, in its order, by the ids that the article gives them.
figure_bodies = Table(
    "figure_bodies",
    metadata,
    claim_column(table="figure_claims"),
    Column("n", Integer, nullable=False),
    Column("body", String, nullable=False, index=True),
    PrimaryKeyConstraint("claim", "n"),
)

# What the article says of figures that an analyst changed or rejected: ``whole`` is the claim as JSON.
figure_originals = Table(
    "figure_originals",
    metadata,
    Column("id", String, primary_key=True),
    article_column(index=True),
    Column("n", Integer, nullable=False),
    Column("whole", Text, nullable=False),
)
