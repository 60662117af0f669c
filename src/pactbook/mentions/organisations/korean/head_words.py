"""The heads that a word ends with, told by the word alone: 한빛[건설], 두레가구[협회]장."""

from __future__ import annotations

from functools import cache, lru_cache

from pactbook.mentions.organisations.korean.lexis import lexis
from pactbook.mentions.organisations.korean.stems import cuts

#: So many syllables has an ordinary noun at least, and none of the knowledge has more.
_SYLLABLES, _NOUN = 2, 7


@lru_cache(maxsize=50_000)
def heads_of(word: str, language: str) -> tuple[tuple[int, str], ...]:
    """(Length of the stem, head) for every head that ``word`` ends with, particles aside; the longest head first."""
    heads, titles = lexis(language).heads, lexis(language).glued
    found: list[tuple[int, int]] = []
    for whole in cuts(word, language):
        stem = word[:whole]
        found += [(size, whole) for size in range(min(whole, _longest(language)), 0, -1) if stem[-size:] in heads]
        for length in (whole - len(t) for t in titles if stem.endswith(t) and not _is_plain(stem, language)):
            # 두레가구협회[장], never 신축공사장
            sizes = range(min(length - 1, _longest(language)), 1, -1)
            found += [(size, length) for size in sizes if stem[length - size : length] in heads]
    return tuple((length, word[length - size : length]) for size, length in sorted(found, reverse=True))


def _is_plain(stem: str, language: str) -> bool:
    """Whether the word ends with an ordinary noun."""
    plain = lexis(language).plain
    return any(stem[-size:] in plain for size in range(_SYLLABLES, _NOUN))


def head_of(word: str, language: str) -> tuple[int, str] | None:
    """The longest of the heads that ``word`` ends with."""
    return next(iter(heads_of(word, language)), None)


@cache
def _longest(language: str) -> int:
    return max(map(len, lexis(language).heads), default=0)
