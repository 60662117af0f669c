"""What the index weighs, and what a change of one article costs."""

from __future__ import annotations

import statistics

from timing import Times, quantile

from pactbook.store import fulltext
from pactbook.store.file import RecordFile


def sizes(record: RecordFile) -> None:
    """What the index weighs beside the texts."""
    with record.reading() as connection:
        text = connection.exec_driver_sql("SELECT sum(length(CAST(text AS BLOB))) FROM articles").scalar_one()
        parts = {}
        for table in ("found_articles", "found_agreements", "found_figures", "plain"):
            weighed = 0
            for part in ("data", "content", "docsize"):
                if connection.exec_driver_sql(
                    "SELECT 1 FROM sqlite_master WHERE name = ?", (f"{table}_{part}",)
                ).first():
                    column = {"data": "block", "content": "c0 || c1 || c2", "docsize": "sz"}[part]
                    weigh = f"SELECT sum(length(CAST({column} AS BLOB))) FROM {table}_{part}"
                    weighed += connection.exec_driver_sql(weigh).scalar_one() or 0
            parts[table] = weighed
        words = connection.exec_driver_sql("SELECT count(*) FROM vocabulary").scalar_one()
    print(f"\ntexts {text / 1e6:,.0f} MB; " + ", ".join(f"{n} {b / 1e6:,.0f} MB" for n, b in parts.items()))
    print(f"vocabulary {words:,} words; the whole file {record.path.stat().st_size / 1e6:,.0f} MB")


def update(record: RecordFile, articles: int) -> None:
    """Take single articles out of the index and put them in again."""
    times = Times()
    for key in range(1, articles, max(articles // 20, 1)):
        with record.writing() as connection:
            row = connection.exec_driver_sql("SELECT title, text FROM articles WHERE key = ?", (key,)).one()
            named = frozenset(
                r[0] for r in connection.exec_driver_sql("SELECT body FROM bodies WHERE article = ?", (key,))
            )
            page = fulltext.Page(key, row[0], row[1], named)
            times.take(lambda c=connection, p=page: (fulltext.drop_article(c, p), fulltext.add_article(c, p)))
    print(
        f"one article out of the index and in again: {statistics.median(times.wall):.1f} ms, "
        f"p95 {quantile(times.wall):.1f} ms"
    )
