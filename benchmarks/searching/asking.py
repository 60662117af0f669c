"""How long questions take, warm, and plain FTS5 beside them."""

from __future__ import annotations

import gc
import statistics

from questions import Asker, questions
from timing import Times

from pactbook.cli.program import LITTER
from pactbook.search.facets import count_facets
from pactbook.search.page import find_page
from pactbook.search.query import Query, What
from pactbook.search.suggestions import suggest
from pactbook.store import journal
from pactbook.store.file import RecordFile
from pactbook.store.tables.agreements import agreements
from pactbook.store.tables.articles import articles

WHAT: tuple[What, ...] = ("articles", "agreements")
#: Questions that are asked and not timed.
WARMING = 5


def measure(record: RecordFile, asker: Asker, rounds: int) -> None:
    """Ask, and print the times. Litter is looked for as seldom as the program and its server look for it."""
    gc.set_threshold(LITTER)
    print(f"\n{'':34}{'wall p50':>8}{'p95':>8}{'CPU p50':>10}{'p95':>8}   answers (median)")
    for what in WHAT:
        open_first(record, what)
        gc.freeze()
        for _ in range(WARMING):
            find_page(record, what, Query.of(asker.word(), since="2004"))
        ask(record, what, asker, rounds)
        follow(record, what)
    suggest(record, Query.of("misspeltt"))
    plain(record, asker, rounds)
    spelt = Times()
    for _ in range(20):
        word = asker.word()
        at = len(word) // 2
        spelt.take(lambda w=word[:at] + word[at + 1 :] + "q": suggest(record, Query.of(w)))
    print(f"  {'suggestion for a misspelling':<32}{spelt}")


def open_first(record: RecordFile, what: What) -> None:
    """What is read when a record is first asked."""
    opening = Times()
    opening.take(lambda: find_page(record, what, Query()))
    opening.take(lambda: count_facets(record, Query(), what))
    print(f"{what}: first page {opening.wall[0]:.0f} ms, its facets {opening.wall[1]:.0f} ms after opening")


def ask(record: RecordFile, what: What, asker: Asker, rounds: int) -> None:
    """The kinds of questions, each alone and with facets."""
    for name, drawn in questions(asker, rounds):
        page, both = Times(), Times()
        totals: list[int] = []
        for words, filters in drawn:
            query = Query.of(words, **filters)
            page.take(lambda q=query, n=totals: n.append(find_page(record, what, q).total))
        for words, filters in drawn:
            # The same words beside another that nothing has: not what was just asked.
            query = Query.of(f"{words} -qqqq", **filters)
            both.take(lambda q=query: (find_page(record, what, q), count_facets(record, q, what)))
        print(f"  {name:<32}{page}   {statistics.median(totals):,.0f}")
        print(f"  {'  with facets':<32}{both}")
    browsed = Times()
    for year in range(2003, 2026):
        query = Query.of(since=str(year))
        browsed.take(lambda q=query: (find_page(record, what, q), count_facets(record, q, what)))
    print(f"  {'no words, since a year, facets':<32}{browsed}")


def follow(record: RecordFile, what: What) -> None:
    """The first page with its facets after each of some writes that touched ten things."""
    table = articles if what == "articles" else agreements
    followed = Times()
    for n in range(10):
        with record.writing() as connection:
            names = connection.exec_driver_sql(f"SELECT id FROM {table.name} LIMIT 10 OFFSET {n * 100}").scalars().all()
            journal.touch(connection, "articles" if what == "articles" else "agreements", names)
        followed.take(lambda: (find_page(record, what, Query()), count_facets(record, Query(), what)))
    print(f"  {'first page, facets after a write':<32}{followed}")


def plain(record: RecordFile, asker: Asker, rounds: int) -> None:
    """The same kinds of questions to plain FTS5: twenty articles by bm25, and how many there are."""
    print("plain FTS5 (unicode61), articles, twenty by bm25 and the number of all")
    for name, drawn in questions(asker, rounds):
        times = Times()
        for words, filters in drawn:
            match = words if name in ("AND", "OR", "phrase", "prefix") else f'"{words}"'
            if filters:
                continue
            times.take(lambda m=match: ask_plain(record, m))
        if times.wall:
            print(f"  {name:<32}{times}")


def ask_plain(record: RecordFile, match: str) -> int:
    """The number of articles that plain FTS5 finds."""
    with record.reading() as connection:
        connection.exec_driver_sql(
            "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY bm25(plain) LIMIT 20", (match,)
        ).fetchall()
        return int(connection.exec_driver_sql("SELECT count(*) FROM plain WHERE plain MATCH ?", (match,)).scalar_one())
