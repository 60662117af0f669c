"""Headlines that only name bodies: "Ha Long University and Yeosu University", "Moon Institute – Dolsan Shipyard"."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import AND

#: Parts of a line that name one body each stand between these.
_PARTS = frozenset({" - ", " – ", " — ", " / ", ", ", " & ", "; ", " x ", " + "})


def roster_words(page: Page, vocabulary: Vocabulary) -> frozenset[int]:
    """The words of lines full of capitals in which every part ends as the name of a body does."""
    found: set[int] = set()
    for place in sorted(page.loud):
        begin, end = page.sentence_of(place)
        if place == begin and _is_roster(page, vocabulary, begin, end):
            found.update(range(begin, end))
    return frozenset(found)


def _is_roster(page: Page, vocabulary: Vocabulary, begin: int, end: int) -> bool:
    parts = list(_parts(page, begin, end))
    return len(parts) > 1 and all(_is_name(page, vocabulary, part) for part in parts)


def _parts(page: Page, begin: int, end: int) -> Iterator[range]:
    first = begin
    for place in range(begin + 1, end + 1):
        if place == end or page.words[place].key == AND or page.words[place].gap in _PARTS:
            yield range(first, place)
            first = place + 1 if place < end and page.words[place].key == AND else place


def _is_name(page: Page, vocabulary: Vocabulary, part: range) -> bool:
    """Whether the part is a run of capitals that ends with a head."""
    words = page.words
    if len(part) < 2 or not words[part[-1]].capital:
        return False
    return any(p + length == part.stop for p in part for length, _ in vocabulary.heads_at(words, p))
