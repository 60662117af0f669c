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

    Globs without gaps are looked up. A line without every piece of a glob is not of that glob: one scan finds which
    longest pieces a line holds, so that only globs with such a piece are looked at, and compiled if all else of them
    is there; most lines hold none.
    """

    def __init__(self, globs: Iterable[str]) -> None:
        told = dict.fromkeys(globs)
        self._whole = frozenset(glob for glob in told if _is_whole(glob))
        self._by_piece: dict[str, list[tuple[str, list[str]]]] = {}
        for glob in told:
            if glob not in self._whole:
                pieces = _GAPS.split(glob)
                self._by_piece.setdefault(max(pieces, key=len), []).append((glob, pieces))
        #: Globs without a piece can be any line.
        self._bare = [glob for glob, _ in self._by_piece.pop("", [])]
        self._pieces = AhoCorasick(list(self._by_piece)) if self._by_piece else None

    def match(self, line: str) -> bool:
        """Whether the line, in lower case, is one of the globs."""
        if " ".join(line.split()) in self._whole and line == line.strip():
            return True
        return any(_compiled(glob).match(line) for glob in self._held(line))

    def _held(self, line: str) -> list[str]:
        """The globs with gaps of which every piece stands in the line."""
        held = self._pieces.find_matches_as_strings(line, overlapping=True) if self._pieces else ()
        if not held:
            return self._bare
        globs = [g for piece in {*held} for g, pieces in self._by_piece[piece] if all(p in line for p in pieces)]
        return globs + self._bare


def _is_whole(glob: str) -> bool:
    return "*" not in glob and "#" not in glob and glob == " ".join(glob.split())


@lru_cache(maxsize=5_000)
def _compiled(glob: str) -> re.Pattern[str]:
    pattern = re.escape(glob)
    pattern = pattern.replace(r"\*", ".{0,160}").replace(r"\#", r"\d[\d.,]*k?").replace(r"\ ", r"\s+")
    return re.compile(pattern + r"\Z")
