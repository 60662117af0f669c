"""Words that point at a country without its name: "nước này", "phía bạn", "nước ta"."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.knowledge.figures import FigurePatterns
from pactbook.model.article import Article
from pactbook.model.mention import StateMention
from pactbook.model.span import Span

#: The narrator's own country named so near before leaves it open which one is meant.
_NEAR = 60


def pointed_at(
    article: Article, text: str, states: Sequence[StateMention], words: FigurePatterns
) -> list[StateMention]:
    """The countries that words of ``text`` (the levelled article) point at.

    "This country" is the last one named that is not the narrator's own.
    """
    if words.narrator is None:
        return []
    found = [
        StateMention(Span.of(article.text, m.start(), m.end()), words.narrator, "name")
        for m in words.our_country.finditer(text)
    ]
    for match in words.that_country.finditer(text):
        before = [s for s in states if s.span.end <= match.start()]
        abroad = [s.country for s in before if s.country != words.narrator]
        # "đầu tư vào Việt Nam ... tại nước này" may well mean the narrator's own.
        at_home = before and before[-1].country == words.narrator and match.start() - before[-1].span.end <= _NEAR
        if abroad and not at_home:
            found.append(StateMention(Span.of(article.text, match.start(), match.end()), abroad[-1], "name"))
    return found
