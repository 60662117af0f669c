"""Where a name may end within a word: a particle may be glued behind it."""

from __future__ import annotations

from functools import lru_cache

from pactbook.mentions.organisations.korean.lexis import lexis

_LONGEST = 6


@lru_cache(maxsize=50_000)
def cuts(word: str, language: str) -> tuple[int, ...]:
    """Lengths of the stems that ``word`` may have, the whole word first.

    >>> cuts("농협이", "ko")
    (3, 2)
    """
    tails = lexis(language).tails
    found = [len(word)]
    for length in range(len(word) - 1, max(0, len(word) - _LONGEST - 1), -1):
        if word[length:] in tails and _is_letter(word[length - 1]) and not _is_cut_short(word, length, tails):
            found.append(length)
    return tuple(found)


def _is_cut_short(word: str, length: int, tails: frozenset[str]) -> bool:
    """Whether the particle from ``length`` on is only the end of a longer one: 두레로[부터] is 두레 with 로부터."""
    longer = length > 1 and word[length - 1] in tails and word[length - 1 :] in tails
    return longer and len(word) - length > 1


def _is_letter(char: str) -> bool:
    return char.isalnum()
