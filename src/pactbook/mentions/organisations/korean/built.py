"""A name as its head builds it."""

from __future__ import annotations

from msgspec import Struct

from pactbook.knowledge.organisations import Head
from pactbook.mentions.organisations.korean.sheet import Sheet


class Built(Struct, frozen=True):
    """A name as its head builds it: words ``first`` to ``last``; ``own`` is what of the last stem is not the head."""

    first: int
    last: int
    stem: str
    own: str
    head: Head

    @property
    def phrase(self) -> str:
        """The head's words."""
        return self.stem[len(self.own) :]


def of_place(sheet: Sheet, built: Built) -> bool:
    """Whether a place with a government of its own stands before the last word: 하노이시 기획투자국."""
    before = [sheet.words[p].text for p in range(built.first, built.last)]
    return any(text.endswith(sheet.lexis.places) and text not in sheet.lexis.not_heads for text in before)
