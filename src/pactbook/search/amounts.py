"""Amounts in questions: ``>=1bn``, ``500k..2m``, ``100m-1bn``. US dollars; k, m, bn, tn are scales."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from typing import NamedTuple

from pactbook.knowledge.rates import DOLLAR, in_dollars

_SCALES = {"": 1.0, "k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12}
_SCALES |= {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_NUMBER = r"(\d[\d,]*(?:\.\d+)?)\s*([a-z]*)"
_RANGE = re.compile(rf"(?:{_NUMBER})?\s*(?:\.\.|-|–)\s*(?:{_NUMBER})?")
_LIMIT = re.compile(rf"(>=|<=|>|<|=)?\s*{_NUMBER}")

#: The bands that answers are counted by, each from its first amount to just below its second.
BANDS = ("0-1m", "1m-10m", "10m-100m", "100m-1bn", "1bn-")


class Amounts(NamedTuple):
    """From ``low`` to ``high`` US dollars; ``low`` is counted, ``high`` only if ``closed``."""

    low: float
    high: float
    closed: bool = False

    def holds(self, amount: float) -> bool:
        """Whether an amount lies within."""
        return self.low <= amount and (amount < self.high or (self.closed and amount == self.high))


def amounts(words: str) -> Amounts:
    """Read ``>=1bn``, ``<500k``, ``2m`` (exactly), ``1m..5m`` (both counted), or a band ``1m-10m``, ``1bn-`` (the
    second not counted). Raises ValueError.

    >>> amounts("100m-1bn")
    Amounts(low=100000000.0, high=1000000000.0, closed=False)
    """
    text = words.strip().lower().removeprefix("$").replace("$", "").replace("us", "", 1)
    if found := _RANGE.fullmatch(text):
        if not found[1] and not found[3]:
            raise ValueError("no amount")
        low = _number(found[1], found[2]) if found[1] else 0.0
        high = _number(found[3], found[4]) if found[3] else math.inf
        if low > high:
            raise ValueError("the first amount is larger than the second")
        return Amounts(low, high, closed=".." in text or high == low)
    if not (found := _LIMIT.fullmatch(text)):
        raise ValueError("no amount")
    amount = _number(found[2], found[3])
    above = math.nextafter(amount, math.inf)
    return {
        ">=": Amounts(amount, math.inf),
        ">": Amounts(above, math.inf),
        "<": Amounts(-math.inf, amount),
        "<=": Amounts(-math.inf, amount, closed=True),
    }.get(found[1] or "=", Amounts(amount, amount, closed=True))


def _number(digits: str, scale: str) -> float:
    if scale not in _SCALES:
        raise ValueError(f"{scale!r} is no scale")
    return float(digits.replace(",", "")) * _SCALES[scale]


def in_us_dollars(amount: float, currency: str, year: str | None) -> float | None:
    """An amount in US dollars at the average rate of ``year``; None where that is not known."""
    if currency == DOLLAR:
        return amount
    found = in_dollars(amount, amount, currency, int(year)) if year else None
    return found.low if found else None


def band(amount: float) -> str:
    """The band that an amount of at least nothing lies in."""
    return BANDS[bisect_right(_TOPS, amount)]


#: The first amount above each band but the last.
_TOPS = [amounts(b).high for b in BANDS[:-1]]
