"""Every error that pactbook raises on purpose, in one tree.

A message names the file, the place in it and the reason, in words that an analyst can act on.
"""

from __future__ import annotations


class PactbookError(Exception):
    """The root: catch this to catch everything that pactbook raises on purpose."""


class SourceError(PactbookError):
    """A source that cannot be read. It is skipped, named in the summary, and never stops a run."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str]]:
        # Worker processes send errors home; the default pickling would lose the second argument.
        return type(self), (self.address, self.reason)


class UnreadableSource(SourceError):
    """The bytes cannot be had or cannot be turned into characters."""


class NotAnArticle(SourceError):
    """The bytes were read, but hold no article (a home page, a 404, a picture, an empty file)."""


class KnowledgeError(PactbookError):
    """A TOML file of the knowledge folder says something that it must not; names file and entry."""


class EvidenceError(PactbookError):
    """A quote does not stand where it is said to stand."""


class RecordError(PactbookError):
    """The record file cannot be used: not ours, locked, newer than this program, or its disk is full."""


class QueryError(PactbookError):
    """A question that cannot be asked: an unknown status, a date that is no date."""


class ServingError(PactbookError):
    """The record cannot be served as asked: open to others without a token, a port that is taken."""


class QuerySyntaxError(QueryError):
    """A question that is not well formed. ``text[offset:offset + length]`` is the part of it that is wrong."""

    def __init__(self, reason: str, text: str, offset: int, length: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.text = text
        self.offset = offset
        self.length = length

    def __reduce__(self) -> tuple[type[QuerySyntaxError], tuple[str, str, int, int]]:
        return type(self), (self.reason, self.text, self.offset, self.length)
