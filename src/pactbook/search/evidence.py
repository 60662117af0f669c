"""Of the sentences behind a claim, the one to show."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.model.span import Span
from pactbook.model.told import Evidence


def leading(pieces: tuple[Evidence, ...], spans: Sequence[Span]) -> Evidence:
    """The piece that holds the first of a claim's ``spans``: the sentence that tells the claim best."""
    return next((e for e in pieces if spans[0] in e.quotes), pieces[0])
