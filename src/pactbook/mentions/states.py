"""States, their people, capitals and governments."""

from __future__ import annotations

import re

from pactbook.knowledge.countries import country_words
from pactbook.model.article import Article
from pactbook.model.mention import StateMention
from pactbook.model.span import Span

_NEXT = re.compile(r" ([^\W\d_]{2,7})(?![\w-])")
#: How long a syllable is at most, and how far back the one before it may begin.
_SYLLABLE, _NAME = 4, 12


def _is_in_name(article: Article, start: int, end: int) -> bool:
    """Whether a name of one syllable is a part of somebody's name in Vietnamese: "Nông Đức Mạnh"."""
    if article.language != "vi" or " " in article.text[start:end] or end - start > _SYLLABLE:
        return False
    if _goes_on(article.text, end):
        return True
    before = article.text[max(0, start - _NAME) : start].split(" ")
    return before[-1] == "" and len(before) > 1 and before[-2].isalpha() and before[-2].istitle()


def _goes_on(text: str, end: int) -> bool:
    """Whether another capital syllable with marks follows: "[Mỹ] Thuận", "[Đức] Giang", but "Nga Mỹ"."""
    word = _NEXT.match(text, end)
    marked = word is not None and word[1].istitle() and not word[1].isascii()
    return word is not None and marked and not country_words().scan(word[1])


def find_states(article: Article) -> tuple[StateMention, ...]:
    """Every mention of a state in ``article``, in the order of the text."""
    text = article.text
    found: list[StateMention] = []
    for hit in country_words().scan(text):
        # "North Korea" is not Korea, but it is a state: what the words are not says nothing of what they are.
        for value in hit.values:
            if value[1] != "not":
                if not _is_in_name(article, hit.start, hit.end):
                    found.append(StateMention(Span.of(text, hit.start, hit.end), *value))
                break
    return tuple(found)
