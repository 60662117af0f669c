"""How many agreements each year brought, by kind and by sector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyroaring import BitMap
from sqlalchemy import Connection

from pactbook.search.catalogue.keeping import shelf
from pactbook.search.catalogue.shelf import Shelf
from pactbook.store.file import RecordFile

#: Year → word → number of agreements.
ByYear = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Years:
    """Years run without a gap; ``undated`` agreements are in none of them. One of two sectors counts in both."""

    kind: ByYear
    sector: ByYear
    undated: int


def count_years(record: RecordFile) -> Years:
    """Count all agreements by the year that a search finds them by."""
    with record.reading() as connection:
        on = shelf(connection, "agreements")
        dated = {year: on.having(connection, "year", [year]) for year in on.values(connection, "year")}
        years = [int(year) for year in dated]
        every = [f"{y:04}" for y in range(min(years), max(years) + 1)] if years else []
        inside = {year: dated.get(year, BitMap()) for year in every}
        undated = on.size - len(BitMap.union(BitMap(), *dated.values()))
        return Years(_counted(connection, on, "kind", inside), _counted(connection, on, "sector", inside), undated)


def _counted(connection: Connection, on: Shelf, facet: str, inside: Mapping[str, BitMap]) -> ByYear:
    most = max(1, sum(1 for _ in on.values(connection, facet)))
    return {year: on.count(connection, facet, found, most) for year, found in inside.items()}
