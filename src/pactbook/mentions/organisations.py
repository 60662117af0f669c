"""Names of organisations."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.candidate import Candidate, Page, settle
from pactbook.mentions.known import known_names
from pactbook.mentions.words import words_of
from pactbook.model.article import Article
from pactbook.model.mention import BodyMention, StateMention
from pactbook.model.span import Span
from pactbook.text.level import tidy


def find_bodies(article: Article, states: Sequence[StateMention]) -> tuple[BodyMention, ...]:
    """Every name of an organisation in ``article``, in the order of the text, none overlapping another."""
    page = Page(article, words_of(article.text), tuple(states))
    return tuple(_mention(page, one) for one in settle(known_names(page)))


def _mention(page: Page, one: Candidate) -> BodyMention:
    span = Span.of(page.text, one.start, one.end)
    key = one.keys[0] if one.keys else None
    kind, country = (bodies()[key].kind, bodies()[key].country) if key else (one.kind, one.country)
    return BodyMention(span, tidy(span.text), key, kind, country, one.rule)
