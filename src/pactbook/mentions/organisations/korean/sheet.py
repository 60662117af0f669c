"""The article as a finder of Korean names looks at it: the page, the words of the language, the names known so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.alone import MARKS, Alone, alone
from pactbook.mentions.organisations.korean.lexis import Lexis, lexis
from pactbook.mentions.organisations.korean.parts import parts
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.words import Word

#: What may stand between two short names of states that begin a name: 한·베, 한-베트남.
_PAIRED = frozenset({"·", "-", " - ", " · "})


#: A bracket behind a name and what is glued behind it.
_BRACKET = re.compile(r" ?\([^()\n]{1,60}\)([가-힣]*)")
_OPENED = ("(", " (")
#: So many characters of a sentence on either side of a word tell what it does there.
_SENTENCE = 400


class Marked(NamedTuple):
    """The places of the words that are what MARKS says, in order."""

    latin: list[int]
    placed: list[int]
    headed: list[int]
    named: list[int]
    led: list[int]
    governing: list[int]


def _marked(words: Sequence[Alone]) -> Marked:
    found = Marked(*([] for _ in MARKS))
    for place, told in enumerate(words):
        for mark in told.marks:
            found[mark].append(place)
    return found


@lru_cache(maxsize=20_000)
def _sound(text: str, language: str) -> str | None:
    return next((c for c, pattern in lexis(language).marks.items() if pattern.fullmatch(text)), None)


class Sheet:
    """A page with the words of its language, and what the words at a place are."""

    def __init__(self, page: Page, known: Sequence[Candidate], like: Sheet | None = None) -> None:
        """``like``: a sheet of the same page, so that what the words by themselves tell is not asked again."""
        self.page = page
        self.words: list[Word] = page.words
        self.text = page.text
        self.language: str = page.article.language
        self.lexis: Lexis = lexis(self.language)
        #: What each word tells by itself.
        self.alone: list[Alone] = (
            like.alone if like else list(map(alone(self.language).__getitem__, [word.text for word in self.words]))
        )
        #: What the words are, found in one pass.
        self.marked: Marked = like.marked if like else _marked(self.alone)
        #: The places of the words that are titles of who leads a body: 회장, 총장은.
        self.led = frozenset(self.marked.led)
        #: Whether ㈜ or the like stands anywhere in the article.
        self.formed: bool = like.formed if like else any(form in self.text for form in self.lexis.legal_forms)
        #: (start, end) of a known name → the name.
        self.known = {(name.start, name.end): name for name in known}

        #: Places of the article that the gazetteer does not know, by their words.
        self.places: set[str] = set()
        #: Words of the names of known firms.
        self.firms = {p for name in known if name.only() == "company" for p in range(name.first, name.last + 1)}
        #: Where known names end → the names; the number of their last word → one of them.
        self.ends: dict[int, list[Candidate]] = {}
        self.lasts: dict[int, Candidate] = {}
        #: The words of known names with one body → one of them.
        self.called: dict[str, Candidate] = {}
        for name in known:
            self.ends.setdefault(name.end, []).append(name)
            self.lasts.setdefault(name.last, name)
            self.called.setdefault(self.text[name.start : name.end], name)

    def knowing(self, known: Sequence[Candidate]) -> Sheet:
        """The same page with other known names."""
        return Sheet(self.page, known, self)

    def places_of(self, stem: str) -> list[int]:
        """The places of the words that may have the stem."""
        found = []
        start = self.text.find(stem)
        while start >= 0:
            place = self.page.word_at(start)
            if self.words[place].start == start and len(stem) in self.alone[place].cuts:
                found.append(place)
            start = self.text.find(stem, start + 1)
        return found

    def cuts(self, place: int) -> tuple[int, ...]:
        """Lengths of the stems that word ``place`` may have."""
        return self.alone[place].cuts

    def tail(self, place: int, end: int) -> str:
        """What is glued behind the name that ends at character ``end`` of word ``place``."""
        return self.text[end : self.words[place].end]

    def particle(self, name: Candidate) -> str:
        """What is glued behind the name or behind the bracket that follows it: 냐남(Nhã Nam)[에]."""
        match = _BRACKET.match(self.text, name.end) if self.text.startswith(_OPENED, name.end) else None
        return match[1] if match else self.text[name.end : self.words[name.last].end]

    def behind(self, place: int, end: int) -> str:
        """The characters right behind the name, a particle and all: enough to see brackets and the next words."""
        return self.text[end : end + 40]

    def joined(self, place: int) -> bool:
        """Whether only a space parts word ``place`` from the one before."""
        try:
            return place > 0 and self.words[place].gap == " "
        except IndexError:
            return False

    def state(self, place: int) -> str | None:
        """The state that word ``place`` names, alone and without a particle."""
        return self.lexis.states.get(self.words[place].text)

    def land(self, place: int) -> str | None:
        """The state of the place that word ``place`` names, alone and without a particle."""
        return self.lexis.lands.get(self.words[place].text)

    def country(self, text: str) -> str | None:
        """The country that the known pieces of ``text`` name, or that its syllables betray."""
        for part in parts(text, self.language):
            if part.sort == "state":
                return self.lexis.states[part.text]
            if part.sort == "land":
                return self.lexis.lands[part.text]
        return self.sound(text)

    def sound(self, text: str) -> str | None:
        """The country whose names have such syllables."""
        return _sound(text, self.language)

    def post(self, place: int) -> bool:
        """Whether word ``place`` says where an embassy is: 주베트남."""
        text, words = self.words[place].text, self.lexis
        return any(
            text.startswith(p) and (text[len(p) :] in words.states or text[len(p) :] in words.lands)
            for p in words.words.posts
        )

    def above(self, place: int) -> Candidate | None:
        """The known body above the one that begins with word ``place``: 외교부 산하 외교대학, 베트남 환경부 임업국."""
        before = place - 1
        if not self.joined(place):
            return None
        if self.words[before].text in self.lexis.words.under and self.joined(before):
            return self.lasts.get(before - 1)
        known = self.lasts.get(before)
        # 베트남 농업환경부 임업국: the press of home rarely means more than the ministry by a bureau of its own.
        abroad = known is not None and known.only() == "ministry" and self.lexis.words.home not in known.countries()
        return known if abroad and known is not None and not self.tail(known.last, known.end) else None

    def is_governor(self, place: int) -> bool:
        """Whether word ``place`` says who governs or speaks for a place: 군수는, 관계자들이."""
        text, governors = self.words[place].text, self.lexis.governors
        if text.startswith(self.lexis.long_governors):
            return True
        return any(text[:n] in governors for n in self.cuts(place))

    def abstract(self, stem: str) -> bool:
        """Whether many ordinary words end as the place does: 가능성."""
        return stem.endswith(tuple(self.lexis.words.abstract))

    def pair_before(self, place: int) -> int:
        """How many words before ``place`` are two states that begin a name: 한·베, 한-베트남, 한베."""
        words, pairs = self.words, self.lexis.pairs
        if place < 1:
            return 0
        before = words[place - 1]
        if place > 1 and before.text in pairs and before.gap in _PAIRED and words[place - 2].text in pairs:
            return 2
        halves = [(before.text[:n], before.text[n:]) for n in range(1, len(before.text))]
        return int(len(before.text) < 7 and any(a in pairs and b in pairs for a, b in halves))

    def sentence(self, place: int) -> tuple[str, str]:
        """The sentence of word ``place``: what stands before the word, and what from its beginning on."""
        first, end = self.page.sentence_of(place)
        last = self.words[min(end, len(self.words)) - 1]
        start = self.words[place].start
        begin = max(self.words[first].start, start - _SENTENCE)
        return self.text[begin:start], self.text[start : min(last.end, start + _SENTENCE)]

    def candidate(
        self, at: tuple[int, int], end: int, rule: str, kind: str | None, country: str | None, rank: int = 1
    ) -> Candidate:
        """The name from the start of word ``at[0]`` to character ``end`` of word ``at[1]``."""
        return Candidate(self.words[at[0]].start, end, at[0], at[1], rule, kind=kind, country=country, rank=rank)
