"""Source → article."""

from __future__ import annotations

import hashlib

from pactbook.articles.decoding import decode
from pactbook.articles.draft import Draft
from pactbook.articles.dump import read_dump
from pactbook.articles.language import language_of
from pactbook.articles.page import is_page, read_page
from pactbook.articles.sentences import part
from pactbook.errors import NotAnArticle
from pactbook.model.article import Article
from pactbook.model.source import Source

#: Characters. The longest reports have a tenth of this; a longer text is many articles or none.
LONGEST_TEXT = 1_000_000


def clean(source: Source) -> Article:
    """Read an article out of a source. Raises UnreadableSource or NotAnArticle."""
    text = decode(source)
    page = is_page(text)
    if not page and len(text) > LONGEST_TEXT:
        raise NotAnArticle(source.address, f"{len(text):,} characters are too many for one article")
    draft = read_page(text) if page else read_dump(text)
    return _article(draft, source.address)


def _article(draft: Draft, address: str) -> Article:
    if draft.refused:
        raise NotAnArticle(address, draft.refused)
    text, sentences = part(draft.paragraphs)
    if len(text) > LONGEST_TEXT:
        raise NotAnArticle(address, f"{len(text):,} characters are too many for one article")
    language = language_of(text)
    if language is None:
        raise NotAnArticle(address, "the text is not in English, Vietnamese or Korean")
    digest = hashlib.sha256(text.encode()).hexdigest()[:20]
    return Article(digest, address, language, draft.title, draft.outlet, draft.url, draft.published, text, sentences)
