"""Amounts of money."""

from __future__ import annotations

from pactbook.model.article import Article
from pactbook.model.mention import MoneyMention


def find_money(article: Article) -> tuple[MoneyMention, ...]:
    """Every amount with a currency in ``article``, in the order of the text."""
    return ()
