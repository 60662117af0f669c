"""How much is in a record."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from pactbook.store.bodies import count_bodies
from pactbook.store.file import RecordFile
from pactbook.store.tables.agreements import agreements
from pactbook.store.tables.articles import articles, sources
from pactbook.store.tables.claims import agreement_claims, dates
from pactbook.store.tables.figures import figure_claims


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of things in a record. ``copies`` are articles that nearly repeat another one."""

    sources: int
    skipped: int
    articles: int
    copies: int
    claims: int
    agreements: int
    figures: int
    dates: int
    organisations: int


def count(record: RecordFile) -> Counts:
    """Count everything in ``record``."""
    asked = (
        select(func.count()).select_from(sources),
        select(func.count()).where(sources.c.outcome == "skipped"),
        select(func.count()).select_from(articles),
        select(func.count()).where(articles.c.copy_of.is_not(None)),
        select(func.count()).select_from(agreement_claims),
        select(func.count()).select_from(agreements),
        select(func.count()).select_from(figure_claims),
        select(func.count()).select_from(dates),
    )
    with record.reading() as connection:
        numbers = [int(connection.scalar(question) or 0) for question in asked]
        return Counts(*numbers, *[count_bodies(connection)])
