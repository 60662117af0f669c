"""The table of contents: read → clean → find → claim → store → resolve."""

from __future__ import annotations

from pactbook.articles.clean import clean
from pactbook.claims.claim import claim
from pactbook.mentions.find import find
from pactbook.model.claim import Extraction
from pactbook.model.source import Source


def extract(source: Source) -> Extraction:
    """Read one article out of ``source`` and say what it states: a pure function of the bytes.

    Raises UnreadableSource or NotAnArticle.
    """
    article = clean(source)
    return claim(article, find(article))
