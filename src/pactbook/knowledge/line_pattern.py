"""Whole lines with gaps: ``copyright *``, ``comments (#)``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

#: What parts the pieces of a line that must stand in it as they are written.
_GAPS = re.compile(r"[*#\s]+")


class LinePattern:
    """Matches a line that is one of ``globs``: ``*`` is up to 160 characters, ``#`` a number, a space any spaces.

    A line without every piece of a glob is not of that glob. One scan finds which longest pieces a line holds, so that
    only globs with such a piece are looked at, and compiled if all else of them is there; most lines hold none.
    """

    def __init__(self, globs: Iterable[str]) -> None:
        self._by_piece: dict[str, list[tuple[str, list[str]]]] = {}
        for glob in dict.fromkeys(globs):
            pieces = _GAPS.split(glob)
            self._by_piece.setdefault(max(pieces, key=len), []).append((glob, pieces))
        #: Globs without a piece can be any line.
        self._bare = [glob for glob, _ in self._by_piece.pop("", [])]
        self._pieces = AhoCorasick(list(self._by_piece)) if self._by_piece else None

    def match(self, line: str) -> bool:
        """Whether the line, in lower case, is one of the globs."""
        globs = self._held(line)
        return bool(globs) and any(_compiled(glob).match(line) for glob in globs)  # most lines hold none

    def may_match(self, text: str) -> bool:
        """Whether a part of the text, in lower case, may be one of the globs."""
        return bool(self._held(text))

    def _held(self, text: str) -> list[str]:
        """The globs of which every piece stands in the text."""
        held = self._pieces.find_matches_as_strings(text, overlapping=True) if self._pieces else ()
        if not held:
            return self._bare
        globs = [g for piece in {*held} for g, pieces in self._by_piece[piece] if all(p in text for p in pieces)]
        return globs + self._bare


@lru_cache(maxsize=5_000)
def _compiled(glob: str) -> re.Pattern[str]:
    pattern = re.escape(glob)
    pattern = pattern.replace(r"\*", ".{0,160}").replace(r"\#", r"\d[\d.,]*k?").replace(r"\ ", r"\s+")
    return re.compile(pattern + r"\Z")
