"""Many words as one pattern that branches letter by letter, so that a search reads no word that cannot stand there.

Alternatives are tried in their order, as in ``one|two``; those that begin with different letters exclude each other, so
sorting them by first letter changes no match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

#: A piece of a word: a letter, one that may be small or capital (``either``), or what may be missing. Only letters
#: exclude each other.
MAYBE_SPACE, DASH = " ?", " ?- ?"
Word = tuple[str, ...]


def branches(words: Iterable[Word]) -> str:
    """The pattern of ``a|b|...`` for words given as pieces.

    >>> branches([("a", "b"), ("c",), ("a", "d")])
    '(?:a(?:b|d)|c)'
    """
    known = list(dict.fromkeys(words))
    return written(known[0]) if len(known) == 1 else _choice(list(_grouped(known)))


def either(letter: str) -> str:
    """The piece for a small letter that may be capital."""
    return f"[{letter.upper()}{letter}]"


def by_first(words: Iterable[Word]) -> dict[str, list[Word]]:
    """The words by their first letter, small or capital, each group in the order of ``words``."""
    found: dict[str, list[Word]] = {}
    for word in words:
        first = word[0]
        found.setdefault(first.lower() if len(first) == 1 else first[-2], []).append(word)
    return found


def _choice(patterns: Sequence[str]) -> str:
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


def _grouped(words: list[Word]) -> Iterator[str]:
    """One pattern per first letter. A word that ends here, or goes on with what may be missing, keeps its turn."""
    for excluding, run in groupby(words, key=_begins_with_letter):
        if excluding:
            for group in by_first(run).values():
                if len({word[0] for word in group}) == 1:
                    yield _written(group[0][0]) + branches(word[1:] for word in group)
                else:
                    yield from map(written, group)
        else:
            yield from map(written, run)


def _begins_with_letter(word: Word) -> bool:
    return bool(word) and word[0] not in (MAYBE_SPACE, DASH)


def written(word: Word) -> str:
    """The pattern of one word."""
    return "".join(map(_written, word))


def _written(piece: str) -> str:
    return re.escape(piece) if len(piece) == 1 and piece != " " else piece
