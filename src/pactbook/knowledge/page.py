"""What a news page says around its article: headings of other stories, buttons, labels, months, abbreviations.

The words of all three languages are read together, because a Korean page has English buttons.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick

from pactbook.knowledge.line_pattern import LinePattern
from pactbook.knowledge.reading import Entry, read

_LANGUAGES = ("en", "vi", "ko")
#: Letters that a pattern without regard to case takes for i or s, and ``str.lower`` does not.
ODD_LETTERS = ("ı", "İ", "ſ")


class Furniture(Entry, frozen=True):
    """Lines that are not the article. Every item is a line; ``*`` stands for other words, ``#`` for a number."""

    related: list[str]
    comments: list[str]
    tags: list[str]
    bylines: list[str]
    copyright: list[str]
    buttons: list[str]
    sections: list[str]
    home: list[str]
    notices: list[str]
    letterheads: list[str]
    ends: list[str]
    closing: list[str]
    colophon: list[str]
    house: list[str]


class Labels(Entry, frozen=True):
    """Words that stand before (or after) something and say what it is."""

    published: list[str]
    updated: list[str]
    captions: list[str]
    credits: list[str]
    outlets: list[str]
    issues: list[str]
    titles: list[str]


class Calendar(Entry, frozen=True):
    """How a page writes the day on which it was published."""

    months: list[list[str]]
    weekdays: list[str]
    clock: list[str]


class Blocks(Entry, frozen=True):
    """Words in the class or id of an element: ``words`` match a whole word, ``parts`` a part of one.

    An element that holds most of the page's prose stays whatever its name is, unless a part of it is in ``strict``.
    An element with a name of ``articles`` stays always. ``titles`` are parts of names of what holds a headline,
    ``dates`` words of names of what holds a date.
    """

    words: list[str]
    parts: list[str]
    strict: list[str]
    captions: list[str]
    standfirsts: list[str]
    titles: list[str]
    dates: list[str]
    articles: list[str]


class Refusals(Entry, frozen=True):
    """Lines that tell that the page holds no article."""

    missing: list[str]
    cookies: list[str]
    login: list[str]
    script: list[str]


class Sentences(Entry, frozen=True):
    """Dots that do not end a sentence."""

    abbreviations: list[str]
    final_abbreviations: list[str]
    starters: list[str]


class Page(Entry, frozen=True):
    """``<language>/page.toml``."""

    furniture: Furniture
    labels: Labels
    calendar: Calendar
    blocks: Blocks
    refusals: Refusals
    sentences: Sentences
    function_words: list[str]


@cache
def pages() -> dict[str, Page]:
    """Language → what its pages say."""
    return {language: read(f"{language}/page.toml", Page) for language in _LANGUAGES}


def words(part: str, field: str) -> list[str]:
    """The items of one field of all languages, in order."""
    return [word for page in pages().values() for word in getattr(getattr(page, part), field)]


@cache
def line_pattern(part: str, *fields: str) -> LinePattern:
    """A pattern that matches a whole lower-case line if it is one of the fields' lines; ``#`` is a number."""
    return LinePattern(word.lower() for field in fields for word in words(part, field))


@cache
def word_pattern(part: str, field: str) -> re.Pattern[str]:
    """A pattern that finds any of the field's words, the longest first, standing free of Latin letters."""
    alternatives = sorted(map(re.escape, words(part, field)), key=len, reverse=True)
    return re.compile(r"(?<![a-zà-ỹ])(?:" + "|".join(alternatives) + r")(?![a-z])", re.I)


def has_word(part: str, field: str, text: str) -> bool:
    """Whether ``word_pattern`` finds any of the field's words in the text. One scan tells that most texts hold none."""
    return may_have_word(part, field, text) and word_pattern(part, field).search(text) is not None


def may_have_word(part: str, field: str, text: str) -> bool:
    """Whether any of the field's words stands in the text, be it as a part of another, in any case."""
    held = _scanner(part, field).find_matches_as_strings(text.lower())
    return bool(held) or any(c in text for c in ODD_LETTERS)


@cache
def _scanner(part: str, field: str) -> AhoCorasick:
    return AhoCorasick([word.lower() for word in words(part, field)])
