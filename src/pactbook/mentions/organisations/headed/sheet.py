"""What the finders of names with their heads in front look at: the page, its words with their marks, its people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from pactbook.knowledge.organisations import Head
from pactbook.mentions.organisations.headed.grammar import Grammar, Marked, low, lows_in
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.slots import Slots
from pactbook.mentions.organisations.vocabulary import vocabulary
from pactbook.mentions.organisations.words import Word

T = TypeVar("T")
_SPACE = " "
_NO_HEAD: tuple[int, Sequence[Head]] = (0, ())
#: What may part the words of a head.
_INSIDE = frozenset({" ", "-", " - "})
#: How many words the office of a person has at most: "Bộ trưởng Thương mại, Công nghiệp và Năng lượng Hàn Quốc".
_OFFICE = 12
#: Behind "TP" the place follows a full stop: "TP. Cần Thơ", "TP.HCM".
_SHORT = frozenset({" ", ". ", "."})


class Sheet:
    """A page with its words as the grammar spells them. Places are numbers of words."""

    def __init__(self, page: Page, grammar: Grammar) -> None:
        self.page = page
        self.grammar = grammar
        self.words: Sequence[Word] = page.words
        self.lows: list[str] = lows_in(page.words)
        of_lows: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.lows):
            of_lows[word].append(place)
        self._of_lows = of_lows
        #: Given names in English letters.
        self.given = vocabulary("en").given
        #: Places that were asked for their heads, and where one may begin → these.
        self._heads: dict[int, tuple[int, Sequence[Head]]] = {}
        self._head_firsts = grammar.heads.firsts
        #: Phrases that say what a body is or what it is for.
        self._said = (grammar.topics, grammar.heads, grammar.legal_forms)
        #: The words that belong to the names of people.
        self.people: frozenset[int] = frozenset()
        #: Where names of bodies begin → their last words, and the other way round.
        self.ends: dict[int, int] = {}
        self.begins: dict[int, int] = {}
        #: Where in its sentences nothing but parties stand.
        self.slots = Slots(page, vocabulary(page.article.language))
        page.forget([place for place in page.state_at if self._is_other(place)])

    def __len__(self) -> int:
        return len(self.words)

    def end_of(self, place: int) -> int:
        """The first word behind the sentence of word ``place``."""
        return self.page.sentence_of(place)[1]

    def beginnings(self, phrases: Marked[T]) -> list[int]:
        """The places, in order, where one of ``phrases`` may begin: its first word stands there."""
        there = self._of_lows.keys() & phrases.firsts
        return sorted([place for word in there for place in self._of_lows[word]])

    def written(self, texts: Iterable[str]) -> list[int]:
        """The places, in order, where words may be written as one of ``texts`` is."""
        there = self._of_lows.keys() & {low(text) for text in texts}
        return sorted([place for word in there for place in self._of_lows[word]])

    def small(self, place: int) -> bool:
        """Whether the word is written small."""
        return self.words[place].text[:1].islower()

    def spaced(self, place: int) -> bool:
        """Whether only a space parts the word from the one before."""
        return self.words[place].gap == _SPACE

    def head_at(self, place: int) -> tuple[int, Sequence[Head]]:
        """The longest head that starts at ``place``, in all its senses; 0 where a longer phrase is no head."""
        if place >= len(self.lows) or self.lows[place] not in self._head_firsts:
            return _NO_HEAD
        known = self._heads.get(place)
        if known is None:
            known = self._heads[place] = self._head_at(place)
        return known

    def _head_at(self, place: int) -> tuple[int, Sequence[Head]]:
        length, heads = self.grammar.heads.found(self.lows, place)
        if not length or any(word.gap not in _INSIDE for word in self.words[place + 1 : place + length]):
            return _NO_HEAD
        longer = self.grammar.not_heads.at(self.lows, place)
        told = place + (length if longer > length else 1)
        if told < len(self.words) and not self.small(told):
            longer = 0
        none = max(longer, self.grammar.never_first.at(self.lows, place)) >= length
        return _NO_HEAD if none else (length, heads)

    def titled(self, first: int) -> bool:
        """Whether a title stands right before the name that starts at ``first``: "Chủ tịch Tập đoàn ..."."""
        return first > 0 and self.spaced(first) and bool(self.grammar.titles.before(self.lows, first))

    def office_before(self, place: int) -> bool:
        """Whether the words before end the office of whoever is named next: "Bộ trưởng Ngoại giao Hàn Quốc ..."."""
        here = place
        for _ in range(_OFFICE):
            if here <= 0 or self.words[here].gap not in {" ", ", ", " - ", ") ", " ("}:
                return False
            if self.words[here].gap == " " and self.grammar.titles.before(self.lows, here):
                return True
            said = self.words[here - 1].capital or self.lows[here - 1] in self.grammar.joins
            if not said and not self.is_syllable(here - 1):
                return False
            here -= 1
        return False

    def is_syllable(self, place: int) -> bool:
        """Whether the word can be a Vietnamese syllable."""
        return self.grammar.syllables[self.words[place].text]

    def is_foreign(self, place: int) -> bool:
        """Whether the word is no Vietnamese one: it has no marks, and is an acronym or no syllable."""
        word = self.words[place]
        if not word.text.isascii() or place in self.page.state_at or self.page.is_land(place):
            return False
        return word.acronym or not self.grammar.syllables[word.text]

    def is_proper(self, place: int) -> bool:
        """Whether the word with a capital says neither what a body is nor what it is for."""
        if not self.words[place].capital or self.in_state(place):
            return False
        back = range(max(0, place - 5), place + 1)
        return not any(first + max(p.at(self.lows, first) for p in self._said) > place for first in back)

    def surname(self, place: int) -> frozenset[str]:
        """The countries where people bear the word as a surname."""
        return self.grammar.surnames.get(self.words[place].text, frozenset())

    def in_state(self, place: int) -> bool:
        """Whether the word is a part of the name of a state."""
        return place in self.page.state_at

    def state_end(self, place: int) -> int:
        """The last word of the name of a state, or of a place that the gazetteer knows, at ``place``; -1 for none."""
        page = self.page
        if place in page.state_at:
            return page.word_at(page.state_at[place].span.end - 1)
        if not page.is_land(place) or self.small(place):
            return -1
        last = place
        while last + 1 < len(self.words) and page.is_land(last + 1) and self.words[last + 1].gap in {" ", "-", " - "}:
            last += 1
        return last

    def place_at(self, place: int) -> tuple[int, int]:
        """The words of "tỉnh Hà Giang" at ``place``: the last one of the class and of the name (-1 if there is none).

        (-1, -1) where no class of places starts.
        """
        length = self.grammar.places.at(self.lows, place)
        if not length:
            return -1, -1
        behind = place + length
        if behind < len(self.words) and self.lows[behind] in self.grammar.dashed and not self._goes_further(behind):
            # "châu Á"
            return -1, -1
        if behind >= self.end_of(place) or self.words[behind].gap not in _SHORT:
            return behind - 1, -1
        if self.words[behind].gap != _SPACE and self.lows[behind - 1] not in self.grammar.abbreviations:
            return behind - 1, -1
        if not self.words[behind].capital or (self._is_surname(behind) and self.office_before(place)):
            # "Chủ tịch UBND tỉnh Đỗ Minh Tuấn"
            return behind - 1, -1
        return behind - 1, self.run(behind)

    def _goes_further(self, place: int) -> bool:
        """Whether a capital follows: "tỉnh Thái Bình"."""
        after = place + 1
        return after < len(self.words) and self.words[after].gap == _SPACE and self.words[after].capital

    def run(self, first: int) -> int:
        """The last of the capitals of a place's name from ``first`` on."""
        known = self.state_end(first)
        last = max(first, known)
        while known < first and last + 1 < self.end_of(first) and self._goes_on(last + 1):
            last += 1
        return last

    def _goes_on(self, place: int) -> bool:
        word = self.words[place]
        if word.gap == "-":
            return word.text.isalpha()
        return (
            word.capital
            and word.gap == _SPACE
            and place not in self.people
            and not self._is_surname(place)
            and not self.in_state(place)
            and not self.grammar.titles.at(self.lows, place)
            and not self.head_at(place)[0]
        )

    def _is_surname(self, place: int) -> bool:
        """Whether whoever governs the place is named right behind it: "UBND huyện Ba Tơ [Phạm Thị Thanh]"."""
        after = place + 1
        if (
            not self.surname(place)
            or self.page.is_land(place)
            or after >= len(self.words)
            or not self.words[after].capital
        ):
            return False
        more = after + 1 < len(self.words) and self.words[after + 1].joined and self.words[after + 1].text.isalpha()
        return (
            self.words[after].gap == _SPACE
            and more
            and (self.words[after + 1].capital or self.words[after + 1].gap == "-")
        )

    def _is_other(self, place: int) -> bool:
        """Whether what looks like a state is a part of another word or name: "Lao động", "Phú Mỹ", "anh Đức"."""
        words, lows, grammar = self.words, self.lows, self.grammar
        if grammar.topics.at(lows, place) > 1:
            return True
        if " " in words[place].text or len(words[place].text) > 4 or words[place].acronym:
            return False
        first, last = self.page.state_at[place].span.start, self.page.state_at[place].span.end
        if words[place].start != first or words[place].end != last:
            return False
        before = place > 0 and words[place].joined and words[place - 1].capital and words[place].gap == " "
        own = before and place - 1 not in self.page.state_at and not grammar.topics.before(lows, place)
        after = place + 1 < len(words) and words[place + 1].gap == " " and words[place + 1].capital
        called = place > 0 and words[place].gap == " " and bool(grammar.calls.before(lows, place))
        return bool((own and not self._ends_head(place)) or called or (after and self._is_name_part(place + 1)))

    def _ends_head(self, place: int) -> bool:
        return bool(self.grammar.heads.before(self.lows, place))

    def _is_name_part(self, place: int) -> bool:
        """Whether the capital goes on with a name: no state, head or topic starts with it."""
        known = place in self.page.state_at or self.head_at(place)[0] or self.grammar.topics.at(self.lows, place)
        return not known and self.is_syllable(place)
