"""The event that an article reports: what was signed there bears its day."""

from __future__ import annotations

import re
from datetime import date

from pactbook.model.edtf import bounds

_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
#: A visit or a forum goes on for so many days more; what was signed there bears all of them.
_VISIT = 4


class Event:
    """The event that the article reports: its day is the day of what was signed there."""

    def __init__(self) -> None:
        self.day: str | None = None
        self.paragraph = -9
        self._signed = False
        self._first: tuple[str, int] | None = None

    def sign(self, value: str | None, paragraph: int, published: str | None) -> None:
        """Remember a day on which something was signed: it counts for more than any other day."""
        if value and can_be_event(value, published):
            self.day, self.paragraph, self._signed = value, paragraph, True
            self._first = self._first or (value, paragraph)

    def see(self, value: str | None, paragraph: int, published: str | None) -> None:
        """Remember a day of which the article speaks; the latest is the event's."""
        if not value or self._signed or not can_be_event(value, published):
            return
        if "/" in value and self.day is not None:
            return  # one day tells more than several
        if value[:10] >= (self.day or "")[:10]:
            self.day, self.paragraph = value, paragraph
            self._first = self._first or (value, paragraph)

    @property
    def is_of_signing(self) -> bool:
        """Whether the day is one on which something was signed: any other day counts for less."""
        return self._signed

    def day_told_later(self, paragraph: int, reach: int) -> str | None:
        """The first day that the article tells, where it does so not more than ``reach`` paragraphs further on.

        A lead often tells what was signed, and the second paragraph when.
        """
        return self._first[0] if self._first and 0 <= self._first[1] - paragraph <= reach else None

    @property
    def first_paragraph(self) -> int:
        """Where the first day is told; before the article where none is."""
        return self._first[1] if self._first else -1

    def day_for(self, paragraph: int, reach: int) -> str | None:
        """The day of the event where it was spoken of not more than ``reach`` paragraphs before."""
        return self.day if 0 <= paragraph - self.paragraph <= (2 * reach if self._signed else reach) else None


def can_be_event(value: str, published: str | None) -> bool:
    """Whether ``value`` is a day, or the few of a visit, shortly before the publication."""
    if not _DAYS.fullmatch(value):
        return False
    if "/" in value:
        first, last = value.split("/")
        if (date.fromisoformat(last) - date.fromisoformat(first)).days > _VISIT:
            return False
    return published is None or (value[:10] <= published[:10] and not is_old(value, published))


def is_old(value: str, published: str, days: int = 45) -> bool:
    """Whether ``value`` lies more than ``days`` before the publication."""
    then, now = bounds(value), bounds(published)
    return bool(then and now and (now[0] - then[1]).days > days)
