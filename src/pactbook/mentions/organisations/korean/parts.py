"""What a name is put together from: states, places, fields, common words, and what is its own."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from pactbook.mentions.organisations.korean.lexis import lexis

Sort = Literal["state", "land", "topic", "generic", "plain", "own"]

#: Syllables that stick to common words and make no name of them: 대기업, 신산업, 재건설.
_SHORTEST = 2


class Part(Struct, frozen=True):
    """A piece of a name and what it is."""

    text: str
    sort: Sort


@cache
def _known(language: str) -> dict[str, Sort]:
    words = lexis(language)
    known: dict[str, Sort] = {}
    known.update(dict.fromkeys(words.words.plain, "plain"))
    known.update(dict.fromkeys(words.generic, "generic"))
    known.update(dict.fromkeys(words.topics, "topic"))
    known.update(dict.fromkeys(words.lands, "land"))
    known.update(dict.fromkeys(words.states, "state"))
    return {word: sort for word, sort in known.items() if len(word) >= _SHORTEST}


@cache
def _longest(language: str) -> int:
    return max(map(len, _known(language)), default=0)


@lru_cache(maxsize=50_000)
def parts(text: str, language: str) -> tuple[Part, ...]:
    """``text`` cut so that as little as can be is its own.

    >>> [p.sort for p in parts("베트남자동차", "ko")]
    ['state', 'topic']
    """
    known, longest = _known(language), _longest(language)
    # best[n]: (characters that are no known word, number of pieces, length of the last piece) for the first n
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(text) + 1):
        own = best[end - 1]
        choice = (own[0] + 1, own[1] + 1, 1)
        for length in range(_SHORTEST, min(longest, end) + 1):
            if text[end - length : end] in known:
                before = best[end - length]
                choice = min(choice, (before[0], before[1] + 1, length))
        best.append(choice)
    return _joined(_cut(text, best, known))


def _cut(text: str, best: list[tuple[int, int, int]], known: dict[str, Sort]) -> list[Part]:
    pieces: list[Part] = []
    end = len(text)
    while end:
        length = best[end][2]
        piece = text[end - length : end]
        pieces.append(Part(piece, known.get(piece, "own")))
        end -= length
    return pieces[::-1]


def _joined(pieces: list[Part]) -> tuple[Part, ...]:
    """Neighbouring characters of its own are one piece."""
    found: list[Part] = []
    for piece in pieces:
        if found and piece.sort == "own" == found[-1].sort:
            found[-1] = Part(found[-1].text + piece.text, "own")
        else:
            found.append(piece)
    return tuple(found)


@lru_cache(maxsize=50_000)
def has_own(text: str, language: str) -> bool:
    """Whether something in ``text`` is a word of its own, not a common one: 한빛 in 한빛건설, 테크콤.

    One syllable beside common words is its own unless it sticks to many: 대기업, 신산업.
    """
    pieces = parts(text, language)
    return any(
        p.sort == "own" and (len(p.text) >= _SHORTEST or (len(pieces) > 1 and p.text not in lexis(language).affixes))
        for p in pieces
    )


def is_landed(text: str, language: str) -> bool:
    """Whether ``text`` is put together of places and fields only: 하롱, 까마우비료."""
    pieces, affixes = parts(text, language), lexis(language).affixes
    placed = any(p.sort == "land" for p in pieces)
    return placed and all(p.sort in ("land", "topic") or p.text in affixes for p in pieces)


def sorts(text: str, language: str) -> frozenset[Sort]:
    """What the known pieces of ``text`` are."""
    return frozenset(p.sort for p in parts(text, language))
