"""Cut a text into the words that a search goes by. One cutting serves index and query.

Words are folded (``fold``), English plurals become singulars (``plural``). A run of Hangul becomes overlapping pairs of
syllables, so that a name is found through its particles: 산업부는 → 산업 업부 부는, which holds 산업부 → 산업 업부.
Hangul, Han and other letters part where they meet: 15억弗 → 15 억 弗.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pactbook.text.fold import fold
from pactbook.text.level import level
from pactbook.text.plural import singular, without_plural_of_capitals

_RUN = re.compile(r"(?P<hangul>[가-힣]+)|(?P<han>[\u3400-\u9fff\uf900-\ufaff]+)|[^\W_가-힣\u3400-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"\S+")
_HANGUL = re.compile(r"[가-힣]")


@dataclass(frozen=True, slots=True)
class Gram:
    """A token, and whether it is one Hangul syllable standing alone, which a search takes as a beginning.

    ``exact`` is the word with its marks, in small letters, where it has any: ``đồng`` of ``dong``.
    """

    text: str
    lone: bool = False
    exact: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A text as the index holds it: all tokens, the words that have marks as they were written, its different words.

    ``words`` are in small letters; none has a digit, none is very long.
    """

    tokens: str
    exact: str
    words: set[str]


def grams(text: str) -> Iterator[Gram]:
    """The tokens of ``text`` in order."""
    for run in _RUN.finditer(_plain(text)):
        yield from _cut(run[0])


def index_text(text: str) -> str:
    """The tokens parted by spaces.

    >>> index_text("산업부는 Đồng Nai")
    '산업 업부 부는 dong nai'
    """
    return " ".join(g.text for g in grams(text))


def index_words(text: str) -> Words:
    """What goes into the index.

    >>> index_words("Đồng Nai exports").tokens, index_words("Đồng Nai exports").exact
    ('dong nai export', 'đồng')
    """
    # An article has hundreds of runs, most of them seen before: two look-ups for each.
    runs = [run[0] for run in _RUN.finditer(_plain(text))]
    exact = filter(None, map(_exact_of, runs))
    return Words(" ".join(map(_tokens_of, runs)), " ".join(exact), set(filter(_is_word, runs)))


@lru_cache(maxsize=1 << 17)
def _tokens_of(run: str) -> str:
    return " ".join(gram.text for gram in _cut(run))


@lru_cache(maxsize=1 << 17)
def _exact_of(run: str) -> str:
    return " ".join(gram.exact for gram in _cut(run) if gram.exact)


@lru_cache(maxsize=1 << 17)
def _is_word(run: str) -> bool:
    """Whether it is worth suggesting: no digit, not very long."""
    return _MANY_LETTERS.fullmatch(run) is not None


_MANY_LETTERS = re.compile(r"[^\W\d_]{2,24}")


def query_words(text: str) -> list[tuple[Gram, ...]]:
    """The words of a query; the tokens of one word must stand side by side. Words without letters fall away."""
    words = (tuple(grams(w[0])) for w in _WORD.finditer(text))
    return [w for w in words if w]


def prefix_words(text: str) -> tuple[Gram, ...]:
    """The tokens of the beginning of a word; the last is not made a singular."""
    found = tuple(grams(text))
    if not found or _HANGUL.match(found[-1].text):
        return found
    last = _RUN_AT_END.search(fold(text))
    return (*found[:-1], Gram(last[0] if last else found[-1].text))


_RUN_AT_END = re.compile(r"[^\W_]+(?=[\W_]*$)")


def _plain(text: str) -> str:
    """Composed small letters, with their marks."""
    return unicodedata.normalize("NFC", without_plural_of_capitals(level(text))).lower()


@lru_cache(maxsize=1 << 16)
def _cut(run: str) -> tuple[Gram, ...]:
    """The tokens of one run of letters of one script."""
    if not _HANGUL.match(run):
        return tuple(_latin(run))
    if len(run) == 1:
        return (Gram(run, lone=True),)
    return tuple(Gram(run[i : i + 2]) for i in range(len(run) - 1))


def _latin(run: str) -> Iterator[Gram]:
    folded = fold(run)
    for part in _RUN.finditer(folded):
        token = singular(part[0])
        yield Gram(token, exact=run if folded != run and part[0] == folded else None)


# --- where the words of a query stand in a text ---


class _Tokens:
    """The tokens of a text, and where each stands in it."""

    def __init__(self, text: str) -> None:
        plain, self._origin = _plain_with_places(text)
        self._runs = [(run[0], run.start()) for run in _RUN.finditer(plain)]
        self.texts: list[str] = []
        self._run_of: list[int] = []
        for n, (run, _) in enumerate(self._runs):
            cut = _texts_of(run)
            self.texts += cut
            self._run_of += [n] * len(cut)

    def span(self, first: int, last: int, *, syllable: bool) -> tuple[int, int]:
        """From the first of these tokens to the last; of the last only the first ``syllable``."""
        start, end = self._span(first)[0], self._span(last)[1]
        return self._origin[start], self._origin[self._span(last)[0] if syllable else end - 1] + 1

    def _span(self, n: int) -> tuple[int, int]:
        at = self._run_of[n]
        run, start = self._runs[at]
        if not _HANGUL.match(run):
            return start, start + len(run)
        before = n - self._run_of.index(at)
        return start + before, start + before + len(self.texts[n])


@lru_cache(maxsize=1 << 17)
def _texts_of(run: str) -> tuple[str, ...]:
    return tuple(gram.text for gram in _cut(run))


def find_marks(
    text: str, words: Sequence[tuple[Gram, ...]], prefixes: Sequence[tuple[Gram, ...]] = ()
) -> list[tuple[int, int]]:
    """Places in the original ``text`` where ``words`` stand, in order, none overlapping another.

    Of ``prefixes`` the last token may go on.
    """
    if not words and not prefixes:
        return []
    tokens = _Tokens(text)
    found = {span for word in words for span in _spans(tokens, word, go_on=word[-1].lone)}
    found |= {span for word in prefixes for span in _spans(tokens, word, go_on=True)}
    marks: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda s: (s[0], -s[1])):
        if not marks or start >= marks[-1][1]:
            marks.append((start, end))
    return marks


def _spans(tokens: _Tokens, word: tuple[Gram, ...], *, go_on: bool) -> Iterator[tuple[int, int]]:
    """Where the tokens of ``word`` follow each other."""
    texts, sought, more = tokens.texts, [gram.text for gram in word], len(word) - 1
    if go_on and not more:
        starts = [n for n, token in enumerate(texts) if token.startswith(sought[0])]
    else:
        starts = [n for n, token in enumerate(texts) if token == sought[0]] if sought[0] in texts else []
    for n in starts:
        last = texts[n + more] if n + more < len(texts) else ""
        fits = last.startswith(sought[-1]) if go_on else last == sought[-1]
        if fits and texts[n : n + more] == sought[:-1]:
            # Of a word that begins with one syllable, the syllable is marked.
            yield tokens.span(n, n + more, syllable=word[-1].lone)


def _plain_with_places(text: str) -> tuple[str, Sequence[int]]:
    """``_plain``, and for each of its characters the place in ``text`` that it came from."""
    plain = _plain(text)
    if len(plain) == len(text) and unicodedata.is_normalized("NFC", text):
        return plain, range(len(text))
    parts: list[str] = []
    places: list[int] = []
    levelled = without_plural_of_capitals(level(text))
    start = 0
    for end in _ends(levelled):
        made = unicodedata.normalize("NFC", levelled[start:end]).lower()
        parts.append(made)
        places += [min(start + n, end - 1) for n in range(len(made))]
        # What a mark or a jamo was composed into ends where the last of them does.
        if made:
            places[-1] = end - 1
        start = end
    return "".join(parts), places


def _ends(text: str) -> Iterator[int]:
    """Where a composed character ends: before the next one that begins anew."""
    for n in range(1, len(text)):
        if not unicodedata.combining(text[n]) and not "\u1160" <= text[n] <= "\u11ff":
            yield n
    if text:
        yield len(text)
