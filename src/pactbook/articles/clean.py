"""Source → article."""

from __future__ import annotations

import hashlib
import re

import trafilatura

from pactbook.model.article import Article, Sentence
from pactbook.model.source import Source


def clean(source: Source) -> Article:
    """Read an article out of a source. Raises UnreadableSource or NotAnArticle."""
    raw = source.data.decode("utf-8", "replace")
    text = trafilatura.extract(raw) or raw if "<html" in raw.lower() else raw
    text = re.sub(r"\n\s*\n+", "\n\n", text)
    sentences = tuple(
        Sentence(m.start(), m.end(), 0) for m in re.finditer(r"\S.+?(?:[.!?]['\")”]?(?=\s)|\n\n|$)", text, re.S)
    )
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Article(digest, source.address, "en", None, None, None, None, text, sentences)
