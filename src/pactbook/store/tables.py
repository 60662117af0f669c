"""The tables, in the words of the codebook. Nothing here is SQLite's alone.

``key`` columns are row numbers and never leave the store. What others see are ``id`` columns, made from content.
Dates are EDTF text; ``first`` and ``last`` beside them are their bounds as ISO days, for comparing. Columns with few
values have no index of their own: a planner that trusted it would read half the table.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

metadata = MetaData()


def _article(*, index: bool = False) -> Column[int]:
    return Column("article", ForeignKey("articles.key", ondelete="CASCADE"), nullable=False, index=index)


def _claim(name: str = "claim", table: str = "agreement_claims") -> Column[int]:
    return Column(name, ForeignKey(f"{table}.key", ondelete="CASCADE"), nullable=False)


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
    _article(index=True),
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

bodies = Table(
    "bodies",
    metadata,
    _article(),
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
    _article(),
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
    _article(),
    Column("body", String, nullable=False),
    Column("n", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("rule", String),
    PrimaryKeyConstraint("article", "body", "n"),
)

agreement_claims = Table(
    "agreement_claims",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    _article(index=True),
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
    _claim(),
    Column("n", Integer, nullable=False),
    Column("party", String, nullable=False, index=True),
    Column("country", String),
    PrimaryKeyConstraint("claim", "n"),
)

claim_sectors = Table(
    "claim_sectors",
    metadata,
    _claim(),
    Column("n", Integer, nullable=False),
    Column("sector", String, nullable=False),
    PrimaryKeyConstraint("claim", "n"),
)

claim_values = Table(
    "claim_values",
    metadata,
    _claim(),
    Column("n", Integer, nullable=False),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("currency", String, nullable=False),
    PrimaryKeyConstraint("claim", "n"),
)

# Figures as they stand: what the article says, or what an analyst decided. One that was rejected has no row here.
figure_claims = Table(
    "figure_claims",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    _article(index=True),
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


def _evidence(name: str, owner: str) -> Table:
    """The words behind each cell. ``cell`` is ``evidence`` for the sentences that state the claim as a whole."""
    return Table(
        name,
        metadata,
        _claim(table=owner),
        Column("n", Integer, nullable=False),
        Column("cell", String, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("text", Text, nullable=False),
        Column("rule", String),
        PrimaryKeyConstraint("claim", "n"),
    )


agreement_evidence = _evidence("agreement_evidence", "agreement_claims")
figure_evidence = _evidence("figure_evidence", "figure_claims")

# The bodies that the sentence of a figure names, in its order, by the ids that the article gives them.
figure_bodies = Table(
    "figure_bodies",
    metadata,
    _claim(table="figure_claims"),
    Column("n", Integer, nullable=False),
    Column("body", String, nullable=False, index=True),
    PrimaryKeyConstraint("claim", "n"),
)

# What the article says of figures that an analyst changed or rejected: ``whole`` is the claim as JSON.
figure_originals = Table(
    "figure_originals",
    metadata,
    Column("id", String, primary_key=True),
    _article(index=True),
    Column("n", Integer, nullable=False),
    Column("whole", Text, nullable=False),
)

dates = Table(
    "dates",
    metadata,
    _article(),
    Column("n", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("value", String),
    Column("rule", String, nullable=False),
    PrimaryKeyConstraint("article", "n"),
)

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

# Who takes part as the record has it: what any claim of the agreement says, or what an analyst decided.
agreement_parties = Table(
    "agreement_parties",
    metadata,
    Column("agreement", ForeignKey("agreements.id", ondelete="CASCADE"), nullable=False),
    Column("party", String, nullable=False, index=True),
    Column("country", String),
    PrimaryKeyConstraint("agreement", "party"),
)

agreement_sectors = Table(
    "agreement_sectors",
    metadata,
    Column("agreement", ForeignKey("agreements.id", ondelete="CASCADE"), nullable=False),
    Column("sector", String, nullable=False),
    PrimaryKeyConstraint("agreement", "sector"),
)

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
