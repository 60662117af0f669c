"""Dates, resolved against the publication date."""

from __future__ import annotations

from pactbook.model.article import Article
from pactbook.model.mention import DateMention


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """Every date in ``article``, in the order of the text, resolved against ``article.published``."""
    return ()
