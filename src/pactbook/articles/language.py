"""The language of a text: English, Vietnamese or Korean."""

from __future__ import annotations

import re
from functools import cache

from pactbook.knowledge.page import pages
from pactbook.model.article import Language

# Runs of letters, not letters: a text has a fifth as many.
_HANGUL = re.compile(r"[가-힣]+")
_OTHER_SCRIPT = re.compile(
    r"[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\u0900-\u097f]+"
)
_MARKED = "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_VIETNAMESE = re.compile(f"[{_MARKED}{_MARKED.upper()}]+")
_ASCII = bytes(range(128))
_LETTERS, _BLANKS = bytes(range(65, 91)) + bytes(range(97, 123)), b" \t\n\r\v\f"
_WORD = re.compile(r"[^\W\d_]+")
#: The share of Hangul among the letters of a Korean text, and that of letters only Vietnamese has in a Vietnamese one.
_HANGUL_SHARE, _MARKED_SHARE = 0.25, 0.06
#: The share of letters of other scripts in a text of another language, and that of common words in an English one.
_OTHER_SHARE, _COMMON_SHARE = 0.3, 0.1
#: A text of fewer words need not have common ones.
_FEW_WORDS = 12


@cache
def _function_words() -> frozenset[str]:
    return frozenset(pages()["en"].function_words)


@cache
def _plain_words() -> frozenset[bytes]:
    return frozenset(word.encode() for word in _function_words() if word.isascii() and word.isalpha())


def language_of(text: str) -> Language | None:
    """The language that most of the text is in, or None where it is none of the three."""
    sample = text[:20_000]
    encoded = sample.encode("utf-8", "surrogatepass")
    # None of the scripts is ASCII, most of an English text is.
    odd = _without_ascii(encoded)
    # There are no more letters than characters, and half of a Korean text has enough of Hangul for all.
    enough = _HANGUL_SHARE * len(sample)
    half = len(odd) // 2
    hangul = _count(_HANGUL, odd[:half])
    if hangul <= enough:
        hangul += _count(_HANGUL, odd[half:])
    if hangul > enough:
        return "ko"
    others, marked = _count(_OTHER_SCRIPT, odd), _count(_VIETNAMESE, odd)
    if not (hangul or others) and marked > _MARKED_SHARE * len(sample):
        return "vi"
    if _is_plainly_english(encoded, max(hangul / _HANGUL_SHARE, others / _OTHER_SHARE, marked / _MARKED_SHARE)):
        return "en"
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if not letters:
        return None
    if hangul > _HANGUL_SHARE * letters:
        return "ko"
    if others > _OTHER_SHARE * letters:
        return None
    if marked > _MARKED_SHARE * letters:
        return "vi"
    known = _function_words()
    common = sum(map(known.__contains__, map(str.lower, words)))
    return "en" if common >= _COMMON_SHARE * len(words) or len(words) < _FEW_WORDS else None


def _is_plainly_english(text: bytes, least: float) -> bool:
    """Whether a text in UTF-8 has at least so many ASCII letters, and is English however many words it may have.

    What stands between blanks is found fast; each byte in it that is no such letter may part two words.
    """
    others = len(text.translate(None, _LETTERS))
    if len(text) - others < least:
        return False
    found = text.lower().split()
    most = len(found) + len(text.translate(None, _LETTERS + _BLANKS))
    return 0 < sum(map(_plain_words().__contains__, found)) >= _COMMON_SHARE * most


def _without_ascii(text: bytes) -> str:
    # In UTF-8 the bytes of ASCII stand in no other character.
    return text.translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _count(letters: re.Pattern[str], text: str) -> int:
    """How many letters of ``text`` are of the script."""
    return sum(map(len, letters.findall(text)))
