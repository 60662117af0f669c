"""Quotes opened: the whole sentence around each, checked against the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, select

from pactbook.model.article import Article
from pactbook.model.span import Span
from pactbook.model.told import ArticleHead, Evidence
from pactbook.store.chunks import chunks
from pactbook.store.extractions import read_heads
from pactbook.store.tables.articles import articles


def open_evidence(head: ArticleHead, article: Article, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """One piece per sentence that ``spans`` touch, in the order of the text.

    Raises EvidenceError for a span whose quote does not stand in the text.
    """
    found: dict[tuple[int, int], list[Span]] = {}
    sentences = [(s.start, s.end) for s in article.sentences]
    for span in spans:
        span.check(article.text)
        found.setdefault(stretch(sentences, span.start, span.end), []).append(span)
    return tuple(
        Evidence(head, Span.of(article.text, start, end), tuple(sorted(set(quotes))))
        for (start, end), quotes in sorted(found.items())
    )


def read_pieces(connection: Connection, spans: Sequence[tuple[int, Span]]) -> list[Evidence]:
    """For each span, with the key of its article, the sentence around it. Of the articles no more is read than that.

    Raises EvidenceError for a span whose quote does not stand in the text.
    """
    keys = {key for key, _ in spans}
    heads = read_heads(connection, keys)
    asked = select(articles.c.key, articles.c.text, articles.c.sentences)
    texts: dict[int, tuple[str, list[tuple[int, int]]]] = {
        key: (text, [(start, end) for start, end, *_ in msgspec.json.decode(sentences)])
        for part in chunks(keys)
        for key, text, sentences in connection.execute(asked.where(articles.c.key.in_(part)))
    }
    found = []
    for key, span in spans:
        text, sentences = texts[key]
        span.check(text)
        found.append(Evidence(heads[key], Span.of(text, *stretch(sentences, span.start, span.end)), (span,)))
    return found


def stretch(sentences: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Where the sentence stands that the quote from ``start`` to ``end`` is shown with.

    A quote may run over sentences: it is shown with all of them; one in no sentence is shown alone.
    """
    touched = [s for s in sentences if s[0] < end and start < s[1]]
    return min((s[0] for s in touched), default=start), max((s[1] for s in touched), default=end)
