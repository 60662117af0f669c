"""Series as pages show them: in an order that people look for, with targets beside what came of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from pactbook.knowledge.measures import measures
from pactbook.model.edtf import Bounds
from pactbook.model.figure import Point, Series
from pactbook.model.money import Equivalent
from pactbook.model.views import BodyView
from pactbook.pipeline.book import Record
from pactbook.record.periods import span
from pactbook.web.charts.spark import Spark, spark
from pactbook.web.charts.timeline import TimeLine, timeline

Sides = tuple[str | None, str | None]

_AIMS = ("target", "forecast", "pledged")
_APART = ("conflict", "majority")
_HOME = frozenset({"KR", "VN"})


@dataclass(frozen=True, slots=True)
class Row:
    """A series in a list: what it last came to, what is aimed at next, how many of its points sources disagree on."""

    series: Series
    address: str
    latest: Point | None
    aim: Point | None
    apart: int
    sources: int
    spark: Spark | None


@dataclass(frozen=True, slots=True)
class Aim:
    """A target, forecast or pledge, and what came of it.

    ``came_to`` is the actual figure of the same time; where there is none yet, ``latest`` is that of the latest whole
    year, with the ``share`` of the aim that it comes to. ``anchor`` names the point on its page.
    """

    point: Point
    anchor: str
    came_to: Point | None
    latest: Point | None
    share: float | None


@dataclass(frozen=True, slots=True)
class Run:
    """One series with its drawings under their headings, its aims, its points with their anchors, the latest first."""

    series: Series
    charts: tuple[tuple[str, TimeLine], ...]
    aims: tuple[Aim, ...]
    points: tuple[tuple[str, Point], ...]
    apart: tuple[tuple[str, Point], ...]
    rates: tuple[Equivalent, ...]


def shelves(found: Iterable[Series]) -> list[tuple[str, list[Row]]]:
    """Measure → its series: those between the two countries first, then by how much is known."""
    by_measure: dict[str, list[Series]] = {name: [] for name in measures()}
    for series in found:
        by_measure[series.measure].append(series)
    return [(name, [_row(s) for s in sorted(many, key=_rank)]) for name, many in by_measure.items() if many]


def _rank(series: Series) -> tuple[bool, bool, int, str]:
    sides = {series.source, series.target}
    return sides != _HOME, None in sides, -len(series.points), address(series)


def address(series: Series) -> str:
    """The page of a series."""
    sides = {"from": series.source or "", "to": series.target or ""}
    return f"/figures/{series.measure}?{urlencode(sides)}"


def _row(series: Series) -> Row:
    actual, aims = [p for p in series.points if p.status == "actual"], [p for p in series.points if p.status in _AIMS]
    # Of investment, what there is in all is what people ask for first.
    actual = [p for p in actual if p.accumulated] or actual
    mine = [p for p in actual if p.currency == _currency(series)]
    years = {when[0].year: p.high for p in mine if (when := _year(p))}
    for point in mine:
        if point.accumulated and (at := span(point.period)) and 2 * point.high >= max(years.values(), default=0):
            years[at[1].year] = point.high
    return Row(
        series=series,
        address=address(series),
        latest=max(actual, key=_end, default=None),
        aim=max(aims, key=_end, default=None),
        apart=sum(p.level in _APART for p in series.points),
        sources=len({r.origin for p in series.points for r in p.readings}),
        spark=spark(sorted(years.items())),
    )


def run(series: Series) -> Run:
    """The series of a page."""

    def link(point: Point) -> str:
        return f"#{anchors[id(point)]}"

    anchors = {id(point): f"point-{n}" for n, point in enumerate(series.points, 1)}
    currencies = sorted({p.currency for p in series.points}, key=lambda c: (c != "USD", c))
    drawn = (
        (_heading(c if len(currencies) > 1 else "", heaped, both=len(kinds) > 1), timeline(some, link))
        for c in currencies
        for kinds in [{p.accumulated for p in series.points if p.currency == c and p.status == "actual"}]
        for heaped in (True, False)
        if (some := [p for p in series.points if p.currency == c and p.accumulated == heaped])
    )
    dated = sorted(series.points, key=lambda p: span(p.period) is not None)
    points = [(anchors[id(point)], point) for point in dated]
    rates = {(p.currency, p.dollars.year): p.dollars for p in series.points if p.dollars}
    return Run(
        series=series,
        charts=tuple((heading, chart) for heading, chart in drawn if chart),
        aims=tuple(_aim(anchor, p, series) for anchor, p in reversed(points) if p.status in _AIMS),
        points=tuple(reversed(points)),
        apart=tuple((anchor, p) for anchor, p in reversed(points) if p.level in _APART),
        rates=tuple(rate for _, rate in sorted(rates.items())),
    )


def _heading(currency: str, heaped: bool, *, both: bool) -> str:
    """What is drawn: all so far, or what each time brought; in which currency, where there are several."""
    what = ("All so far" if heaped else "New in each time") if both or heaped else "Over time"
    return f"{what}, in {currency}" if currency else what


def _aim(anchor: str, point: Point, series: Series) -> Aim:
    actual = [p for p in series.points if p.status == "actual" and p.currency == point.currency]
    same = next((p for p in actual if p.period == point.period and p.period), None)
    whole = [p for p in actual if _year(p)]
    latest = None if same else max(whole, key=_end, default=None)
    if latest and point.period and _end(point) < _end(latest):
        # What came later says nothing about it.
        latest = None
    share = latest.high / point.low if latest and point.low else None
    return Aim(point, anchor, same, latest, share)


def named(book: Record, series: Series) -> Mapping[str, str]:
    """What the sides are called that are bodies; seldom is one no state."""
    return {side: _name(book, side) for side in (series.source, series.target) if side and "." in side}


def _name(book: Record, side: str) -> str:
    view = book.show(side)
    return view.names.get(side, side) if isinstance(view, BodyView) else side


def _currency(series: Series) -> str:
    """The commonest of its currencies."""
    every = [p.currency for p in series.points]
    return max(sorted(set(every)), key=every.count)


def _year(point: Point) -> Bounds | None:
    """The year that a point covers, if it is a whole one."""
    when = span(point.period)
    whole = when and (when[0].month, when[0].day, when[1].month, when[1].day) == (1, 1, 12, 31)
    return when if when and whole and when[0].year == when[1].year else None


def _end(point: Point) -> tuple[str, bool]:
    """For the latest of several: the last day that it covers; of equals the longest."""
    when = span(point.period)
    return (when[1].isoformat() if when else "", _year(point) is not None)
