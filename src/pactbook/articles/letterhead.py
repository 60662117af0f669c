"""What stands above the headline of a release: the body that sends it, and what sort of paper it is."""

from __future__ import annotations

import re
from functools import cache

from pactbook.articles.lines import kind_of
from pactbook.knowledge.organisations import body_words
from pactbook.knowledge.page import pages, words

#: How far below the sender's name the sort of paper may stand, in lines; words of the longest name.
_NEAR, _WORDS = 6, 12
_HANGUL = re.compile(r"[가-힣]")


def is_above(lines: list[str], n: int) -> bool:
    """Whether line ``n`` is the sender's: a name of a body, or whatever stands above PRESS RELEASE."""
    return any(kind_of(line) == "letterhead" for line in lines[n + 1 : n + _NEAR]) or is_body(lines[n])


def is_body(line: str) -> bool:
    """Whether a line is but the name of a body, as letterheads write it: with capitals, with a head and no verb."""
    parts = line.split()
    if not 2 <= len(parts) <= _WORDS or _HANGUL.search(line) or any(c.isdigit() for c in line):
        return False
    if line.isupper():
        return _heads().match(line) is not None
    little = pages()["en"].function_words
    return all(w[0].isupper() or w[0] in "&(" or w in little for w in parts) and _english().search(line) is not None


@cache
def _heads() -> re.Pattern[str]:
    return _any_of([w for language in ("en", "vi") for h in body_words(language).heads for w in h.words])


@cache
def _english() -> re.Pattern[str]:
    """Heads that begin a name which goes on: the Ministry of, the Department of."""
    return _any_of([w for h in body_words("en").heads if h.front for w in h.words])


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) + r")(?!\w)", re.I
    )


@cache
def _labels() -> re.Pattern[str]:
    labels = sorted(map(re.escape, words("labels", "titles")), key=len, reverse=True)
    return re.compile(r"\s*(?:" + "|".join(labels).replace(r"\ ", r"\s?") + r")\s*[:：]\s*(?=\S)", re.I)


def without_label(line: str) -> str:
    """``Title: …`` → ``…``, as forms write a headline."""
    return _labels().sub("", line, count=1) if ":" in line or "：" in line else line
