"""Level a text for matching without moving a character: offsets into the levelled text are offsets into the text."""

from __future__ import annotations

import re
from functools import lru_cache

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000\t\n\r\f\v", " "),
        **dict.fromkeys("·∙•・ㆍ", "·"),
        **dict.fromkeys("∼〜～∽", "~"),
    }
)
#: Vietnamese sets the tone of an open oa, oe or uy on either vowel: "thoả thuận" and "thỏa thuận" are one word.
_PLAIN, _TONES = "oueayOUEAY", ("òùèàỳÒÙÈÀỲ", "óúéáýÓÚÉÁÝ", "ỏủẻảỷỎỦẺẢỶ", "õũẽãỹÕŨẼÃỸ", "ọụẹạỵỌỤẸẠỴ")
_TONED = {(plain, n): toned for n, tone in enumerate(_TONES) for plain, toned in zip(_PLAIN, tone, strict=True)}
_BARE = {toned: (plain, n) for (plain, n), toned in _TONED.items()}
_LATE_TONE = re.compile(r"(?:[oO][àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])")


def level(text: str) -> str:
    """Make quotes, dashes, spaces and dots of every make alike, and Vietnamese tones. Same length."""
    return _level_article(text) if len(text) > _LONG else level_tones(text.translate(_ALIKE))


@lru_cache(maxsize=2)
def _level_article(text: str) -> str:
    """An article's text is levelled once for all that look at it."""
    return level_tones(text.translate(_ALIKE))


def level_tones(text: str) -> str:
    """Set the tone of an open oa, oe, uy on its first vowel: "thoả" becomes "thỏa". Same length as ``text``."""
    return text if text.isascii() else _LATE_TONE.sub(_moved, text)


def _moved(syllable: re.Match[str]) -> str:
    plain, tone = _BARE[syllable.group()[1]]
    return _TONED[syllable.group()[0], tone] + plain


def lower(text: str) -> str:
    """Lower case, character by character. Same length as ``text`` (str.lower is not: "İ" becomes two)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


#: Longer texts are whole articles.
_LONG = 400

_SPACES = re.compile(r"\s+")


def tidy(text: str) -> str:
    """One line, single spaces, no space at the ends."""
    return _SPACES.sub(" ", text).strip()
