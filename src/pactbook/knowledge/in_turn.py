"""Patterns tried in turn at one place of a text, those alone that may match before the character there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from pactbook.knowledge.reading import Pattern, source
from pactbook.text.beginnings import at, parsed, then, ways, written
from pactbook.text.expressions import regex

T = TypeVar("T")


class InTurn(dict[str, list[tuple[Pattern, T]]], Generic[T]):
    """A character ("" for the end) → the patterns that may match before it, in order, with what belongs to each.

    Of a space, before which many words may stand, the character behind it is looked at too. What a pattern may begin
    with is worked out from the pattern. One that may match nothing is tried before any character, unless nothing is no
    match here (``empty``).
    """

    def __init__(self, tried: Iterable[tuple[Pattern, T]], *, empty: bool = True) -> None:
        super().__init__()
        self._tried = [(pattern, belongs, _fits(source(pattern), empty=empty)) for pattern, belongs in tried]

    def __missing__(self, letter: str) -> list[tuple[Pattern, T]]:
        """Find out once which patterns may match before a character."""
        found = self[letter] = [(pattern, belongs) for pattern, belongs, fits in self._tried if fits(letter)]
        return found

    def first(self, text: str, place: int, end: int) -> tuple[T, re.Match[str]] | None:
        """What belongs to the first pattern that matches at ``place``, and the match."""
        letter = text[place : place + 1] if place < end else ""
        if letter == " ":
            letter = text[place : min(place + 2, end)]
        for pattern, belongs in self[letter]:
            match = pattern.match(text, place, end)
            if match is not None:
                return belongs, match
        return None


def _fits(pattern: str, *, empty: bool) -> Callable[[str], object]:
    """What tells whether the pattern may match before a character."""
    told = ways(parsed(pattern), 2)
    told = told if empty else told - {()}
    first, second = at(told, 0), at(then(told, " "), 0)
    if first is None:
        return lambda _: True
    return regex(f"(?! .){written(first)}| (?={written(second)})").match
