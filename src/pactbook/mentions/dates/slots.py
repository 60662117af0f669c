"""What the slots of a date hold, as numbers."""

from __future__ import annotations

from datetime import date

from pactbook.mentions.dates.reckoner import Reckoner, Slots


def number(r: Reckoner, kind: str, words: str) -> int:
    """The value of the words of a slot. Raises ValueError for words that have none."""
    value = r.words.value(kind, words.rstrip("."))
    if value is None:
        raise ValueError(f"{words!r} is no {kind}")
    return value


def month_of(r: Reckoner, slots: Slots, far: str = "") -> int:
    """The month, 1 to 12, of a slot in digits or in words; ``far`` is the end of a range."""
    if f"mon{far}" in slots:
        return int(slots[f"mon{far}"])
    return number(r, "month", slots[f"month{far}"])


def day_of(words: str) -> int:
    """A day in digits: ``23rd``, ``23일``."""
    return int("".join(c for c in words if c.isdigit()))


def months_later(day: date, months: int) -> date:
    """The first day of the month so many months later, or earlier."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
