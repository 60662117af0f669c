"""Numbers as newsrooms write them: 1,234.5, 87,7, 65억8028만, half a billion."""

from __future__ import annotations

from math import prod

from msgspec import Struct

from pactbook.knowledge.money import MoneyShapes, MoneyWords

#: From this scale on a part of a number is closed: 천 and nghìn are followed by more, 만 and triệu are not.
_CLOSING = 10_000


class Amount(Struct, frozen=True):
    """A number and the scale that it is said in: 5 million is 5000000 at 1000000; 0 where no scale is said."""

    value: float
    scale: int


def read_amount(written: str, words: MoneyWords, shapes: MoneyShapes) -> Amount:
    """Read digits with their scales; parts such as 65억 8028만 add up."""
    value, open_part, largest = 0.0, 0.0, 0
    for part in shapes.part.finditer(written):
        scales = [words.scales[s] for s in shapes.scale.findall(part["scales"])]
        scale = prod(scales)
        worth = _plain(part["number"], words.decimal) * scale
        open_part += worth
        largest = max(largest, scale if scales else 0)
        if scales and max(scales) >= _CLOSING:
            # 3천500만 is 3500만: what was said before the closing scale is multiplied by it too.
            earlier = open_part - worth
            value += open_part + earlier * (max(scales) - 1)
            open_part = 0.0
    return Amount(round(value + open_part, 2), largest)


def count(number: str, scale: str, words: MoneyWords) -> Amount:
    """Read a number in words with its scale: "half a", "billion"."""
    worth = words.scales[scale]
    return Amount(words.counts[number.lower()] * worth, worth)


def _plain(number: str, decimal: str) -> float:
    """Digits to a number. A lone mark that is not the language's decimal mark parts thousands, if three digits follow.

    "1.500" is fifteen hundred in Vietnamese and one and a half in English; "1.5" is one and a half in both.
    """
    other = "," if decimal == "." else "."
    lone = decimal not in number and number.count(other) == 1
    if lone and len(number.split(other)[1]) != 3:
        return float(number.replace(other, "."))
    return float(number.replace(other, "").replace(decimal, "."))
