"""Cut a text into the words that a search goes by. One cutting serves index and query.

Words are folded (``fold``). A run of Hangul becomes overlapping pairs of syllables, so that a name is found through
its particles: 산업부는 → 산업 업부 부는, which holds 산업부 → 산업 업부. Hangul, Han and other letters part where they
meet: 15억弗 → 15 억 弗.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pactbook.text.fold import fold

_RUN = re.compile(r"(?P<hangul>[가-힣]+)|(?P<han>[\u3400-\u9fff\uf900-\ufaff]+)|[^\W_가-힣\u3400-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Gram:
    """A token, and whether it is one Hangul syllable standing alone, which a search takes as a beginning."""

    text: str
    lone: bool = False


def grams(text: str) -> Iterator[Gram]:
    """The tokens of ``text`` in order."""
    for run in _RUN.finditer(fold(text)):
        word = run[0]
        if run["hangul"] is None:
            yield Gram(word)
        elif len(word) == 1:
            yield Gram(word, lone=True)
        else:
            yield from (Gram(word[i : i + 2]) for i in range(len(word) - 1))


def index_text(text: str) -> str:
    """The tokens parted by spaces: what goes into the index.

    >>> index_text("산업부는 Đồng Nai")
    '산업 업부 부는 dong nai'
    """
    return " ".join(g.text for g in grams(text))


def query_words(text: str) -> list[tuple[Gram, ...]]:
    """The words of a query; the tokens of one word must stand side by side. Words without letters fall away."""
    words = (tuple(grams(w[0])) for w in _WORD.finditer(text))
    return [w for w in words if w]


_HANGUL = re.compile(r"[가-힣]")


def find_marks(text: str, words: list[tuple[Gram, ...]]) -> list[tuple[int, int]]:
    """Places in the original ``text`` where ``words`` stand, in order, none overlapping another."""
    patterns = [_pattern(word) for word in words]
    if not patterns:
        return []
    folded, places = _fold_with_places(text)
    found = sorted({m.span() for p in patterns for m in re.finditer(p, folded)}, key=lambda s: (s[0], -s[1]))
    marks: list[tuple[int, int]] = []
    for start, end in found:
        here = (places[start], places[end - 1] + 1)
        if end > start and (not marks or here[0] >= marks[-1][1]):
            marks.append(here)
    return marks


def _pattern(word: tuple[Gram, ...]) -> str:
    """A pattern for one query word in a folded text: whole words, save that Hangul may go on on both sides."""
    parts: list[str] = []
    for before, gram in zip((None, *word), word, strict=False):
        pair = bool(_HANGUL.match(gram.text)) and not gram.lone
        if before is not None and pair and _HANGUL.match(before.text) and before.text[-1] == gram.text[0]:
            parts.append(re.escape(gram.text[1:]))
        else:
            parts.append((r"[\W_]*" if parts else "") + re.escape(gram.text))
    start = "" if _HANGUL.match(word[0].text) and not word[0].lone else r"(?<![^\W_])"
    end = "" if _HANGUL.match(word[-1].text) else r"(?![^\W_가-힣])"
    return start + "".join(parts) + end


def _fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the place in ``text`` that it came from."""
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for part in _fold_char(char):
            folded.append(part)
            places.append(place)
    return "".join(folded), places


@lru_cache(maxsize=1 << 14)
def _fold_char(char: str) -> str:
    return fold(char)
