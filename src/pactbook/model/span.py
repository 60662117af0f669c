"""A span: a quote and the place where it stands."""

from __future__ import annotations

from msgspec import Struct

from pactbook.errors import EvidenceError


class Span(Struct, frozen=True, order=True, gc=False):
    """``text`` stands at ``start:end`` of an article's text, in Unicode code points.

    An article has hundreds: a struct is made in a tenth of the time of a frozen dataclass. What is made once of what
    is there already is in no cycle, so that the collector of litter need not look at it (``gc=False``).
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of an article's text."""
        return cls(start, end, text[start:end])

    def check(self, text: str) -> None:
        """Raise EvidenceError unless the quote stands in ``text`` where the span says."""
        if text[self.start : self.end] != self.text:
            raise EvidenceError(f"quote {self.text[:60]!r} does not stand at {self.start}:{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        """Whether every character of this span is in ``other``."""
        return other.start <= self.start and self.end <= other.end
