"""Check every stored quote against its text."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from pactbook.store.file import RecordFile
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import mentions
from pactbook.store.tables.claims import agreement_claims, agreement_evidence, dates
from pactbook.store.tables.figures import figure_claims, figure_evidence

_QUOTED = (
    (mentions, mentions.c.article),
    (dates, dates.c.article),
    (figure_claims, figure_claims.c.article),
    (agreement_evidence, agreement_claims.c.article),
    (figure_evidence, figure_claims.c.article),
)


def check(record: RecordFile) -> list[str]:
    """Say of every quote that does not stand in its article's text where it is stored: article, place, words."""
    with record.reading() as connection:
        rows = connection.execute(select(articles.c.key, articles.c.id, articles.c.text))
        return [problem for row in rows for problem in _check(connection, row.key, row.id, row.text)]


def _check(connection: Connection, key: int, name: str, text: str) -> Iterator[str]:
    for table, article in _QUOTED:
        columns = select(table.c.start, table.c.end, table.c.text)
        asked = columns if article.table is table else columns.join(article.table, article.table.c.key == table.c.claim)
        for start, end, quote in connection.execute(asked.where(article == key)):
            if text[start:end] != quote:
                yield f"article {name}: {table.name}: {quote[:60]!r} does not stand at {start}:{end}"
