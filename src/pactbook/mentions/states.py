"""States, their people, capitals and governments."""

from __future__ import annotations

from pactbook.knowledge.countries import country_words
from pactbook.model.article import Article
from pactbook.model.mention import StateMention
from pactbook.model.span import Span


def find_states(article: Article) -> tuple[StateMention, ...]:
    """Every mention of a state in ``article``, in the order of the text."""
    text = article.text
    found: list[StateMention] = []
    for hit in country_words().scan(text):
        # "North Korea" is not Korea, but it is a state: what the words are not says nothing of what they are.
        named = [value for value in hit.values if value[1] != "not"]
        found.extend(StateMention(Span.of(text, hit.start, hit.end), *value) for value in named[:1])
    return tuple(found)
