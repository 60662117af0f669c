"""States, their people, capitals and governments."""

from __future__ import annotations

from pactbook.knowledge.countries import country_words
from pactbook.model.article import Article
from pactbook.model.mention import StateMention
from pactbook.model.span import Span


def find_states(article: Article) -> tuple[StateMention, ...]:
    """Every mention of a state in ``article``, in the order of the text."""
    text = article.text
    return tuple(
        StateMention(Span.of(text, hit.start, hit.end), country, form)
        for hit in country_words().scan(text)
        for country, form in hit.values[:1]
        if form != "not"
    )
