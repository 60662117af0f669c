"""An article as words: where each stands, how it is spelled in one spelling, and what parts it from the last."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from pactbook.knowledge.organisations import body_words
from pactbook.text.fold import fold
from pactbook.text.level import level

# The small words that names are built with, by their keys. The spellings of a language bring its own words to them.
AND, THE, OF, FOR, IN, OR, OWN = "and", "the", "of", "for", "in", "or", "'s"

#: "'s" is a word of its own; "C&T" is one word.
_WORD = re.compile(r"(?<=\w)'[sS]\b|[^\W_]+(?:&[^\W_]+)*|&")
_PARAGRAPH = "\n\n"
#: The word "An" where it is a part of a name, and its key, which is not the article's.
_AN, _NAMED_AN = "An", "an-"
_SOFT_GAPS = frozenset({"", " ", "-", " - ", "'", "' ", ", ", ",", "·", " · ", ". ", ".", "., ", ".,"})


class Word(NamedTuple):
    """A word at ``start:end``. ``key`` is its folded common spelling; ``gap`` is what stands before it.

    ``capital``: it begins as names begin, with a capital, or with a digit where capitals follow. ``acronym``: it is
    written like one (KOICA, MoIT, NS2PC). ``joined``: only a space or a hyphen parts it from the word before.
    """

    start: int
    end: int
    text: str
    key: str
    gap: str
    capital: bool
    acronym: bool
    joined: bool


def _word(text: str, start: int, key: str, gap: str) -> Word:
    capitals = 0 if text.islower() else sum(map(str.isupper, text))
    capital = capitals > 0 and (text[0].isupper() or text[0].isdigit())
    joined = gap in {" ", "-"}
    return Word(start, start + len(text), text, key, gap, capital, capitals > 1 and text[0].isalpha(), joined)


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
        start = match.start()
        gap = _PARAGRAPH if "\n\n" in text[end:start] else plain[end:start]
        raw = match.group()
        key = OWN if raw in {OWN, "'S"} else spell(raw)
        end = match.end()
        if words and gap in {" ", "-"} and (whole := pairs.get((words[-1].key, key))):
            last = words.pop()
            start, key, gap = last.start, whole, last.gap
        word = _word(text[start:end], start, key, gap)
        begins = len(words) < 2 or not (words[-1].joined and words[-2].capital)  # "Long An Province" is Long An
        if words and words[-1].text == _AN and gap == " " and begins and _is_no_noun(word):
            words[-1] = words[-1]._replace(key=_NAMED_AN)
        words.append(word)
    return words


def _is_no_noun(word: Word) -> bool:
    """Whether the article "an" cannot stand before the word: "An Phat" and "An Giang" are names."""
    silent = word.key.startswith(("hour", "honest", "honour", "honor", "heir"))
    return word.capital and not word.acronym and not silent and word.key[:1] not in {*"aeiou"}


def keys_of(name: str) -> tuple[str, ...]:
    """A name as the keys of its words, without articles.

    >>> keys_of("The Ministry of Labor & Trade")
    ('ministry', 'of', 'labour', 'and', 'trade')
    """
    plain, pairs = level(name), _spellings()[1]
    keys: list[str] = []
    end = 0
    for match in _WORD.finditer(plain):
        raw = match.group()
        key = OWN if raw in {OWN, "'S"} else spell(raw)
        if keys and plain[end : match.start()] in {" ", "-"} and (whole := pairs.get((keys[-1], key))):
            keys[-1] = whole
        else:
            keys.append(key)
        end = match.end()
    return tuple(key for key in keys if key != THE)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(spell(w) for w in body_words("en").abbreviations)


def breaks(before: Word, after: Word) -> bool:
    """Whether no name can go on from one word to the next: a full stop, a bracket, a new paragraph between them."""
    gap = after.gap
    if gap not in _SOFT_GAPS:
        return gap == _PARAGRAPH or gap.strip() not in {"", "-", ","}
    return "." in gap and before.key not in _abbreviations() and len(before.text) > 1
