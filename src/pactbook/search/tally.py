"""How much there is to ask for."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from pactbook.search.catalogue.keeping import shelf
from pactbook.store.file import RecordFile
from pactbook.store.tables.claims import agreement_claims


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of things. ``claims`` are those of agreements; ``copies`` are articles that nearly repeat another one."""

    agreements: int
    figures: int
    organisations: int
    articles: int
    claims: int
    copies: int


def tally(record: RecordFile) -> Tally:
    """Count what can be asked for, without going through the texts."""
    with record.reading() as connection:
        agreements, figures = shelf(connection, "agreements"), shelf(connection, "figures")
        organisations, articles = shelf(connection, "organisations"), shelf(connection, "articles")
        claims = int(connection.scalar(select(func.count()).select_from(agreement_claims)) or 0)
        # Each original stands for itself and for those that repeat it.
        copies = sum(sources - 1 for _, sources in articles.column(connection, "sources").items())
        return Tally(agreements.size, figures.size, organisations.size, articles.size, claims, copies)
