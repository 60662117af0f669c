"""The full-text index: the only place that knows FTS5. Rows carry the keys of their claims and articles."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from pactbook.text.grams import index_text

_TOKENIZE = 'tokenize = "unicode61 remove_diacritics 0"'

# Articles keep no second copy of their text: what is indexed is made anew from it when a row must go.
_CREATE = (
    f"CREATE VIRTUAL TABLE found_articles USING fts5(title, text, content = '', {_TOKENIZE})",
    f"CREATE VIRTUAL TABLE found_agreements USING fts5(subject, evidence, parties, {_TOKENIZE})",
    f"CREATE VIRTUAL TABLE found_figures USING fts5(sentence, {_TOKENIZE})",
)


def create(connection: Connection) -> None:
    """Make the empty index."""
    for statement in _CREATE:
        connection.exec_driver_sql(statement)


def add_article(connection: Connection, key: int, title: str | None, text: str) -> None:
    """Index the words of an article."""
    connection.exec_driver_sql(
        "INSERT INTO found_articles(rowid, title, text) VALUES (?, ?, ?)",
        (key, index_text(title or ""), index_text(text)),
    )


def drop_article(connection: Connection, key: int, title: str | None, text: str) -> None:
    """Take an article out of the index; ``title`` and ``text`` as they were put in."""
    connection.exec_driver_sql(
        "INSERT INTO found_articles(found_articles, rowid, title, text) VALUES ('delete', ?, ?, ?)",
        (key, index_text(title or ""), index_text(text)),
    )


def add_agreement(connection: Connection, key: int, subject: str, evidence: str, parties: str) -> None:
    """Index a claim of an agreement: its subject, the sentences that say so, the names of its parties."""
    connection.exec_driver_sql(
        "INSERT INTO found_agreements(rowid, subject, evidence, parties) VALUES (?, ?, ?, ?)",
        (key, index_text(subject), index_text(evidence), index_text(parties)),
    )


def add_figure(connection: Connection, key: int, sentence: str) -> None:
    """Index the sentence of a figure."""
    connection.exec_driver_sql("INSERT INTO found_figures(rowid, sentence) VALUES (?, ?)", (key, index_text(sentence)))


def drop_claims(connection: Connection, agreements: Iterable[int], figures: Iterable[int]) -> None:
    """Take claims out of the index."""
    for table, keys in (("found_agreements", agreements), ("found_figures", figures)):
        for key in keys:
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", (key,))
