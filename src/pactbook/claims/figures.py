"""What each sum of money means."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.model.article import Article
from pactbook.model.claim import Body, FigureClaim
from pactbook.model.mention import Mentions


def claim_figures(article: Article, mentions: Mentions, bodies: Sequence[Body]) -> tuple[FigureClaim, ...]:
    """One figure per amount and meaning, in the order of the text."""
    return ()
