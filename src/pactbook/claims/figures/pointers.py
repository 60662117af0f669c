"""Words that point at a country without its name: "nước này", "phía bạn", "nước ta"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pactbook.knowledge.figure_patterns import FigurePatterns
from pactbook.model.article import Article
from pactbook.model.mention import StateMention
from pactbook.model.span import Span

#: So many states back, and so many characters back to the start of the sentence, are looked at.
_STATES, _SENTENCE = 12, 400


def pointed_at(
    article: Article, text: str, states: Sequence[StateMention], words: FigurePatterns
) -> list[StateMention]:
    """The countries that ``words`` of ``text`` (the levelled article) point at, and their people ("người Hàn").

    "This country" is the last one named that is not the narrator's own.
    """
    found = [
        StateMention(Span.of(article.text, m.start(), m.end()), country, "name")
        for country, people in words.nationals
        for m in words.standing.matches(country, people, text)
    ]
    if words.narrator is None:
        return found
    found += [
        StateMention(Span.of(article.text, m.start(), m.end()), words.narrator, "name")
        for m in words.standing.matches("our_country", words.our_country, text)
    ]
    starts = [s.span.start for s in states]
    for match in words.standing.matches("that_country", words.that_country, text):
        last = bisect_right(starts, match.start())
        before = states[max(last - _STATES, 0) : last]
        abroad = [s.country for s in before if s.country != words.narrator]
        here = [s.country for s in before if s.span.start > _sentence_start(text, match.start())]
        # "Hàn Quốc đầu tư vào Việt Nam và tại nước này" may well mean the narrator's own.
        doubtful = bool(here) and here[-1] == words.narrator != here[0]
        if abroad and not doubtful:
            found.append(StateMention(Span.of(article.text, match.start(), match.end()), abroad[-1], "name"))
    return found


def _sentence_start(text: str, place: int) -> int:
    since = max(place - _SENTENCE, 0)
    return max(text.rfind(mark, since, place) for mark in (". ", "! ", "? ", "  "))
