"""A line as small as a word: how whole years went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pactbook.web.charts.scale import Scale

_EDGE = 3


@dataclass(frozen=True, slots=True)
class Spark:
    """A drawing without axes. ``line`` is in the notation of SVG's polyline, ``last`` its last point."""

    width: int
    height: int
    line: str
    last: tuple[float, float]


def spark(years: Sequence[tuple[int, float]], size: tuple[int, int] = (120, 28)) -> Spark | None:
    """``years`` and their amounts, in order; None where there are fewer than three."""
    if len(years) < 3:
        return None
    width, height = size
    xs = Scale(years[0][0], years[-1][0], _EDGE, width - _EDGE)
    ys = Scale(0, max(amount for _, amount in years) or 1, height - _EDGE, _EDGE)
    points = [(xs.at(year), ys.at(amount)) for year, amount in years]
    return Spark(width, height, " ".join(f"{x},{y}" for x, y in points), points[-1])
