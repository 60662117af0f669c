"""The bodies that the sentences of figures name: whom a sum may concern."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from pactbook.model.claim import Extraction
from pactbook.model.span import Span
from pactbook.store.chunks import chunks
from pactbook.store.evidence import stretch
from pactbook.store.pages import pages
from pactbook.store.sameness import read_same
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import mentions
from pactbook.store.tables.figures import figure_bodies, figure_claims

#: Where a body is named: start, end, its id.
Mention = tuple[int, int, str]


def bodies_beside(extraction: Extraction, span: Span) -> tuple[str, ...]:
    """The bodies that the sentence of ``span`` names, in its order, by the ids that the article gives them."""
    named = ((m.start, m.end, body.id) for body in extraction.organisations for m in body.mentions)
    sentences = [(s.start, s.end) for s in extraction.article.sentences]
    return _within(named, *stretch(sentences, span.start, span.end))


def read_beside(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Figure id → the bodies that its sentence names, in its order; of bodies that are one, the one that stands for
    them. An id that is no figure is left out."""
    same = read_same(connection)
    found: dict[str, dict[str, None]] = {}
    beside = figure_claims.outerjoin(figure_bodies, figure_bodies.c.claim == figure_claims.c.key)
    asked = select(figure_claims.c.id, figure_bodies.c.body).select_from(beside).order_by(figure_bodies.c.n)
    for part in chunks(ids):
        for name, body in connection.execute(asked.where(figure_claims.c.id.in_(part))):
            mine = found.setdefault(name, {})
            if body is not None:
                mine[same.get(body, body)] = None
    return {name: tuple(bodies) for name, bodies in found.items()}


def named_beside(connection: Connection, names: Iterable[str]) -> set[str]:
    """The figures whose sentences name any of these bodies, given by the ids that articles give them."""
    found: set[str] = set()
    for part in chunks(names):
        asked = select(figure_claims.c.id).join(figure_bodies).where(figure_bodies.c.body.in_(part))
        found.update(connection.scalars(asked))
    return found


def find_beside(connection: Connection) -> None:
    """Look up, for every figure of a record that does not know it, whom its sentence names."""
    for page in pages(connection, figure_claims.c.article):
        if rows := list(_rows_of(connection, page)):
            connection.execute(insert(figure_bodies), rows)


def _rows_of(connection: Connection, page: list[int]) -> Iterator[dict[str, Any]]:
    """What ``figure_bodies`` holds of the figures of these articles (by key)."""
    asked = select(articles.c.key, articles.c.sentences).where(articles.c.key.in_(page))
    sentences = {
        key: [(start, end) for start, end, *_ in msgspec.json.decode(told)] for key, told in connection.execute(asked)
    }
    named: dict[int, list[Mention]] = defaultdict(list)
    m, f = mentions.c, figure_claims.c
    spans = select(m.article, m.start, m.end, m.body).where(m.article.in_(page))
    for article, start, end, body in connection.execute(spans):
        named[article].append((start, end, body))
    sums = select(f.article, f.key, f.start, f.end).where(f.article.in_(page))
    for article, key, start, end in connection.execute(sums):
        for n, body in enumerate(_within(named[article], *stretch(sentences[article], start, end))):
            yield {"claim": key, "n": n, "body": body}


def _within(named: Iterable[Mention], start: int, end: int) -> tuple[str, ...]:
    """The bodies that are named from ``start`` to ``end``, each once, in the order of the text."""
    return tuple(dict.fromkeys(body for a, b, body in sorted(named) if start <= a and b <= end))
