"""Series: one row for each point of a measure over time."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.export.cells import dated, decided, in_dollars
from pactbook.export.choice import Choice
from pactbook.export.columns import Row
from pactbook.model.figure import Point, Reading, Series
from pactbook.record.series import series
from pactbook.store.chunks import chunks
from pactbook.store.series import read_readings
from pactbook.store.tables.figures import figure_claims


def point_rows(choice: Choice) -> Iterator[Row]:
    """One row per point."""
    for one in _chosen(choice):
        yield from (_row(one, point) for point in one.points)


def point_count(choice: Choice) -> int:
    """How many points there are."""
    return sum(len(one.points) for one in _chosen(choice))


def _chosen(choice: Choice) -> list[Series]:
    """The series of the figures that are taken. A point needs all its readings: they are in memory together."""
    if choice.fitting is None:
        return series(read_readings(choice.connection))
    parts = chunks(choice.ids("figures"))
    return series(r for part in parts for r in read_readings(choice.connection, figure_claims.c.id.in_(part)))


def _row(one: Series, point: Point) -> Row:
    return {
        "measure": one.measure,
        "from": one.source,
        "to": one.target,
        **dated("period", point.period),
        "status": point.status,
        "accumulated": point.accumulated,
        "low": point.low,
        "high": point.high,
        "currency": point.currency,
        **in_dollars(point.dollars),
        "level": point.level,
        "sources": len({r.origin for r in point.readings}),
        "reached": point.reached,
        "said": list(map(_said, point.readings)),
        "parts": list(map(_said, point.parts)),
        "decided": [decided(d.field or "accepted", d) for r in (*point.readings, *point.parts) for d in r.decisions],
        "figures": [r.figure for r in (*point.readings, *point.parts)],
    }


def _said(reading: Reading) -> str:
    return f"{reading.claim.span.text} ({reading.published or 'undated'})"
