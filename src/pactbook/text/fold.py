"""Fold names and words to what their spellings share. One folding serves index, query and comparison.

NFC, lower case, Latin marks stripped, đ → d. Hangul stays whole: a syllable is not a letter with marks.
"""

from __future__ import annotations

import re
import unicodedata

from pactbook.text.level import level

_STROKED = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_NOT_WORD = re.compile(r"[^\w&]+")


def fold(text: str) -> str:
    """Lower case without Latin marks; Hangul recomposed. Punctuation and spaces are kept."""
    parts = unicodedata.normalize("NFD", level(text).lower())
    bare = "".join(c for c in parts if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", bare).translate(_STROKED)


def fold_name(name: str) -> str:
    """Fold a name to its words: punctuation goes, words are parted by one space.

    >>> fold_name("Đồng Nai's People's Committee")
    'dong nai s people s committee'
    """
    return _NOT_WORD.sub(" ", fold(name)).strip()
