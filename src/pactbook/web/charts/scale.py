"""Axes whose ticks are round numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass

#: How large a chart is on a telephone: letters keep their size, and nothing has to be moved to be read.
NARROW = (320, 240)


@dataclass(frozen=True, slots=True)
class Scale:
    """From numbers to places. ``low`` is drawn at ``start``, ``high`` at ``end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, number: float) -> float:
        """Where the number is drawn, to a tenth of a pixel."""
        share = (number - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def ticks(highest: float, about: int = 4) -> list[float]:
    """Round numbers from 0 to the first that is not below ``highest``.

    >>> ticks(87.7)
    [0.0, 25.0, 50.0, 75.0, 100.0]
    """
    if highest <= 0:
        return [0.0, 1.0]
    rough = highest / about
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(f * unit for f in (1, 2, 2.5, 5, 10) if f * unit >= rough)
    return [n * step for n in range(math.ceil(round(highest / step, 9)) + 1)]


def whole_ticks(highest: int) -> list[float]:
    """As ``ticks``, in whole numbers."""
    found = ticks(float(highest))
    return found if all(t == int(t) for t in found) else [float(n) for n in range(highest + 1)]
