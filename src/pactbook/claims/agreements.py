"""The agreements that an article states."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.model.article import Article
from pactbook.model.claim import AgreementClaim, Body, FigureClaim
from pactbook.model.mention import Mentions


def claim_agreements(
    article: Article, mentions: Mentions, bodies: Sequence[Body], figures: Sequence[FigureClaim]
) -> tuple[AgreementClaim, ...]:
    """One claim per deal that the article tells of, in the order of the text."""
    return ()
