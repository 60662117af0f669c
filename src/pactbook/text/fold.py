"""Fold names and words to what their spellings share. One folding serves index, query and comparison.

NFC, lower case, Latin marks stripped, đ → d. Hangul stays whole: a syllable is not a letter with marks.
"""

from __future__ import annotations

import re
import unicodedata

from pactbook.text.level import level

_STROKED = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_MARKS = re.compile("[\u0300-\u036f]+")
#: Every run between words but a single space, which stays what it is.
_NOT_WORD = re.compile(r"[^\w&](?:[^\w&]+|(?<! ))")


def fold(text: str) -> str:
    """Lower case without Latin marks; Hangul recomposed. Punctuation and spaces are kept."""
    low = level(text).lower()
    if low.isascii():
        return low
    bare = _MARKS.sub("", unicodedata.normalize("NFD", low))
    return unicodedata.normalize("NFC", bare).translate(_STROKED)


def fold_name(name: str) -> str:
    """Fold a name to its words: punctuation goes, words are parted by one space.

    >>> fold_name("Đồng Nai's People's Committee")
    'dong nai s people s committee'
    """
    return _NOT_WORD.sub(" ", fold(name)).strip()
