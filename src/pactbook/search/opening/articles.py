"""Articles that answer a question."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from pactbook.model.article import Article
from pactbook.model.hits import ArticleHit
from pactbook.model.told import ArticleHead
from pactbook.search.query import Query
from pactbook.search.ranking import Scored
from pactbook.search.wording import Marker, marker
from pactbook.store.extractions import read_with_heads

#: A snippet is about this many characters long.
_LENGTH = 240

Marks = tuple[tuple[int, int], ...]


def open_articles(connection: Connection, query: Query, found: Sequence[Scored]) -> list[ArticleHit]:
    """The articles of what was found, each with the sentences in which most of the words stand."""
    articles = read_with_heads(connection, (one.id for one in found))
    sought = marker(query.tree())
    return [_hit(*articles[name], sought, score) for name, score, _ in found if name in articles]


def _hit(head: ArticleHead, article: Article, sought: Marker, score: float) -> ArticleHit:
    marks = sought.marks(article.text)
    start, end = _window(article, marks)
    inside = tuple((a - start, b - start) for a, b in marks if start <= a and b <= end)
    return ArticleHit(head, article.text[start:end], inside, score, sought.marks(head.title or ""), start)


def _window(article: Article, marks: Marks) -> tuple[int, int]:
    """The run of whole sentences, about _LENGTH long, in which most of the words stand; the first of several."""
    sentences = article.sentences
    if not sentences:
        return 0, min(len(article.text), _LENGTH)
    counted = [sum(s.start <= a and b <= s.end for a, b in marks) for s in sentences]
    # The headline is shown anyway.
    start = max(range(len(sentences)), key=lambda n: (counted[n], sentences[n].role != "headline", -n))
    end = start
    while end + 1 < len(sentences) and sentences[end + 1].end - sentences[start].start <= _LENGTH:
        end += 1
    return sentences[start].start, sentences[end].end
