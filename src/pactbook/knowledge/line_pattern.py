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
        #: Words of the longest of these.
        self._most = max((len(glob.split()) for glob in self._whole), default=0)
        #: A piece → the globs of which it is the longest, each with its other pieces.
        self._by_piece: dict[str, list[tuple[str, list[str]]]] = {}
        for glob in told:
            if glob not in self._whole:
                pieces = _GAPS.split(glob)
                longest = max(pieces, key=len)
                self._by_piece.setdefault(longest, []).append((glob, [p for p in pieces if p and p != longest]))
        #: Globs without a piece can be any line.
        self._bare = [glob for glob, _ in self._by_piece.pop("", [])]
        self._pieces = AhoCorasick(list(self._by_piece)) if self._by_piece else None

    def match(self, line: str) -> bool:
        """Whether the line, in lower case, is one of the globs."""
        words = line.split(maxsplit=self._most)
        if len(words) <= self._most and " ".join(words) in self._whole and line == line.strip():
            return True
        held = self._held(line)
        return bool(held) and any(_compiled(glob).match(line) for glob in held)

    def _held(self, line: str) -> list[str]:
        """The globs with gaps of which every piece stands in the line."""
        held = self._pieces.find_matches_as_strings(line, overlapping=True) if self._pieces else ()
        if not held:
            return self._bare
        by_piece = [self._by_piece[piece] for piece in {*held}]
        globs = [glob for told in by_piece for glob, others in told if not others or all(p in line for p in others)]
        return globs + self._bare if self._bare else globs


def _is_whole(glob: str) -> bool:
    return "*" not in glob and "#" not in glob and glob == " ".join(glob.split())


@lru_cache(maxsize=5_000)
def _compiled(glob: str) -> re.Pattern[str]:
    pattern = re.escape(glob)
    pattern = pattern.replace(r"\*", ".{0,160}").replace(r"\#", r"\d[\d.,]*k?").replace(r"\ ", r"\s+")
    return re.compile(pattern + r"\Z")
