"""Which articles are found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection

from pactbook.search.syntax import Phrase
from pactbook.search.wording import asked
from pactbook.store import fulltext
from pactbook.store.file import RecordFile
from pactbook.text.fold import fold

PROBES = {
    "a noun through its particles (산업통상자원부)": (
        "산업통상자원부",
        "한국국제협력단",
        "베트남",
        "정부",
        "협력",
        "투자",
    ),
    "two syllables within a word (체결)": ("체결", "통상", "광물", "총리", "교역", "자원"),
    "Vietnamese without marks (han quoc)": ("han quoc", "dong nai", "hop tac", "da nang", "thoa thuan", "dau tu"),
    "English singular and plural (agreement)": ("agreement", "company", "mineral", "memorandums", "exports", "banks"),
}


def recall(record: RecordFile) -> None:
    """Which share of the articles that hold each probe is found, by pactbook and by plain FTS5."""
    print(f"\n{'recall':<48}{'pactbook':>9}{'plain FTS5':>12}")
    with record.reading() as connection:
        for name, probes in PROBES.items():
            ours, theirs, every = 0, 0, 0
            for probe in probes:
                holding = {key for key, text in texts(connection) if holds(text, probe)}
                found = set(fulltext.matching(connection, "found_articles", expression_of(connection, probe)))
                plain_found = {
                    row[0]
                    for row in connection.exec_driver_sql(
                        "SELECT rowid FROM plain WHERE plain MATCH ?", (f'"{probe}"',)
                    )
                }
                every, ours, theirs = (
                    every + len(holding),
                    ours + len(holding & found),
                    theirs + len(holding & plain_found),
                )
            print(f"{name:<48}{ours / max(every, 1):>9.2f}{theirs / max(every, 1):>12.2f}   of {every:,}")


def texts(connection: Connection) -> Iterator[tuple[int, str]]:
    """Key and folded text of every fifth article."""
    for row in connection.exec_driver_sql("SELECT key, text FROM articles WHERE key % 5 = 0"):
        yield row[0], fold(row[1])


def holds(text: str, probe: str) -> bool:
    """Whether an analyst would say that the text holds the probe."""
    if "가" <= probe[0] <= "힣":
        return probe in text
    stem = probe.removesuffix("s") if probe.isascii() and " " not in probe else probe
    forms = f"(?:{stem}s?|{stem[:-1]}ies)" if stem.endswith("y") else f"{stem}s?" if " " not in stem else stem
    return re.search(rf"(?<!\w){forms}(?!\w)", text) is not None


def expression_of(connection: Connection, probe: str) -> str:
    """The probe as a search asks it."""
    wanted = asked(connection, Phrase(probe))
    assert wanted is not None
    return fulltext.expression(wanted, "found_articles")
