"""Organisations: one row for each body, whatever articles call it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from pactbook.export.cells import told
from pactbook.export.choice import Choice
from pactbook.export.columns import Row
from pactbook.knowledge.countries import countries
from pactbook.knowledge.gazetteer import bodies
from pactbook.model.body import BodyRecord
from pactbook.model.span import Span
from pactbook.model.told import Evidence
from pactbook.record.identity import is_state
from pactbook.store.bodies import read_bodies
from pactbook.store.chunks import chunks
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_articles, read_heads
from pactbook.store.naming import names_of
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import mentions


@dataclass(frozen=True, slots=True)
class Known:
    """A body or a state with the name to show."""

    body: BodyRecord
    name: str


def organisation_rows(choice: Choice) -> Iterator[Row]:
    """One row per body. The quote is its first mention in the article that was published first."""
    for page in choice.pages("organisations"):
        found = known(choice.connection, page)
        first = _first_mentions(choice.connection, {i: (i, *one.body.also) for i, one in found.items()})
        for name in page:
            yield _row(found[name], first.get(name))


def known(connection: Connection, ids: Iterable[str]) -> dict[str, Known]:
    """Id or ISO code → what is known of it, for all of ``ids``, which stand for what analysts said to be one."""
    wanted = list(dict.fromkeys(ids))
    read = {body.id: body for body in read_bodies(connection, wanted)}
    names = names_of(connection, wanted)
    return {name: Known(read.get(name) or _unread(name), names[name]) for name in wanted}


def _unread(name: str) -> BodyRecord:
    """A state, or a body that only an analyst named: no article of the record calls it anything."""
    if is_state(name):
        country = countries().get(name)
        return BodyRecord(name, tuple(country.names[:1]) if country else (), "state", name, 0, 0)
    listed = bodies().get(name)
    if listed is None:
        return BodyRecord(name, (), "other", None, 0, 0)
    return BodyRecord(name, (*listed.en, *listed.vi, *listed.ko), listed.kind, listed.country, 0, 0)


def _first_mentions(connection: Connection, groups: dict[str, tuple[str, ...]]) -> dict[str, Evidence]:
    """Body → the first place where it or one of its group is named, in the article that was published first."""
    of = {member: name for name, group in groups.items() for member in group}
    m, a = mentions.c, articles.c
    order = (a.first.is_(None), a.first, a.id, m.start)
    place = func.row_number().over(partition_by=m.body, order_by=order).label("place")
    columns = (m.body, m.article, m.start, m.end, m.text, a.first, a.id)
    found = defaultdict(list)
    for part in chunks(of):
        inner = select(*columns, place).join(articles).where(m.body.in_(part)).subquery()
        for row in connection.execute(select(inner).where(inner.c.place == 1)):
            found[of[row.body]].append(row)
    best = {name: min(rows, key=lambda r: (r.first is None, r.first, r.id, r.start)) for name, rows in found.items()}
    keys = {row.article for row in best.values()}
    heads, texts = read_heads(connection, keys), read_articles(connection, keys)
    return {
        name: open_evidence(heads[row.article], texts[row.article], [Span(row.start, row.end, row.text)])[0]
        for name, row in best.items()
    }


def _row(one: Known, evidence: Evidence | None) -> Row:
    body = one.body
    return {
        "id": body.id,
        "also": list(body.also),
        "name": body.names[0] if body.names else body.id,
        "names": list(body.names),
        "kind": body.kind,
        "country": body.country,
        "articles": body.articles,
        "agreements": body.agreements,
        **told((evidence,) if evidence else ()),
    }
