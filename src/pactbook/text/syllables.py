"""One spelling for a Vietnamese syllable: "hoà" is "hòa", "Uỷ" is "Ủy", "kĩ" is "kỹ". Marks still count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
#: After these beginnings the vowel alone is written "i" or "y".
_EITHER = re.compile(r"(qu|[hklmst])y")


@lru_cache(maxsize=20_000)
def syllable(word: str) -> str:
    """The letters of ``word`` in small, its tone behind them.

    >>> syllable("Uỷ") == syllable("ủy"), syllable("kĩ") == syllable("Kỹ"), syllable("bộ") == syllable("bỏ")
    (True, True, False)
    """
    if word.isascii():
        low, tone = word.lower(), ""
    else:
        parts = unicodedata.normalize("NFD", word.lower().replace("ð", "đ"))
        tone = "".join(c for c in parts if c in _TONES)
        low = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    if _EITHER.fullmatch(low):
        low = low[:-1] + "i"
    return low + tone
