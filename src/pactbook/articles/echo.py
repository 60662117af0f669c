"""How much of a line the text below it says again: a headline says in other words what its article says."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from pactbook.knowledge.page import pages
from pactbook.text.fold import fold_name

_WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}|[가-힣]{2,}")
_VIETNAMESE = re.compile("[đươạ-ỹ]", re.I)
#: Letters of a word that tell it from others, whatever its ending.
_STEM = 4


def words_of(line: str) -> set[str]:
    """The words of a line that may come again, folded."""
    return {fold_name(w) for w in _WORD.findall(line)}


@cache
def _little() -> frozenset[str]:
    return frozenset(pages()["en"].function_words)


def share(words: set[str], body: str) -> float:
    """The share of the words that a folded text holds, whole or by their first letters."""
    return sum(w in body or w[:_STEM] in body for w in words) / max(len(words), 1)


def strict_share(words: set[str], body: str) -> float:
    """The same, of words and beginnings of words: short words of other scripts than Hangul must stand there whole.

    ``body`` is folded, with a space at either end. Little words do not count.
    """
    words = words - _little()
    return sum(_is_said(w, body) for w in words) / max(len(words), 1)


def is_vietnamese(line: str) -> bool:
    """Whether a line has letters that only Vietnamese has."""
    return _VIETNAMESE.search(line) is not None


def told_share(line: str, body: str) -> float:
    """How much of a line a folded text tells: of its words, in Vietnamese, whose words are short, of pairs of them."""
    if not is_vietnamese(line):
        words = words_of(line)
        return strict_share(words, body) if len(words) > 1 else 0.0
    told = [f" {first} {second} " in body for first, second in pairwise(fold_name(line).split())]
    return sum(told) / max(len(told), 1)


def _is_said(word: str, body: str) -> bool:
    if "가" <= word[0] <= "힣":
        return word in body or word[:_STEM] in body
    return f" {word} " in body or (len(word) > _STEM and f" {word[:_STEM]}" in body)
