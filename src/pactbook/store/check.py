"""Check every stored quote against its text."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from pactbook.store import tables as t
from pactbook.store.file import RecordFile

_QUOTED = (
    (t.mentions, t.mentions.c.article),
    (t.dates, t.dates.c.article),
    (t.figure_claims, t.figure_claims.c.article),
    (t.agreement_evidence, t.agreement_claims.c.article),
    (t.figure_evidence, t.figure_claims.c.article),
)


def check(record: RecordFile) -> list[str]:
    """Say of every quote that does not stand in its article's text where it is stored: article, place, words."""
    with record.reading() as connection:
        rows = connection.execute(select(t.articles.c.key, t.articles.c.id, t.articles.c.text))
        return [problem for row in rows for problem in _check(connection, row.key, row.id, row.text)]


def _check(connection: Connection, key: int, name: str, text: str) -> Iterator[str]:
    for table, article in _QUOTED:
        columns = select(table.c.start, table.c.end, table.c.text)
        asked = columns if article.table is table else columns.join(article.table, article.table.c.key == table.c.claim)
        for start, end, quote in connection.execute(asked.where(article == key)):
            if text[start:end] != quote:
                yield f"article {name}: {table.name}: {quote[:60]!r} does not stand at {start}:{end}"
