"""Where in a sentence about a deal nothing but a party stands: "won an order from [X]", "[X]'s contract with"."""

from __future__ import annotations

from functools import cached_property

from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.text.edges import DEPTH
from pactbook.text.level import level, lower

#: How far before and behind a name the words of a slot may reach, in characters.
_BEFORE, _BEHIND = 90, 60


class Slots:
    """The slots of one page."""

    def __init__(self, page: Page, vocabulary: Vocabulary) -> None:
        self._page = page
        self._vocabulary = vocabulary

    @cached_property
    def _plain(self) -> str:
        """The text levelled and in lower case: same length, so offsets agree."""
        return lower(level(self._page.text))

    def _is_small(self, key: str) -> bool:
        """Whether the page writes the word small somewhere."""
        return any(not self._page.words[place].capital for place in self._page.places_of({key}))

    def holds(self, first: int, last: int, *, firm: bool = False) -> bool:
        """Whether the words from ``first`` to ``last`` stand where a party stands, or where only a ``firm`` does."""
        page, words = self._page, self._page.words
        if not self._vocabulary.slots or page.country_at(first) or not self._may_be_party(first, last):
            return False
        begin, end = page.sentence_of(first)
        start, stop = page.span(first, last)
        opens, closes = words[begin].start, words[end - 1].end
        low, high = max(opens, start - _BEFORE), min(closes, stop + _BEHIND)
        plain, vocabulary = self._plain, self._vocabulary
        fitting = vocabulary.behind_slots.fitting(plain[stop : min(high, stop + DEPTH)])
        if fitting:
            fitting &= vocabulary.before_slots.fitting(plain[max(low, start - DEPTH) : start])
        # What is asked for at one place is asked first: it takes the least time, and most names fail there.
        for slot in [vocabulary.slots[number] for number in fitting]:
            if firm and not slot.firm:
                continue
            stands = slot.behind.match(plain, stop, high) and slot.before.search(plain, low, start)
            if stands and slot.told.search(plain, opens, closes):
                return True
        return False

    def _may_be_party(self, first: int, last: int) -> bool:
        """Whether the words may name a body: not a surname alone, nor a common word at the head of a sentence."""
        words, vocabulary = self._page.words, self._vocabulary
        if vocabulary.not_parties.at(words, first) == last - first + 1 or words[last].key in vocabulary.sites:
            return False
        if first < last and words[first].key in vocabulary.counted and words[first + 1].text[0].isdigit():
            return False
        if first != last:
            return words[first].key not in vocabulary.surnames or words[last].acronym
        word = words[first]
        if word.key in vocabulary.surnames or word.key in vocabulary.not_heads:
            return False
        return (
            first not in self._page.openings
            or word.acronym
            or not (word.text.islower() or word.key.endswith("s") or self._is_small(word.key))
        )
