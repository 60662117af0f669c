"""Mentions → claims."""

from __future__ import annotations

from pactbook.claims.agreements.article import claim_agreements
from pactbook.claims.bodies.article import claim_bodies
from pactbook.claims.bodies.ministers import signing_ministries
from pactbook.claims.dates import claim_dates
from pactbook.claims.figures.article import claim_figures
from pactbook.knowledge.version import extractor_version
from pactbook.model.article import Article
from pactbook.model.claim import Extraction
from pactbook.model.mention import Mentions


def claim(article: Article, mentions: Mentions) -> Extraction:
    """Say what ``article`` states, from its mentions alone."""
    bodies = claim_bodies(article, mentions)
    figures = claim_figures(article, mentions, bodies)
    agreements = claim_agreements(article, mentions, bodies, figures)
    return Extraction(
        article=article,
        organisations=(*bodies, *signing_ministries(mentions, bodies, agreements)),
        agreements=agreements,
        figures=figures,
        dates=claim_dates(article, mentions),
        version=extractor_version(),
    )
