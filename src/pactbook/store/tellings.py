"""Read claims back as tellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from pactbook.model.claim import AgreementClaim, Because, Value
from pactbook.model.span import Span
from pactbook.model.told import Telling
from pactbook.store import tables as t
from pactbook.store.chunks import chunks

Rows = dict[int, list[Row[Any]]]


def read_tellings(connection: Connection, keys: Iterable[int], *, evidence: bool = True) -> dict[int, Telling]:
    """Claim key → telling, in the order of the keys; without the sentences behind it where ``evidence`` is False."""
    found: dict[int, Telling] = {}
    for part in chunks(sorted(keys)):
        found.update(_read(connection, part, _PARTS if evidence else _CELLS))
    return found


def _read(connection: Connection, keys: list[int], hanging: tuple[Table, ...]) -> dict[int, Telling]:
    claims, articles = t.agreement_claims, t.articles
    asked = (
        select(
            claims,
            articles.c.id.label("name"),
            articles.c.language,
            articles.c.published,
            articles.c.copy_of,
            articles.c.outlet,
            articles.c.url,
        )
        .join(articles, articles.c.key == claims.c.article)
        .where(claims.c.key.in_(keys))
        .order_by(claims.c.key)
    )
    rows = connection.execute(asked).all()
    parts = {table.name: rows_by_claim(connection, table, keys) for table in hanging}
    return {row.key: _telling(row, {name: by.get(row.key, []) for name, by in parts.items()}) for row in rows}


_CELLS = (t.claim_parties, t.claim_sectors, t.claim_values)
_PARTS = (*_CELLS, t.agreement_evidence)


def rows_by_claim(connection: Connection, table: Table, keys: Iterable[int]) -> Rows:
    """The rows of ``table`` that belong to the claims, each claim's in their order."""
    found: Rows = defaultdict(list)
    for part in chunks(keys):
        asked = select(table).where(table.c.claim.in_(part)).order_by(table.c.claim, table.c.n)
        for row in connection.execute(asked).all():
            found[row.claim].append(row)
    return found


def _telling(row: Row[Any], parts: dict[str, list[Row[Any]]]) -> Telling:
    parties, evidence = parts["claim_parties"], parts.get(t.agreement_evidence.name, [])
    claim = AgreementClaim(
        kind=row.kind,
        status=row.status,
        parties=tuple(p.party for p in parties),
        date=row.date,
        subject=row.subject,
        sectors=tuple(s.sector for s in parts["claim_sectors"]),
        value=tuple(Value(v.low, v.high, v.currency) for v in parts["claim_values"]),
        place=row.place,
        evidence=tuple(Span(e.start, e.end, e.text) for e in evidence if e.rule is None),
        because=because(evidence),
    )
    return Telling(
        id=row.id,
        article=row.name,
        origin=row.copy_of or row.name,
        language=row.language,
        published=row.published,
        claim=claim,
        countries=frozenset(p.country for p in parties if p.country),
        rivals=row.rivals,
        outlet=row.outlet,
        url=row.url,
    )


def because(evidence: Iterable[Row[Any]]) -> tuple[Because, ...]:
    """The reasons of single cells among rows of evidence."""
    return tuple(Because(e.cell, Span(e.start, e.end, e.text), e.rule) for e in evidence if e.rule is not None)
