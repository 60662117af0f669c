"""Names without the word for what they are, where it stands first: "Công ty TNHH Saerom Foods", "Saerom Foods"."""

from __future__ import annotations

from functools import cache, lru_cache

from pactbook.knowledge.organisations import body_words
from pactbook.text.fold import fold_name

#: Kinds whose heads and legal forms newsrooms leave out or shorten as they like.
LOOSE = frozenset({"company", "education", "hospital"})


@lru_cache(maxsize=10_000)
def headless(name: str, language: str) -> tuple[str, ...]:
    """The folded words of ``name`` behind its heads and legal forms; empty where heads do not stand first.

    >>> headless("Trường Đại học Dong-A", "vi") == headless("ĐH Dong-A", "vi")
    True
    """
    phrases = _phrases(language)
    words = tuple(fold_name(name).split()) if phrases else ()
    while length := max((n for n in range(1, min(len(words), 6)) if words[:n] in phrases), default=0):
        words = words[length:]
    return words


@cache
def _phrases(language: str) -> frozenset[tuple[str, ...]]:
    words = body_words(language)
    if not words.heads_first:
        return frozenset()
    heads = [phrase for head in words.heads if head.kind in LOOSE for phrase in head.words]
    telling = {fold_name(phrase) for phrase in words.telling}
    return frozenset(tuple(k.split()) for p in [*heads, *words.legal_forms] if (k := fold_name(p)) not in telling)
