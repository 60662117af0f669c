"""Many words as one pattern that branches letter by letter, so that a search reads no word that cannot stand there.

Alternatives are tried in their order, as in ``one|two``; those that begin with different letters exclude each other, so
sorting them by first letter changes no match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

#: A piece of a word: a letter, or what may be missing. Only letters exclude each other.
MAYBE_SPACE = " ?"
Word = tuple[str, ...]


def branches(words: Iterable[Word]) -> str:
    """The pattern of ``a|b|...`` for words given as pieces: single letters and MAYBE_SPACE.

    >>> branches([("a", "b"), ("c",), ("a", "d")])
    '(?:a(?:b|d)|c)'
    """
    return _choice(list(_grouped(list(dict.fromkeys(words)))))


def by_first(words: Iterable[Word]) -> dict[str, list[Word]]:
    """The words by their first letter, each group in the order of ``words``."""
    found: dict[str, list[Word]] = {}
    for word in words:
        found.setdefault(word[0], []).append(word)
    return found


def _choice(patterns: Sequence[str]) -> str:
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


def _grouped(words: list[Word]) -> Iterator[str]:
    """One pattern per first letter. A word that ends here, or goes on with what may be missing, keeps its turn."""
    for excluding, run in groupby(words, key=_begins_with_letter):
        if excluding:
            for letter, group in by_first(run).items():
                yield re.escape(letter) + branches(word[1:] for word in group)
        else:
            yield from ("".join(map(_written, word)) for word in run)


def _begins_with_letter(word: Word) -> bool:
    return bool(word) and word[0] != MAYBE_SPACE


def _written(piece: str) -> str:
    return piece if piece == MAYBE_SPACE else re.escape(piece)
