"""Of the sentences behind a claim, the one that answers the question."""

from __future__ import annotations

from pactbook.model.record import Evidence
from pactbook.text.grams import Gram, find_marks


def best(pieces: tuple[Evidence, ...], words: list[tuple[Gram, ...]]) -> Evidence:
    """The piece in which most of ``words`` stand; the first of several."""
    return max(pieces, key=lambda e: (len(find_marks(e.sentence.text, words)), -e.sentence.start))
