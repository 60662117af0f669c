"""What articles say of agreements, and the dates that they give."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from pactbook.store.tables.base import article_column, claim_column, evidence_table, metadata

agreement_claims = Table(
    "agreement_claims",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    article_column(index=True),
    Column("n", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("date", String),
    Column("subject", Text, nullable=False),
    Column("place", Text),
    Column("rivals", Integer, nullable=False),
    # The chance that kind, parties, status and date are all right, 0 to 1.
    Column("confidence", Float),
    # The record that the claim belongs to; its id is the smallest id of its claims.
    Column("record", String, index=True),
    # A hash of all that comparing looks at: claims of one sort are compared as one.
    Column("sort", String, index=True),
    # The review asks for the least sure ones, in this order.
    Index("agreement_claims_unsure", "confidence", "id"),
)

claim_parties = Table(
    "claim_parties",
    metadata,
    claim_column(),
    Column("n", Integer, nullable=False),
    Column("party", String, nullable=False, index=True),
    Column("country", String),
    PrimaryKeyConstraint("claim", "n"),
)

claim_sectors = Table(
    "claim_sectors",
    metadata,
    claim_column(),
    Column("n", Integer, nullable=False),
    Column("sector", String, nullable=False),
    PrimaryKeyConstraint("claim", "n"),
)

claim_values = Table(
    "claim_values",
    metadata,
    claim_column(),
    Column("n", Integer, nullable=False),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("currency", String, nullable=False),
    PrimaryKeyConstraint("claim", "n"),
)

agreement_evidence = evidence_table("agreement_evidence", "agreement_claims")

dates = Table(
    "dates",
    metadata,
    article_column(),
    Column("n", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("value", String),
    Column("rule", String, nullable=False),
    PrimaryKeyConstraint("article", "n"),
)
