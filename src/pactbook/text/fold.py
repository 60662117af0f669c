"""Fold names and words to what their spellings share. One folding serves index, query and comparison.

NFC, lower case, Latin marks stripped, đ → d. Hangul stays whole: a syllable is not a letter with marks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pactbook.text.level import level

_STROKED = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_MARKS = re.compile("[\u0300-\u036f]+")
#: Every run between words but a single space, which stays what it is.
_NOT_WORD = re.compile(r"[^\w&](?:[^\w&]+|(?<! ))")
#: The same for a text in ASCII, which takes a third of the time: all that is no part of a word, to a space.
_TO_SPACES = str.maketrans({c: " " for c in map(chr, range(0x80)) if _NOT_WORD.match(f"{c}.")})


#: Latin letters with marks and marks by themselves; like Hangul they do not join what stands beside them.
_LATIN = range(0xC0, 0x250), range(0x300, 0x370), range(0x1E00, 0x1F00)
_MARKS_OF_TEXT = range(0x2010, 0x2028)
_HANGUL_ALONE = re.compile("[\x00-\x7f\u2010-\u2027가-힣]*+")
_OURS = re.compile("[\x00-ɏ\u0300-\u036fḀ-ỿ\u2010-\u2027가-힣]*")


def fold(text: str) -> str:
    """Lower case without Latin marks; Hangul recomposed. Punctuation and spaces are kept."""
    low = level(text).lower()
    if low.isascii() or _HANGUL_ALONE.fullmatch(low):
        return low
    return low.translate(_folded()) if _OURS.fullmatch(low) else _fold(low)


@cache
def _folded() -> dict[int, str]:
    # A character that is not told takes three times as long.
    return {code: _fold(chr(code)) for codes in (range(0xC0), *_LATIN, _MARKS_OF_TEXT) for code in codes}


def _fold(low: str) -> str:
    bare = _MARKS.sub("", unicodedata.normalize("NFD", low))
    return unicodedata.normalize("NFC", bare).translate(_STROKED)


def fold_name(name: str) -> str:
    """Fold a name to its words: punctuation goes, words are parted by one space.

    >>> fold_name("Đồng Nai's People's Committee")
    'dong nai s people s committee'
    """
    folded = fold(name)
    if "  " not in folded and folded.replace(" ", "").isalnum():
        return folded.strip()
    if folded.isascii():
        return " ".join(folded.translate(_TO_SPACES).split())
    return _NOT_WORD.sub(" ", folded).strip()
