"""How much is in a record."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from pactbook.store import tables as t
from pactbook.store.bodies import count_bodies
from pactbook.store.file import RecordFile


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
        select(func.count()).select_from(t.sources),
        select(func.count()).where(t.sources.c.outcome == "skipped"),
        select(func.count()).select_from(t.articles),
        select(func.count()).where(t.articles.c.copy_of.is_not(None)),
        select(func.count()).select_from(t.agreement_claims),
        select(func.count()).select_from(t.agreements),
        select(func.count()).select_from(t.figure_claims),
        select(func.count()).select_from(t.dates),
    )
    with record.reading() as connection:
        numbers = [int(connection.scalar(question) or 0) for question in asked]
        return Counts(*numbers, *[count_bodies(connection)])
