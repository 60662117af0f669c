"""What analysts decided, and what of the record it is about."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint, String, Table, Text

from pactbook.store.tables.base import metadata

# What analysts decided, as a log: rows are added, never changed. ``whole`` is the decision as JSON.
decisions = Table(
    "decisions",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("when", String, nullable=False),
    Column("action", String, nullable=False),
    Column("undoes", String, index=True),
    Column("whole", Text, nullable=False),
)

# What decisions are about, and the claim or figure that it was found to be in the record as it stands; NULL where there
# is none.
anchors = Table(
    "anchors",
    metadata,
    Column("decision", ForeignKey("decisions.key", ondelete="CASCADE"), nullable=False),
    Column("side", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("article", String, nullable=False, index=True),
    Column("claim", ForeignKey("agreement_claims.key", ondelete="SET NULL"), index=True),
    # The id of the figure, which has no row while it is rejected.
    Column("figure", String, index=True),
    PrimaryKeyConstraint("decision", "side", "n"),
)
