"""The full-text index: the only place that knows FTS5. Rows carry the keys of their claims and articles.

Beside the words stand marks for bodies and states, so that a body is found by any of its names in any language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from sqlalchemy import Connection

from pactbook.text.grams import Gram, index_text

_TOKENIZE = 'tokenize = "unicode61 remove_diacritics 0"'

# Articles keep no second copy of their text: to drop a row, what was put in has to be said again.
_CREATE = (
    f"CREATE VIRTUAL TABLE found_articles USING fts5(title, text, bodies, content = '', {_TOKENIZE})",
    f"CREATE VIRTUAL TABLE found_agreements USING fts5(subject, evidence, parties, {_TOKENIZE})",
    f"CREATE VIRTUAL TABLE found_figures USING fts5(sentence, bodies, {_TOKENIZE})",
)

#: How much a word weighs by the column that it is found in, for bm25.
WEIGHTS = {
    "found_articles": (5.0, 1.0, 2.0),
    "found_agreements": (4.0, 1.0, 2.0),
    "found_figures": (1.0, 2.0),
}


#: What a title is of each table.
_TITLES = {"found_articles": "title", "found_agreements": "subject", "found_figures": "sentence"}


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be found: all ``words`` (the tokens of each side by side), or any of ``bodies``.

    ``prefix``: the last token of the last word may go on. ``title``: only in what WEIGHTS names first.
    """

    words: tuple[tuple[Gram, ...], ...]
    bodies: frozenset[str] = frozenset()
    prefix: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """What must all be found, in one row."""

    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Of which any must be found."""

    asked: tuple[Asked, ...]


Asked = Term | Every | Some


def expression(asked: Asked, table: str) -> str:
    """What is asked for in FTS5's language. Every token is quoted: nothing that is typed can be read as syntax."""
    if isinstance(asked, Term):
        return _term(asked, table)
    by = " AND " if isinstance(asked, Every) else " OR "
    return by.join(expression(one, table) for one in asked.asked).join("()")


def _term(term: Term, table: str) -> str:
    words = " AND ".join(
        _phrase(word, go_on=term.prefix and n == len(term.words) - 1) for n, word in enumerate(term.words)
    )
    if term.title:
        words = f"{{{_TITLES[table]}}} : ({words})"
    return " OR ".join([f"({words})", *(f'"{_mark(b)}"' for b in sorted(term.bodies))]).join("()")


def _phrase(word: tuple[Gram, ...], *, go_on: bool) -> str:
    tokens = " ".join(g.text for g in word)
    return f'"{tokens}"*' if go_on or word[-1].lone else f'"{tokens}"'


def _mark(body: str) -> str:
    """A token that stands for a body and that no text holds."""
    return "b" + blake2b(body.encode(), digest_size=9).hexdigest()


def _marks(bodies: Iterable[str]) -> str:
    return " ".join(_mark(b) for b in sorted(set(bodies)))


def create(connection: Connection) -> None:
    """Make the empty index."""
    for statement in _CREATE:
        connection.exec_driver_sql(statement)


@dataclass(frozen=True, slots=True)
class Page:
    """What is indexed of an article."""

    key: int
    title: str | None
    text: str
    bodies: frozenset[str]

    def _row(self) -> tuple[int, str, str, str]:
        return self.key, index_text(self.title or ""), index_text(self.text), _marks(self.bodies)


def add_article(connection: Connection, page: Page) -> None:
    """Index an article."""
    connection.exec_driver_sql(
        "INSERT INTO found_articles(rowid, title, text, bodies) VALUES (?, ?, ?, ?)", page._row()
    )


def drop_article(connection: Connection, page: Page) -> None:
    """Take an article out of the index; ``page`` as it was put in."""
    connection.exec_driver_sql(
        "INSERT INTO found_articles(found_articles, rowid, title, text, bodies) VALUES ('delete', ?, ?, ?, ?)",
        page._row(),
    )


def add_agreement(connection: Connection, key: int, subject: str, evidence: str, parties: Mapping[str, str]) -> None:
    """Index a claim of an agreement: its subject, the sentences that say so, its parties by id with their names."""
    connection.exec_driver_sql(
        "INSERT INTO found_agreements(rowid, subject, evidence, parties) VALUES (?, ?, ?, ?)",
        (key, index_text(subject), index_text(evidence), _called(parties)),
    )


def rename_agreement(connection: Connection, key: int, subject: str, parties: Mapping[str, str]) -> None:
    """Index a claim's agreement under another subject and other parties: what an analyst decided is found too."""
    connection.exec_driver_sql(
        "UPDATE found_agreements SET subject = ?, parties = ? WHERE rowid = ?",
        (index_text(subject), _called(parties), key),
    )


def _called(parties: Mapping[str, str]) -> str:
    return f"{index_text(' '.join(parties.values()))} {_marks(parties)}"


def add_figure(connection: Connection, key: int, sentence: str, bodies: Iterable[str]) -> None:
    """Index the sentence of a figure and the bodies and states that it concerns."""
    connection.exec_driver_sql(
        "INSERT INTO found_figures(rowid, sentence, bodies) VALUES (?, ?, ?)",
        (key, index_text(sentence), _marks(bodies)),
    )


def drop_claims(connection: Connection, agreements: Iterable[int], figures: Iterable[int]) -> None:
    """Take claims out of the index."""
    for table, keys in (("found_agreements", agreements), ("found_figures", figures)):
        for key in keys:
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", (key,))


def matching(connection: Connection, table: str, match: str) -> list[int]:
    """The keys of the rows of ``table`` that fit an ``expression``."""
    rows = connection.exec_driver_sql(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (match,)).fetchall()
    return [row[0] for row in rows]


def scored(connection: Connection, table: str, match: str) -> list[tuple[int, float]]:
    """The keys of the rows of ``table`` that fit an ``expression``, each with its score: the higher, the better."""
    weights = ", ".join(map(str, WEIGHTS[table]))
    asked = f"SELECT rowid, -bm25({table}, {weights}) FROM {table} WHERE {table} MATCH ?"
    return [(row[0], row[1]) for row in connection.exec_driver_sql(asked, (match,))]


def scored_among(connection: Connection, table: str, match: str, keys: Iterable[int]) -> dict[int, float]:
    """Of the rows of ``keys`` those that fit an ``expression``, each with its score: the higher, the better."""
    weights = ", ".join(map(str, WEIGHTS[table]))
    asked = f"SELECT -bm25({table}, {weights}) FROM {table} WHERE {table} MATCH ? AND rowid = ?"
    found = ((key, connection.exec_driver_sql(asked, (match, key)).fetchone()) for key in keys)
    return {key: row[0] for key, row in found if row is not None}
