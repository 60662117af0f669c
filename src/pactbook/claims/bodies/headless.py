"""Names without the word for what they are, where it stands first: "Công ty TNHH Saerom Foods", "Saerom Foods"."""

from __future__ import annotations

from functools import cache, lru_cache

from pactbook.knowledge.countries import countries
from pactbook.knowledge.gazetteer import bodies
from pactbook.knowledge.organisations import body_words
from pactbook.text.fold import fold_name

#: Kinds whose heads and legal forms newsrooms leave out or shorten as they like.
LOOSE = frozenset({"company", "education", "hospital"})
_LONGEST = 6
Words = tuple[str, ...]


@lru_cache(maxsize=10_000)
def headless(name: str, language: str) -> frozenset[Words]:
    """What ``name`` may be called without its heads and legal forms; empty where heads do not stand first.

    >>> bool(headless("Trường Đại học Dong-A", "vi") & headless("ĐH Dong-A", "vi"))
    True
    """
    phrases = _phrases(language)
    left = [tuple(fold_name(name).split())] if phrases else []
    found: set[Words] = set()
    while left:
        words = left.pop()
        found.add(words)
        left += [words[n:] for n in range(1, min(len(words), _LONGEST)) if words[:n] in phrases]
    return frozenset(words for words in found if words not in _places(language) and words not in phrases)


def tails(long: str, short: str, language: str) -> bool:
    """Whether the short name leaves out what the long one is for: "Cao đẳng Kỹ thuật Vạn Xuân", "Cao đẳng Vạn Xuân"."""
    whole = tuple(fold_name(long).split())
    own = _own(min(headless(short, language), key=len, default=()))
    return 1 < len(own) < len(whole) and whole[-len(own) :] == own


def _own(words: Words) -> Words:
    """The words without the English ones at their end that say what a firm does: "Bình Nguyên Energy"."""
    end = len(words)
    while end > 1 and words[end - 1] in _trades():
        end -= 1
    return words[:end]


@cache
def _trades() -> frozenset[str]:
    words = body_words("en")
    heads = [w for head in words.heads if head.kind == "company" for w in head.words]
    phrases = [*heads, *words.legal_forms, *words.topics]
    return frozenset(k for p in phrases if " " not in (k := fold_name(p)))


@cache
def _phrases(language: str) -> frozenset[Words]:
    words = body_words(language)
    if not words.heads_first:
        return frozenset()
    heads = [phrase for head in words.heads if head.kind in LOOSE for phrase in head.words]
    telling = {fold_name(phrase) for phrase in words.telling}
    return frozenset(tuple(k.split()) for p in [*heads, *words.legal_forms] if (k := fold_name(p)) not in telling)


@cache
def _places(language: str) -> frozenset[Words]:
    """States and known places: "Đại học Hà Nội" is not every university of Hà Nội."""
    del language
    names = [name for body in bodies().values() if body.kind == "subnational" for name in (*body.vi, *body.en)]
    states = [name for state in countries().values() for name in (*state.names, *state.capitals)]
    return frozenset(tuple(fold_name(name).split()) for name in [*names, *states])
