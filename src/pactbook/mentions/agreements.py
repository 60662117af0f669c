"""Words that speak of agreements: what kind of deal, what was done with it, how it stands."""

from __future__ import annotations

from pactbook.model.article import Article
from pactbook.model.mention import CueMention


def find_cues(article: Article) -> tuple[CueMention, ...]:
    """Every agreement cue in ``article``, in the order of the text."""
    return ()
