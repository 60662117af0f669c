"""Amounts over time: what was reported as lines and dots, what was aimed at as open diamonds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pactbook.model.edtf import Bounds
from pactbook.model.figure import Point
from pactbook.record.periods import span
from pactbook.web.charts.bars import Tick
from pactbook.web.charts.scale import NARROW, Scale, ticks
from pactbook.web.phrases import day, label
from pactbook.wording import money

_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 14, 12, 26
_AIMS = ("target", "forecast", "pledged")
_BILLION = 1e9

#: A point of a drawing.
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """One point. ``from_x`` is where its time begins, if that is shorter or longer than a year but no moment."""

    x: float
    y: float
    from_x: float | None
    aim: bool
    title: str
    href: str
    #: Where what came of an aim is drawn, for the gap between them.
    came_to: float | None = None
    #: Where the lowest and the highest report are drawn, if the sources do not agree.
    apart: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A drawing. ``line`` joins the whole years, or what there was in all, in the notation of SVG's polyline.

    ``narrow`` is the same for a telephone. ``accumulated``: every sum is all that there was up to its time.
    """

    width: int
    height: int
    left: float
    base: float
    unit: str
    dots: tuple[Dot, ...]
    line: str
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    accumulated: bool = False
    narrow: TimeLine | None = None


def timeline(
    points: Sequence[Point], link: Callable[[Point], str], size: tuple[int, int] = (720, 280)
) -> TimeLine | None:
    """The dated points of one series in one currency; None where fewer than two can be drawn."""
    drawn = _drawn(points, link, size)
    return replace(drawn, narrow=_drawn(points, link, NARROW)) if drawn else None


def _drawn(points: Sequence[Point], link: Callable[[Point], str], size: tuple[int, int]) -> TimeLine | None:
    dated = [(point, when) for point in points if (when := span(point.period))]
    if len(dated) < 2:
        return None
    width, height = size
    base = height - _BOTTOM
    first, last = min(when[0].year for _, when in dated), max(when[1].year for _, when in dated)
    highest = max(max(point.high, *_said(point)) for point, _ in dated)
    unit, word = _unit(highest)
    up = ticks(highest / unit)
    # One more year on the right: a year is drawn in its middle.
    xs, ys = Scale(first, last + 1, _LEFT, width - _RIGHT), Scale(0, up[-1], base, _TOP)
    actual = {point.period: ys.at(_middle(point) / unit) for point, _ in dated if point.status == "actual"}
    dots = []
    for point, when in dated:
        aim = point.status in _AIMS
        dots.append(
            Dot(
                x=xs.at(_moment(when)),
                y=ys.at(_middle(point) / unit),
                from_x=None if _is_year(when) or _is_moment(point) or point.accumulated else xs.at(_fraction(when[0])),
                aim=aim,
                title=_title(point),
                href=link(point),
                came_to=actual.get(point.period) if aim else None,
                apart=(ys.at(min(_said(point)) / unit), ys.at(max(_said(point)) / unit)) if _differs(point) else None,
            )
        )
    drawn = [(p, w, (d.x, d.y)) for d, (p, w) in zip(dots, dated, strict=True) if p.status == "actual"]
    heaped = any(point.accumulated for point, _ in dated)
    years = _rising(drawn) if heaped else [place for _, when, place in drawn if _is_year(when)]
    every = max(1, -(-(last - first + 1) * 38 // (width - _LEFT - _RIGHT)))
    return TimeLine(
        width,
        height,
        _LEFT,
        base,
        f"{word} {dated[0][0].currency}".strip(),
        tuple(dots),
        " ".join(f"{x},{y}" for x, y in sorted(years)),
        tuple(Tick(xs.at(y + 0.5), str(y)) for y in range(first, last + 1) if (last - y) % every == 0),
        tuple(Tick(ys.at(t), f"{t:,g}") for t in up),
        heaped,
    )


def _rising(drawn: Sequence[tuple[Point, Bounds, Place]]) -> list[Place]:
    """The places of what there was in all. A sum of less than half of one before it is a part: a dot off the line."""
    found, highest = [], 0.0
    for point, _, place in sorted(drawn, key=lambda one: one[2][0]):
        if point.accumulated and 2 * _middle(point) >= highest:
            found.append(place)
            highest = max(highest, _middle(point))
    return found


def _unit(highest: float) -> tuple[float, str]:
    for unit, word in ((1e12, "trillion"), (_BILLION, "billion"), (1e6, "million")):
        if highest >= unit:
            return unit, word
    return 1.0, ""


def _differs(point: Point) -> bool:
    return point.level in ("conflict", "majority")


def _said(point: Point) -> list[float]:
    """The amounts of all reports."""
    return [amount for r in point.readings for amount in (r.claim.low, r.claim.high)] or [point.low, point.high]


def _middle(point: Point) -> float:
    return (point.low + point.high) / 2


def _title(point: Point) -> str:
    said = f"{day(point.period)}: {money(point.low, point.high, point.currency)}, {label(point.status).lower()}"
    if point.reached is not None:
        said += f", {point.reached:.0%} of it reached"
    return f"{said}, {point.level}"


def _is_year(when: tuple[date, date]) -> bool:
    return (when[0].month, when[0].day, when[1].month, when[1].day) == (1, 1, 12, 31) and when[0].year == when[1].year


def _is_moment(point: Point) -> bool:
    return "/" not in (point.period or "")


def _moment(when: tuple[date, date]) -> float:
    """A year stands in its middle, everything else at its end."""
    return when[0].year + 0.5 if _is_year(when) else _fraction(when[1])


def _fraction(when: date) -> float:
    return when.year + (when.timetuple().tm_yday - 1) / 366
