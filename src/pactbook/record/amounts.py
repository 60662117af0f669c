"""Amounts as an analyst types them and as a decision keeps them: ``USD 3-5 billion``, ``USD 3000000000-5000000000``."""

from __future__ import annotations

import re

from pactbook.errors import QueryError

#: How an amount is typed.
LIKE = "like USD 35 million or KRW 1.2-1.5 trillion"

_NUMBER = r"\d+(?:\.\d+)?"
_MONEY = re.compile(rf"(?P<currency>[A-Z]{{3}}) (?P<low>{_NUMBER})(?:-(?P<high>{_NUMBER}))?")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_TYPED = r"\d[\d,]*(?:\.\d+)?"
_SCALE = rf"(?: ?(?P<scale>{'|'.join(_SCALES)}))?"
_SAID = re.compile(rf"(?P<currency>[A-Za-z]{{3}}) ?(?P<low>{_TYPED})(?: ?[-–] ?(?P<high>{_TYPED}))?{_SCALE}")
_BARE = re.compile(rf"(?P<number>{_TYPED}){_SCALE}")


def whole_units(words: str) -> str:
    """An amount in whole units of its currency; words that are no amount stay as they are.

    >>> whole_units("usd 3-5 billion")
    'USD 3000000000-5000000000'
    """
    said = _SAID.fullmatch(words)
    if said is None:
        return words
    low, high = (_scaled(n, said["scale"]) for n in (said["low"], said["high"] or said["low"]))
    return f"{said['currency'].upper()} {low}" + (f"-{high}" if high != low else "")


def whole_number(words: str) -> str:
    """A number without its currency in whole units; words that are no number stay as they are.

    >>> whole_number("3.5 billion")
    '3500000000'
    """
    said = _BARE.fullmatch(words)
    return _scaled(said["number"], said["scale"]) if said else words


def is_number(words: str) -> bool:
    """Whether a decision can keep this as a number."""
    return re.fullmatch(_NUMBER, words) is not None


def parse_amount(words: str) -> tuple[float, float, str]:
    """Low, high and currency of an amount in whole units. Raises QueryError."""
    match = _MONEY.fullmatch(words)
    if match is None:
        raise QueryError(f"{words!r} is no amount; write it {LIKE}")
    low = float(match["low"])
    high = float(match["high"] or low)
    if low > high:
        raise QueryError(f"{words!r} is no amount: its lower bound is above the upper one")
    return low, high, match["currency"]


def _scaled(number: str, scale: str | None) -> str:
    return f"{float(number.replace(',', '')) * _SCALES.get(scale or '', 1.0):.2f}".rstrip("0").rstrip(".")
