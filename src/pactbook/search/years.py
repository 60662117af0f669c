"""How many agreements each year brought, by kind and by sector."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from pactbook.store.file import RecordFile
from pactbook.store.tables.agreements import agreement_sectors, agreements

#: Year → word → number of agreements.
ByYear = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Years:
    """Years run without a gap; ``undated`` agreements are in none of them. One of two sectors counts in both."""

    kind: ByYear
    sector: ByYear
    undated: int


def count_years(record: RecordFile) -> Years:
    """Count all agreements by the year that their date begins in."""
    year = func.substr(agreements.c.first, 1, 4).label("year")
    dated = agreements.c.first.is_not(None)
    kinds = select(year, agreements.c.kind, func.count()).where(dated).group_by(year, agreements.c.kind)
    sector = agreement_sectors.c
    by_sector = select(year, sector.sector, func.count()).join(agreements, agreements.c.id == sector.agreement)
    with record.reading() as connection:
        undated = connection.scalar(select(func.count()).select_from(agreements).where(~dated)) or 0
        found = _by_year(connection, kinds), _by_year(connection, by_sector.where(dated).group_by(year, sector.sector))
    years = [int(y) for y in found[0]]
    every = [f"{y:04}" for y in range(min(years), max(years) + 1)] if years else []
    return Years({y: found[0].get(y, {}) for y in every}, {y: found[1].get(y, {}) for y in every}, undated)


def _by_year(connection: Connection, asked: Select[Any]) -> ByYear:
    found: ByYear = defaultdict(dict)
    for year, word, number in connection.execute(asked):
        found[year][word] = number
    return found
