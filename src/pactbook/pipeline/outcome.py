"""What becomes of a source."""

from __future__ import annotations

from pactbook.errors import SourceError, UnreadableSource
from pactbook.model.article import Article
from pactbook.model.claim import Extraction
from pactbook.model.source import Source

#: What became of a source: what it states, or why it was skipped.
Outcome = Extraction | SourceError


class Failure(UnreadableSource):
    """A source that the program failed on. That may not be the source's fault: it is tried again in the next run."""


def address_of(source: Source | Article) -> str:
    """How the user knows a source, or the source of an article."""
    return source.address if isinstance(source, Source) else source.source
