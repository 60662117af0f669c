"""The dates that an article tells."""

from __future__ import annotations

from functools import cache

from pactbook.knowledge.date_shapes import fold_words
from pactbook.knowledge.dates import date_words
from pactbook.model.article import Article, Language
from pactbook.model.claim import DateClaim
from pactbook.model.mention import DateMention, Mentions


def claim_dates(article: Article, mentions: Mentions) -> tuple[DateClaim, ...]:
    """Every date told in the article; the publication date and words like "this year" said in passing are none.

    A week is only as good as the deal that it dates: as a date of its own it is left unresolved.
    """
    passing = _passing(article.language)
    return tuple(
        DateClaim(d.span, None if d.is_week else d.value, d.rule)
        for d in mentions.dates
        if fold_words(d.span.text) not in passing and not _is_byline(article, d)
    )


@cache
def _passing(language: Language) -> frozenset[str]:
    return frozenset(map(fold_words, date_words(language).passing))


def _is_byline(article: Article, date: DateMention) -> bool:
    """A line that holds the publication date and hardly anything else: "Thứ Năm, 20/07/2023, 19:59"."""
    if date.value is None or date.value != article.published:
        return False
    start = article.text.rfind("\n", 0, date.span.start) + 1
    end = article.text.find("\n", date.span.end)
    line = article.text[start : end if end >= 0 else len(article.text)]
    letters = sum(map(str.isalpha, line)) - sum(map(str.isalpha, date.span.text))
    return letters <= 12
