"""What every finder of names looks at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from pactbook.mentions.words import Word, words_of
from pactbook.model.article import Article
from pactbook.model.mention import StateMention


class Page:
    """An article, its words and the states that it names."""

    def __init__(self, article: Article, states: Sequence[StateMention]) -> None:
        self.article = article
        self.text = article.text
        self.words: list[Word] = words_of(article.text)
        #: The numbers of the words that begin as names begin.
        self.capitals = [place for place, word in enumerate(self.words) if word.capital]
        self.states = tuple(states)
        #: Word → the state that it is a part of.
        self.state_at: dict[int, StateMention] = {}
        for state in states:
            for place in range(self.word_at(state.span.start), self.word_at(state.span.end - 1) + 1):
                self.state_at[place] = state
        #: Words that have a capital because a sentence begins with them.
        self.openings = frozenset(self.word_at(s.start) for s in article.sentences)
        #: The first word behind the headline.
        self.headline = self._headline()
        self._lands: dict[int, str] = {}
        #: Words of sentences in which every word has a capital, so that capitals mean nothing.
        self.loud: frozenset[int] = frozenset(self._loud())

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters from the first word to the last one, both included."""
        return self.words[first].start, self.words[last].end

    def word_at(self, place: int) -> int:
        """The number of the word that holds this character, or of the last word before it."""
        return max(0, bisect_right(self.words, place, key=lambda w: w.start) - 1)

    def sentence_of(self, place: int) -> tuple[int, int]:
        """The first word of the sentence of word ``place``, and the first word behind it."""
        start = self.words[place].start
        number = max(0, bisect_right(self.article.sentences, start, key=lambda s: s.start) - 1)
        if not self.article.sentences:
            return 0, len(self.words)
        sentence = self.article.sentences[number]
        first = bisect_right(self.words, sentence.start - 1, key=lambda w: w.start)
        return first, bisect_right(self.words, sentence.end - 1, key=lambda w: w.start)

    def is_state(self, place: int) -> bool:
        """Whether the word is the name of a state or its capital."""
        return place in self.state_at and self.state_at[place].form in {"name", "capital"}

    def learn(self, known: Iterable[tuple[int, int, str]]) -> None:
        """Take in the places that the gazetteer knows: (first word, last word, country)."""
        for first, last, country in known:
            self._lands.update(dict.fromkeys(range(first, last + 1), country))

    def country_at(self, place: int) -> str | None:
        """The country of the state, city or province that the word is a part of the name of."""
        return self.state_at[place].country if place in self.state_at else self._lands.get(place)

    def is_land(self, place: int) -> bool:
        """Whether the word is a part of the name of a province or city that the gazetteer knows."""
        return place in self._lands

    def country_in(self, first: int, last: int) -> str | None:
        """The first state that the words from ``first`` to ``last`` name."""
        return next((self.state_at[p].country for p in range(first, last + 1) if p in self.state_at), None)

    def _headline(self) -> int:
        ends = [s.end for s in self.article.sentences if s.role == "headline"]
        return bisect_right(self.words, ends[-1] - 1, key=lambda w: w.start) if ends else 0

    def _loud(self) -> list[int]:
        loud: list[int] = []
        for sentence in self.article.sentences:
            first = bisect_right(self.words, sentence.start - 1, key=lambda w: w.start)
            last = bisect_right(self.words, sentence.end - 1, key=lambda w: w.start)
            heavy = [w for w in self.words[first + 1 : last] if len(w.text) > 4]
            if (
                len(heavy) > 3
                and sum(w.capital for w in heavy) >= 0.8 * len(heavy)
                and ends_open(self.text, sentence.end)
            ):
                loud.extend(range(first, last))
        return loud


def ends_open(text: str, end: int) -> bool:
    """Whether a sentence ends as headlines end: without a full stop."""
    return not text[:end].rstrip().endswith((".", "?", "!"))
