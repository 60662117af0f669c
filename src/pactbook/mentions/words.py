"""An article as words: where each stands, how it is spelled in one spelling, and what parts it from the last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pactbook.knowledge.organisations import body_words
from pactbook.text.fold import fold
from pactbook.text.level import level

#: "'s" is a word of its own; "C&T" is one word.
_WORD = re.compile(r"(?<=\w)'[sS]\b|[^\W_]+(?:&[^\W_]+)*|&")
_SOFT_GAPS = frozenset({"", " ", "-", " - ", "'", "' ", ", ", ",", "·", " · ", ". ", ".", "., ", ".,"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``start:end``. ``key`` is its folded common spelling; ``gap`` is what stands before it."""

    start: int
    end: int
    text: str
    key: str
    gap: str

    @property
    def capital(self) -> bool:
        """Whether the word begins as names begin: with a capital, or with a digit inside a word of letters."""
        return self.text[0].isupper() or (self.text[0].isdigit() and any(c.isupper() for c in self.text))

    @property
    def acronym(self) -> bool:
        """Whether the word is written like an acronym: KOICA, MoIT, NS2PC."""
        return len(self.text) > 1 and self.text[0].isupper() and sum(c.isupper() for c in self.text) > 1

    @property
    def joined(self) -> bool:
        """Whether only a space or a hyphen parts the word from the one before."""
        return self.gap in {" ", "-"}


@cache
def _spellings() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Spellings of single words, and of pairs of words that are one ("viet nam")."""
    ones: dict[str, str] = {}
    pairs: dict[tuple[str, str], str] = {}
    for spelling, common in body_words("en").spellings.items():
        parts = spelling.split()
        if len(parts) == 2:
            pairs[parts[0], parts[1]] = common
        else:
            ones[spelling] = common
    return ones, pairs


@lru_cache(maxsize=20_000)
def spell(word: str) -> str:
    """One word, folded, in its common spelling."""
    low = word.lower() if word.isascii() else fold(word)
    return _spellings()[0].get(low, low)


def words_of(text: str) -> list[Word]:
    """The words of ``text`` in order; pairs that the spellings make one ("Viet Nam") are one word."""
    plain = level(text)
    pairs = _spellings()[1]
    words: list[Word] = []
    end = 0
    for match in _WORD.finditer(plain):
        gap, start = plain[end : match.start()], match.start()
        raw = match.group()
        key = "'s" if raw in {"'s", "'S"} else spell(raw)
        end = match.end()
        if words and gap in {" ", "-"} and (whole := pairs.get((words[-1].key, key))):
            last = words.pop()
            start, key, gap = last.start, whole, last.gap
        words.append(Word(start, end, text[start:end], key, gap))
    return words


def keys_of(name: str) -> tuple[str, ...]:
    """A name as the keys of its words, without articles.

    >>> keys_of("The Ministry of Labor & Trade")
    ('ministry', 'of', 'labour', 'and', 'trade')
    """
    return tuple(w.key for w in words_of(name) if w.key != "the")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(spell(w) for w in body_words("en").legal_forms) | {"st", "dr"}


def breaks(before: Word, after: Word) -> bool:
    """Whether no name can go on from one word to the next: a full stop, a bracket, a new paragraph between them."""
    gap = after.gap
    if gap not in _SOFT_GAPS:
        return "\n\n" in gap or gap.strip(" \n") not in {"", "-", ","}
    if "." in gap:
        return before.key not in _abbreviations() and len(before.text) > 1
    return False
