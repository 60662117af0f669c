"""What the class or id of an element says: outside the article, a caption, a standfirst."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pactbook.articles.page_tree import names_in
from pactbook.knowledge.page import words

_NAME = re.compile(r"[^a-z0-9가-힣]+")


@dataclass(frozen=True, slots=True)
class _Names:
    """The words of ``[blocks]``, ready to be asked."""

    whole: frozenset[str]
    parts: re.Pattern[str]
    strict: re.Pattern[str]
    captions: frozenset[str]
    standfirsts: frozenset[str]
    articles: frozenset[str]


@lru_cache(maxsize=4096)
def is_title(names: str) -> bool:
    """Whether a class or id calls its element a title."""
    return bool(names) and _titles().search(names) is not None


@lru_cache(maxsize=4096)
def stands_alone(kind: str | None, own: str | None) -> bool:
    """Whether the class or id calls its element a headline or a date, which are lines of their own."""
    names = names_in(kind, own)
    return bool(names) and (is_title(names) or not _dates().isdisjoint(_NAME.split(names)))


@cache
def _dates() -> frozenset[str]:
    return frozenset(words("blocks", "dates"))


@cache
def _titles() -> re.Pattern[str]:
    return _any_of("titles")


def _any_of(field: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words("blocks", field)), key=len, reverse=True)))


@cache
def _vocabulary() -> _Names:
    whole, captions, standfirsts, articles = (
        frozenset(words("blocks", field)) for field in ("words", "captions", "standfirsts", "articles")
    )
    return _Names(whole, _any_of("parts"), _any_of("strict"), captions, standfirsts, articles)


@lru_cache(maxsize=4096)
def says(kind: str | None, own: str | None) -> str:
    """What the class and id of an element say: ``never``, ``outside``, ``caption``, ``standfirst`` or nothing."""
    names = names_in(kind, own)
    if not names:
        return ""
    known = _vocabulary()
    tokens = names.split()
    if not known.articles.isdisjoint(tokens):
        return ""
    pieces = {*tokens, *_NAME.split(names)}
    if not known.captions.isdisjoint(pieces):
        return "caption"
    if known.strict.search(names):
        return "never"
    if not known.whole.isdisjoint(pieces) or known.parts.search(names):
        return "outside"
    return "" if known.standfirsts.isdisjoint(pieces) else "standfirst"
