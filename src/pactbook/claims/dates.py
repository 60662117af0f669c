"""The dates that an article tells."""

from __future__ import annotations

from pactbook.model.article import Article
from pactbook.model.claim import DateClaim
from pactbook.model.mention import Mentions


def claim_dates(article: Article, mentions: Mentions) -> tuple[DateClaim, ...]:
    """Every date told in the article; the publication date itself is metadata, not a claim."""
    return tuple(DateClaim(d.span, d.value, d.rule) for d in mentions.dates)
