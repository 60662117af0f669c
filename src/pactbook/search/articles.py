"""Find articles."""

from __future__ import annotations

from sqlalchemy import Connection, Float, literal, select

from pactbook.model.article import Article
from pactbook.model.record import ArticleHead, ArticleHit
from pactbook.model.words import AGREEMENT_STATUSES, FIGURE_STATUSES
from pactbook.search.filters import on_articles
from pactbook.search.query import Query
from pactbook.store import tables as t
from pactbook.store.extractions import read_articles, read_heads
from pactbook.store.file import RecordFile
from pactbook.store.fulltext import ranked
from pactbook.text.grams import Gram, find_marks

#: A snippet is about this many characters long.
_LENGTH = 240


def find_articles(record: RecordFile, query: Query) -> list[ArticleHit]:
    """Articles that fit all of ``query``: those that fit its words best first, without words the latest first.

    Kind, status, sector and measure ask for articles that make such a claim. Raises QueryError.
    """
    query.check((*AGREEMENT_STATUSES, *FIGURE_STATUSES))
    with record.reading() as connection:
        found = _find(connection, query)
        heads, texts = read_heads(connection, found), read_articles(connection, found)
        words = query.asked_words()
        return [_hit(heads[key], texts[key], words, score) for key, score in found.items()]


def _find(connection: Connection, query: Query) -> dict[int, float]:
    """Article key → score, in order."""
    article = t.articles.c
    asked = select(article.key, literal(0.0, Float).label("score"))
    order = [article.first.desc().nulls_last(), article.id]
    if query.words.strip():
        terms = query.terms(connection)
        if not terms:
            return {}
        match = ranked("found_articles", terms)
        asked = select(article.key, match.c.score).join(match, match.c.key == article.key)
        order = [match.c.score, article.id]
    asked = asked.where(*on_articles(connection, query)).order_by(*order).limit(query.limit)
    return {row.key: -row.score for row in connection.execute(asked)}


def _hit(head: ArticleHead, article: Article, words: list[tuple[Gram, ...]], score: float) -> ArticleHit:
    start, end = _window(article, words)
    snippet = article.text[start:end]
    return ArticleHit(head, snippet, tuple(find_marks(snippet, words)), score)


def _window(article: Article, words: list[tuple[Gram, ...]]) -> tuple[int, int]:
    """The run of whole sentences, about _LENGTH long, in which most of the words stand; the first of several."""
    sentences = article.sentences
    if not sentences:
        return 0, min(len(article.text), _LENGTH)
    marks = [len(find_marks(article.text[s.start : s.end], words)) for s in sentences]
    # The headline is shown anyway.
    start = max(range(len(sentences)), key=lambda n: (marks[n], sentences[n].role != "headline", -n))
    end = start
    while end + 1 < len(sentences) and sentences[end + 1].end - sentences[start].start <= _LENGTH:
        end += 1
    return sentences[start].start, sentences[end].end
