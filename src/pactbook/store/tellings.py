"""Read claims back as tellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, ScalarSelect, Select, Table, func, null, select

from pactbook.model.claim import AgreementClaim, Because, Value
from pactbook.model.span import Span
from pactbook.model.told import Telling
from pactbook.store.chunks import AMONG, rows_among
from pactbook.store.tables.articles import articles
from pactbook.store.tables.claims import (
    agreement_claims,
    agreement_evidence,
    claim_parties,
    claim_sectors,
    claim_values,
)

Rows = dict[int, list[Row[Any]]]

_parties = msgspec.json.Decoder(list[tuple[int, str, str | None]]).decode
_sectors = msgspec.json.Decoder(list[tuple[int, str]]).decode
_evidence = msgspec.json.Decoder(list[tuple[int, str, int, int, str, str | None]]).decode


def read_tellings(connection: Connection, keys: Iterable[int], *, evidence: bool = True) -> dict[int, Telling]:
    """Claim key → telling, in the order of the keys; without the sentences behind it where ``evidence`` is False."""
    wanted = sorted(keys)
    values = rows_by_claim(connection, claim_values, wanted)
    rows = rows_among(connection, _claims(evidence), wanted)
    return {row.key: _telling(row, values.get(row.key, ())) for row in rows}


@cache
def _claims(evidence: bool) -> Select[Any]:
    """Claims with their articles; what hangs on each comes along as JSON, for a third of the price of rows.

    Amounts do not: SQLite writes fewer digits of a number into JSON than it holds.
    """
    c, a = agreement_claims.c, articles.c
    asked = select(
        *(c.key, c.id, c.kind, c.status, c.date, c.subject, c.place, c.rivals),
        *(a.id.label("name"), a.language, a.published, a.copy_of, a.outlet, a.url),
        _hanging(claim_parties, "party", "country").label("parties"),
        _hanging(claim_sectors, "sector").label("sectors"),
        (_hanging(agreement_evidence, "cell", "start", "end", "text", "rule") if evidence else null()).label("told"),
    )
    return asked.join(articles, a.key == c.article).where(c.key.in_(AMONG)).order_by(c.key)


def _hanging(table: Table, *columns: str) -> ScalarSelect[Any]:
    """What of ``table`` belongs to a claim: a JSON list of lists, each with its place and ``columns``."""
    each = func.json_array(table.c.n, *(table.c[name] for name in columns))
    return select(func.json_group_array(each)).where(table.c.claim == agreement_claims.c.key).scalar_subquery()


def rows_by_claim(connection: Connection, table: Table, keys: Iterable[int]) -> Rows:
    """The rows of ``table`` that belong to the claims, each claim's in their order."""
    found: Rows = defaultdict(list)
    for row in rows_among(connection, _of_claims(table), keys):
        found[row.claim].append(row)
    return found


@cache
def _of_claims(table: Table) -> Select[Any]:
    return select(table).where(table.c.claim.in_(AMONG)).order_by(table.c.claim, table.c.n)


def _telling(row: Row[Any], values: Sequence[Row[Any]]) -> Telling:
    parties = sorted(_parties(row.parties))
    said = sorted(_evidence(row.told)) if row.told else []
    claim = AgreementClaim(
        kind=row.kind,
        status=row.status,
        parties=tuple([party for _, party, _ in parties]),
        date=row.date,
        subject=row.subject,
        sectors=tuple([sector for _, sector in sorted(_sectors(row.sectors))]),
        value=tuple([Value(v.low, v.high, v.currency) for v in values]),
        place=row.place,
        evidence=tuple([Span(start, end, text) for _, _, start, end, text, rule in said if not rule]),
        because=tuple(
            [Because(cell, Span(a, b, text), rule) for _, cell, a, b, text, rule in said if rule is not None]
        ),
    )
    return Telling(
        id=row.id,
        article=row.name,
        origin=row.copy_of or row.name,
        language=row.language,
        published=row.published,
        claim=claim,
        countries=frozenset([country for _, _, country in parties if country]),
        rivals=row.rivals,
        outlet=row.outlet,
        url=row.url,
    )


def because(evidence: Iterable[Row[Any]]) -> tuple[Because, ...]:
    """The reasons of single cells among rows of evidence."""
    return tuple(Because(e.cell, Span(e.start, e.end, e.text), e.rule) for e in evidence if e.rule is not None)
