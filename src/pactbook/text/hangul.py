"""The consonants that close a syllable of Hangul: 넘길 closes with ㄹ, 늘었 with ㅆ."""

from __future__ import annotations

#: Every consonant that may close a syllable, in the order in which Unicode numbers such syllables.
FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
#: For every beginning there are so many ways to close it, "not at all" among them.
_WAYS = len(FINALS) + 1
_FIRST, _LAST = ord("가"), ord("힣")


def closed_by(final: str) -> str:
    """A class of a regular expression: every syllable that ``final`` closes.

    >>> import re
    >>> bool(re.fullmatch(closed_by("ㄹ"), "길")), bool(re.fullmatch(closed_by("ㄹ"), "긴"))
    (True, False)
    """
    first = _FIRST + FINALS.index(final) + 1
    return "[" + "".join(map(chr, range(first, _LAST + 1, _WAYS))) + "]"
