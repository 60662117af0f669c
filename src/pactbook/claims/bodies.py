"""One entry per organisation of the article."""

from __future__ import annotations

from pactbook.model.article import Article
from pactbook.model.claim import Body
from pactbook.model.mention import Mentions


def claim_bodies(article: Article, mentions: Mentions) -> tuple[Body, ...]:
    """Group the mentions of bodies: full form, acronym, short form and translations of one body are one entry."""
    return ()
