"""The full-text index: the only place that knows FTS5. Rows carry the keys of their claims and articles.

Beside the words stand marks for bodies and states, so that a body is found by any of its names in any language; and the
words that have marks of their own as they were written ("đồng"), so that those who write them find them first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import msgspec
from sqlalchemy import Connection

from pactbook.text.grams import Gram, index_text, index_words

_numbers = msgspec.json.Decoder(list[int])

_TOKENIZE = 'tokenize = "unicode61 remove_diacritics 0"'

# Articles keep no second copy of their text: to drop a row, what was put in has to be said again.
_CREATE = (
    f"CREATE VIRTUAL TABLE found_articles USING fts5(title, text, bodies, exact, content = '', {_TOKENIZE})",
    f"CREATE VIRTUAL TABLE found_agreements USING fts5(subject, evidence, parties, exact, {_TOKENIZE})",
    f"CREATE VIRTUAL TABLE found_figures USING fts5(sentence, bodies, exact, {_TOKENIZE})",
    # Every word as it is written, in small letters, and how many articles have it: for suggestions.
    "CREATE TABLE vocabulary (word TEXT NOT NULL PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID",
)

#: How much a word weighs by the column that it is found in, for bm25.
WEIGHTS = {
    "found_articles": (5.0, 1.0, 2.0, 0.0),
    "found_agreements": (4.0, 1.0, 2.0, 0.0),
    "found_figures": (1.0, 2.0, 0.0),
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
    """Make the empty index, in the place of any that there is."""
    for table in (*WEIGHTS, "vocabulary"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
    for statement in _CREATE:
        connection.exec_driver_sql(statement)


@dataclass(frozen=True, slots=True)
class Page:
    """What is indexed of an article."""

    key: int
    title: str | None
    text: str
    bodies: frozenset[str]

    def rows(self) -> tuple[tuple[int, str, str, str, str], list[tuple[str]]]:
        """The row of the index, and those of the vocabulary."""
        title, text = index_words(self.title or ""), index_words(self.text)
        row = self.key, title.tokens, text.tokens, _marks(self.bodies), f"{title.exact} {text.exact}"
        return row, [(word,) for word in title.words | text.words]


def add_article(connection: Connection, page: Page) -> None:
    """Index an article."""
    row, words = page.rows()
    connection.exec_driver_sql(
        "INSERT INTO found_articles(rowid, title, text, bodies, exact) VALUES (?, ?, ?, ?, ?)", row
    )
    if words:
        counted = "INSERT INTO vocabulary VALUES (?, 1) ON CONFLICT (word) DO UPDATE SET articles = articles + 1"
        connection.exec_driver_sql(counted, words)


def drop_article(connection: Connection, page: Page) -> None:
    """Take an article out of the index; ``page`` as it was put in."""
    row, words = page.rows()
    connection.exec_driver_sql(
        "INSERT INTO found_articles(found_articles, rowid, title, text, bodies, exact)"
        " VALUES ('delete', ?, ?, ?, ?, ?)",
        row,
    )
    if words:
        connection.exec_driver_sql("UPDATE vocabulary SET articles = articles - 1 WHERE word = ?", words)
        connection.exec_driver_sql("DELETE FROM vocabulary WHERE word = ? AND articles < 1", words)


def add_agreement(connection: Connection, key: int, subject: str, evidence: str, parties: Mapping[str, str]) -> None:
    """Index a claim of an agreement: its subject, the sentences that say so, its parties by id with their names."""
    told, said = index_words(subject), index_words(evidence)
    connection.exec_driver_sql(
        "INSERT INTO found_agreements(rowid, subject, evidence, parties, exact) VALUES (?, ?, ?, ?, ?)",
        (key, told.tokens, said.tokens, _called(parties), f"{told.exact} {said.exact}"),
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
    said = index_words(sentence)
    connection.exec_driver_sql(
        "INSERT INTO found_figures(rowid, sentence, bodies, exact) VALUES (?, ?, ?, ?)",
        (key, said.tokens, _marks(bodies), said.exact),
    )


def drop_claims(connection: Connection, agreements: Iterable[int], figures: Iterable[int]) -> None:
    """Take claims out of the index."""
    for table, keys in (("found_agreements", agreements), ("found_figures", figures)):
        for key in keys:
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", (key,))


def matching(connection: Connection, table: str, match: str, within: tuple[int, int] | None = None) -> list[int]:
    """The keys of the rows of ``table`` that fit an ``expression``, from the smallest; ``within`` two keys if given."""
    # One long text comes out of the database in a third of the time of as many rows.
    asked = f"SELECT group_concat(rowid) FROM {table} WHERE {table} MATCH ?"
    if within:
        asked += " AND rowid BETWEEN ? AND ?"
    [(found,)] = _all(connection, asked, (match, *(within or ())))
    return _numbers.decode(f"[{found}]") if found else []


def _all(connection: Connection, asked: str, values: tuple[str | int, ...]) -> list[Any]:
    """Rows as the driver gives them: thousands come in half of the time."""
    driver: Any = connection.connection.driver_connection
    return list(driver.execute(asked, values))


def exactly(asked: Asked, table: str) -> str | None:
    """As ``expression``, where words that were asked for with marks must have these; None where none were."""
    marked = [g.exact for term in _terms(asked) for word in term.words for g in word if g.exact]
    if not marked:
        return None
    words = " AND ".join(f'"{word}"' for word in marked)
    return f"{expression(asked, table)} AND {{exact}} : ({words})"


def _terms(asked: Asked) -> Iterator[Term]:
    if isinstance(asked, Term):
        yield asked
    else:
        for one in asked.asked:
            yield from _terms(one)


def read_vocabulary(connection: Connection) -> dict[str, int]:
    """Every word of the articles as it is written, in small letters, and how many articles have it."""
    rows = connection.exec_driver_sql("SELECT word, articles FROM vocabulary")
    return {row[0]: row[1] for row in rows}


def scored(
    connection: Connection, table: str, match: str, within: tuple[int, int], keys: Sequence[int] | None = None
) -> list[tuple[int, float]]:
    """The rows ``within`` two keys that fit an ``expression``, each with its score: the higher, the better.

    With ``keys``, only those of them.
    """
    weights = ", ".join(map(str, WEIGHTS[table]))
    asked = f"SELECT rowid, -bm25({table}, {weights}) FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ?"
    if keys is None:
        return _all(connection, asked, (match, *within))
    # The plus keeps SQLite from asking once for every key: what fits is gone through once, and only keys are scored.
    asked += " AND +rowid IN (SELECT value FROM json_each(?))"
    return _all(connection, asked, (match, *within, msgspec.json.encode(keys).decode()))


def is_there(connection: Connection, table: str, match: str) -> bool:
    """Whether any row of ``table`` fits an ``expression``."""
    asked = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1"
    return connection.exec_driver_sql(asked, (match,)).first() is not None
