"""Quotes opened: the whole sentence around each, checked against the text."""

from __future__ import annotations

from collections.abc import Iterable

from pactbook.model.article import Article
from pactbook.model.record import ArticleHead, Evidence
from pactbook.model.span import Span


def open_evidence(head: ArticleHead, article: Article, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """One piece per sentence that ``spans`` touch, in the order of the text.

    Raises EvidenceError for a span whose quote does not stand in the text.
    """
    found: dict[tuple[int, int], list[Span]] = {}
    for span in spans:
        span.check(article.text)
        touched = [s for s in article.sentences if s.start < span.end and span.start < s.end]
        # A quote may run over sentences; it is shown with all of them.
        start = min((s.start for s in touched), default=span.start)
        end = max((s.end for s in touched), default=span.end)
        found.setdefault((start, end), []).append(span)
    return tuple(
        Evidence(head, Span.of(article.text, start, end), tuple(sorted(set(quotes))))
        for (start, end), quotes in sorted(found.items())
    )
