"""The event that an article reports: what was signed there bears its day."""

from __future__ import annotations

import re

from pactbook.model.edtf import bounds


class Event:
    """The event that the article reports: its day is the day of what was signed there."""

    def __init__(self) -> None:
        self.day: str | None = None
        self.paragraph = -9
        self._signed = False
        self._first: tuple[str, int] | None = None

    def sign(self, value: str | None, paragraph: int, published: str | None) -> None:
        """Remember a day on which something was signed: it counts for more than any other day."""
        if value and _can_be_event(value, published):
            self.day, self.paragraph, self._signed = value, paragraph, True
            self._first = self._first or (value, paragraph)

    def see(self, value: str | None, paragraph: int, published: str | None) -> None:
        """Remember a day of which the article speaks; the latest is the event's."""
        if value and not self._signed and _can_be_event(value, published) and value >= (self.day or ""):
            self.day, self.paragraph = value, paragraph
            self._first = self._first or (value, paragraph)

    def day_told_later(self, paragraph: int, reach: int) -> str | None:
        """The first day that the article tells, where it does so not more than ``reach`` paragraphs further on.

        A lead often tells what was signed, and the second paragraph when.
        """
        return self._first[0] if self._first and 0 <= self._first[1] - paragraph <= reach else None

    def day_for(self, paragraph: int, reach: int) -> str | None:
        """The day of the event where it was spoken of not more than ``reach`` paragraphs before."""
        return self.day if 0 <= paragraph - self.paragraph <= (2 * reach if self._signed else reach) else None


def _can_be_event(value: str, published: str | None) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    return published is None or (value <= published[:10] and not is_old(value, published))


def is_old(value: str, published: str, days: int = 45) -> bool:
    """Whether ``value`` lies more than ``days`` before the publication."""
    then, now = bounds(value), bounds(published)
    return bool(then and now and (now[0] - then[1]).days > days)
