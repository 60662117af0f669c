"""What the tables share."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, PrimaryKeyConstraint, String, Table, Text

#: Knows every table; see ``whole``.
metadata = MetaData()


def article_column(*, index: bool = False) -> Column[int]:
    """The article that a row is of; the row goes with it."""
    return Column("article", ForeignKey("articles.key", ondelete="CASCADE"), nullable=False, index=index)


def claim_column(name: str = "claim", table: str = "agreement_claims") -> Column[int]:
    """The claim that a row is of; the row goes with it."""
    return Column(name, ForeignKey(f"{table}.key", ondelete="CASCADE"), nullable=False)


def evidence_table(name: str, owner: str) -> Table:
    """The words behind each cell. ``cell`` is ``evidence`` for the sentences that state the claim as a whole."""
    return Table(
        name,
        metadata,
        claim_column(table=owner),
        Column("n", Integer, nullable=False),
        Column("cell", String, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("text", Text, nullable=False),
        Column("rule", String),
        PrimaryKeyConstraint("claim", "n"),
    )
