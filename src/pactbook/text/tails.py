"""The last letters of phrases, which tell at a glance where none of them can end."""

from __future__ import annotations

from collections.abc import Iterable

_SIZE = 2


class Tails:
    """What the spellings of some phrases end with (``shapes.words`` says how a phrase may be spelled)."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._ends = frozenset(map(_tail, phrases))
        self._has_single = any(len(end) == 1 for end in self._ends)

    def may_end(self, text: str) -> bool:
        """Whether one of the phrases may end where ``text`` ends, spaces behind it aside.

        >>> Tails(["up to", "over"]).may_end("sold for Up To "), Tails(["up to"]).may_end("sold for")
        (True, False)
        """
        bare = text.rstrip(" ")[-_SIZE:].lower()
        return bare in self._ends or (self._has_single and bare[-1:] in self._ends)


def _tail(phrase: str) -> str:
    """The last letters; the last one alone where a dash is among them, which may have spaces around it."""
    tail = phrase[-_SIZE:].lower()
    return tail[-1:] if "-" in tail else tail
