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

    A line without the longest piece of a glob is not of that glob. One scan finds the pieces that a line holds, so that
    only globs with such a piece are tried, and compiled; most lines of an article hold none.
    """

    def __init__(self, globs: Iterable[str]) -> None:
        self._by_piece: dict[str, list[str]] = {}
        for glob in dict.fromkeys(globs):
            self._by_piece.setdefault(max(_GAPS.split(glob), key=len), []).append(glob)
        #: Globs without a piece can be any line.
        self._bare = self._by_piece.pop("", [])
        self._pieces = AhoCorasick(list(self._by_piece)) if self._by_piece else None

    def match(self, line: str) -> bool:
        """Whether the line, in lower case, is one of the globs."""
        held = self._pieces.find_matches_as_strings(line, overlapping=True) if self._pieces else ()
        if not (held or self._bare):
            return False  # as most lines
        return any(_compiled(glob).match(line) for piece in {*held} for glob in self._by_piece[piece]) or any(
            _compiled(glob).match(line) for glob in self._bare
        )

    def may_match(self, line: str) -> bool:
        """Whether a part of the line, in lower case, may be one of the globs."""
        return bool(self._bare or (self._pieces and self._pieces.find_matches_as_strings(line)))


@lru_cache(maxsize=5_000)
def _compiled(glob: str) -> re.Pattern[str]:
    pattern = re.escape(glob)
    pattern = pattern.replace(r"\*", ".{0,160}").replace(r"\#", r"\d[\d.,]*k?").replace(r"\ ", r"\s+")
    return re.compile(pattern + r"\Z")
