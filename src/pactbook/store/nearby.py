"""Bodies that a stretch of an article names."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from pactbook.model.span import Span
from pactbook.store.chunks import chunks
from pactbook.store.sameness import read_same
from pactbook.store.tables import mentions


def named_within(connection: Connection, stretches: Iterable[tuple[int, Span]]) -> list[tuple[str, ...]]:
    """For each stretch, given with the key of its article, the bodies that it names, in the order of the text.

    Bodies that are one have the id that stands for them.
    """
    asked = list(stretches)
    same = read_same(connection)
    found: dict[int, list[tuple[int, int, str]]] = {}
    for part in chunks(article for article, _ in asked):
        rows = connection.execute(select(mentions).where(mentions.c.article.in_(part)))
        for row in rows:
            found.setdefault(row.article, []).append((row.start, row.end, same.get(row.body, row.body)))
    return [
        tuple(
            dict.fromkeys(
                body
                for start, end, body in sorted(found.get(article, ()))
                if within.start <= start and end <= within.end
            )
        )
        for article, within in asked
    ]
