"""Names of organisations."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.model.article import Article
from pactbook.model.mention import BodyMention, StateMention


def find_bodies(article: Article, states: Sequence[StateMention]) -> tuple[BodyMention, ...]:
    """Every name of an organisation in ``article``, in the order of the text, none overlapping another."""
    return ()
