"""One source → what it states."""

from __future__ import annotations

from pactbook.articles.clean import clean
from pactbook.claims.claim import claim
from pactbook.errors import KnowledgeError, SourceError
from pactbook.mentions.find import find
from pactbook.model.article import Article
from pactbook.model.claim import Extraction
from pactbook.model.source import Source
from pactbook.pipeline.alarm import TooLong, alarm
from pactbook.pipeline.outcome import Failure, Outcome, address_of


def extract(source: Source | Article) -> Extraction:
    """Read one article out of ``source`` and say what it states: a pure function of the bytes, or of the article.

    Raises UnreadableSource or NotAnArticle.
    """
    article = clean(source) if isinstance(source, Source) else source
    return claim(article, find(article))


def try_extract(source: Source | Article, seconds: float) -> Outcome:
    """Extract, or say why not: nothing that a page does to the program may end a run over many pages.

    Raises KnowledgeError: that is no page's doing, and no page could be read.
    """
    try:
        with alarm(seconds):
            return extract(source)
    except SourceError as error:
        return error
    except KnowledgeError:
        raise
    except TooLong:
        return Failure(address_of(source), f"reading it takes longer than {seconds:g} seconds")
    except MemoryError:
        return Failure(address_of(source), "reading it needs more memory than there is")
    except Exception as error:  # noqa: BLE001 - the wall between one bad page and all the others
        return Failure(address_of(source), f"pactbook fails on it, please report it ({_said(error)})")


def _said(error: Exception) -> str:
    lines = str(error).splitlines()
    return f"{type(error).__name__}: {lines[0][:200]}" if lines else type(error).__name__
