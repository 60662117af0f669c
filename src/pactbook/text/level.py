"""Level a text for matching without moving a character: offsets into the levelled text are offsets into the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_ALIKE = {
    **dict.fromkeys("‘’ʼ‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000\t\n\r\f\v", " "),
    **dict.fromkeys("·∙•・ㆍ", "·"),
    **dict.fromkeys("∼〜～∽", "~"),
}
_TABLE = str.maketrans(_ALIKE)
_UNLIKE = re.compile(f"[{''.join(_ALIKE)}]")
#: Vietnamese sets the tone of an open oa, oe or uy on either vowel: "thoả thuận" and "thỏa thuận" are one word.
_PLAIN, _TONES = "oueayOUEAY", ("òùèàỳÒÙÈÀỲ", "óúéáýÓÚÉÁÝ", "ỏủẻảỷỎỦẺẢỶ", "õũẽãỹÕŨẼÃỸ", "ọụẹạỵỌỤẸẠỴ")
_TONED = {(plain, n): toned for n, tone in enumerate(_TONES) for plain, toned in zip(_PLAIN, tone, strict=True)}
_BARE = {toned: (plain, n) for (plain, n), toned in _TONED.items()}
#: The letters come first and what else is said of them second: so a search skips to the next such letter.
_LATE_TONE = re.compile(r"[oOuU](?:(?<=[oO])[àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ]|(?<=[uU])(?<![qQ].)[ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])")
#: Stands in no phrase, and is no letter that another may lean on.
_BETWEEN = "\0"
#: Longer texts are whole articles.
LONG = 400


def level(text: str) -> str:
    """Make quotes, dashes, spaces and dots of every make alike, and Vietnamese tones. Same length."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text  # as most names are: it is plain
    return _level_article(text) if len(text) > LONG else _level_phrase(text)


def _is_plain(text: str) -> bool:
    """Whether nothing is to be levelled: printable ASCII without the accent that stands for a quote."""
    return text.isascii() and text.isprintable() and "`" not in text


@lru_cache(maxsize=2)
def _level_article(text: str) -> str:
    """An article's text is levelled once for all that look at it."""
    return level_tones(_alike(text))


@lru_cache(maxsize=5_000)
def _level_phrase(text: str) -> str:
    """The same names, words and sentences are levelled by many."""
    return level_tones(_alike(text))


def _alike(text: str) -> str:
    if text.isascii():
        return text.translate(_TABLE)
    if len(text) <= LONG:
        return _UNLIKE.sub(lambda m: _ALIKE[m.group()], text)
    # To look for each by itself takes less time than to look at every character.
    for char, plain in _ALIKE.items():
        if char in text:
            text = text.replace(char, plain)
    return text


def level_tones(text: str) -> str:
    """Set the tone of an open oa, oe, uy on its first vowel: "thoả" becomes "thỏa". Same length as ``text``."""
    return text if text.isascii() else _LATE_TONE.sub(_moved, text)


def _moved(syllable: re.Match[str]) -> str:
    plain, tone = _BARE[syllable.group()[1]]
    return _TONED[syllable.group()[0], tone] + plain


def lower(text: str) -> str:
    """Lower case, character by character. Same length as ``text`` (str.lower is not: "İ" becomes two)."""
    return _lower_article(text) if len(text) > LONG else _lower(text)


@lru_cache(maxsize=2)
def _lower_article(text: str) -> str:
    """An article's text is made small once for all that look at it."""
    return _lower(text)


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def level_all(phrases: Sequence[str], *, small: bool) -> list[str]:
    """``level`` of each phrase, and ``lower`` of that where they are to be ``small``; many at once take less time.

    >>> level_all(["Thoả thuận", "MoU – signed"], small=True)
    ['thỏa thuận', 'mou - signed']
    """
    odd = [phrase for phrase in phrases if not _is_plain(phrase)]
    levelled = list(phrases)
    if odd:
        told = dict(zip(odd, level_tones(_alike(_BETWEEN.join(odd))).split(_BETWEEN), strict=True))
        levelled = [told.get(phrase, phrase) for phrase in phrases]
    # What is small already stays the same object, of which there are tens of thousands.
    return [phrase if phrase.islower() else _lower(phrase) for phrase in levelled] if small else levelled


def tidy(text: str) -> str:
    """One line, single spaces, no space at the ends."""
    return " ".join(text.split())
