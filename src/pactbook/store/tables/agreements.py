"""What the claims of all articles add up to."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from pactbook.store.tables.base import metadata

# Where the claims of a sort are filed, so that a new one is compared with few.
blocks = Table(
    "blocks",
    metadata,
    Column("block", String, nullable=False),
    Column("sort", String, nullable=False),
    PrimaryKeyConstraint("block", "sort"),
    Index("blocks_sort", "sort"),
    sqlite_with_rowid=False,
)

# The bonds that a sort keeps: others that speak of the same agreement. Why is worked out anew when it is asked for.
bonds = Table(
    "bonds",
    metadata,
    Column("sort", String, nullable=False),
    Column("other", String, nullable=False),
    Column("score", Integer, nullable=False),
    PrimaryKeyConstraint("sort", "other"),
    Index("bonds_other", "other"),
    sqlite_with_rowid=False,
)

# One row per agreement: what its claims add up to, as far as a search asks for it. The rest is made when read.
agreements = Table(
    "agreements",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("date", String),
    Column("first", String, index=True),
    Column("last", String),
    Column("subject", Text, nullable=False),
    Column("place", Text),
    Column("claims", Integer, nullable=False),
    # How many fields there are for which as many sources say one thing as another.
    Column("conflicts", Integer, nullable=False, server_default="0"),
    # 1 where an analyst accepted it or changed it.
    Column("decided", Integer, nullable=False, server_default="0"),
)

# Who takes part: what any claim of the agreement says, or what an analyst decided. ``n`` is the place among the parties
# that the record shows; none for one that it does not show, as few sources name it or it is another's name.
agreement_parties = Table(
    "agreement_parties",
    metadata,
    Column("agreement", ForeignKey("agreements.id", ondelete="CASCADE"), nullable=False),
    Column("party", String, nullable=False, index=True),
    Column("country", String),
    Column("n", Integer),
    PrimaryKeyConstraint("agreement", "party"),
)

agreement_sectors = Table(
    "agreement_sectors",
    metadata,
    Column("agreement", ForeignKey("agreements.id", ondelete="CASCADE"), nullable=False),
    Column("sector", String, nullable=False),
    PrimaryKeyConstraint("agreement", "sector"),
)
