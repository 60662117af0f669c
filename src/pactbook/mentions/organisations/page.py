"""What every finder of names looks at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.vocabulary import Phrases
from pactbook.mentions.organisations.words import Words
from pactbook.model.article import Article
from pactbook.model.mention import StateMention

#: A sentence with fewer words in capitals is neither loud nor shouted: four fifths of at least so many words are.
_CAPITALS = 4
#: How sentences end that are no headlines.
_CLOSING = (".", "?", "!", ".”", '."')
_NOWHERE: frozenset[int] = frozenset()


class Page:
    """An article, its words and the states that it names. Places in the text are numbers of words."""

    def __init__(self, article: Article, states: Sequence[StateMention]) -> None:
        self.article = article
        self.text = article.text
        words = Words(article.text)
        self.words = words.all
        #: The numbers of the words that begin as names begin.
        self.capitals = words.capitals
        #: The numbers of the words that more than a space or a hyphen parts from the word before.
        self.apart = words.apart
        #: The numbers of the words that only a hyphen parts from the word before.
        self.hyphened = words.hyphened
        self._starts = [word.start for word in self.words]
        self._of_keys: defaultdict[str, list[int]] = defaultdict(list)
        #: Word with a capital as it is written → where it stands.
        self._written: dict[str, list[int]] = {}
        self.states = tuple(states)
        #: Word → the state that it is a part of.
        self.state_at: dict[int, StateMention] = {}
        for state in states:
            span = state.span
            first = last = self.word_at(span.start)
            if self.words and self.words[first].end < span.end:
                last = self.word_at(span.end - 1)
            for place in range(first, last + 1):
                self.state_at[place] = state
        self._lands: dict[int, str] = {}
        self._owners: dict[int, str] = {}
        self._cities: dict[int, str] = {}
        self._sentences = self._bounds()
        #: The sentence of every word.
        self._sentence_at: list[tuple[int, int]] = []
        for bounds in self._sentences:
            self._sentence_at += [bounds] * (bounds[1] - len(self._sentence_at))
        #: Words that have a capital because a sentence begins with them.
        self.openings = frozenset([first for first, _ in self._sentences])
        heads = [e for s, (_, e) in zip(article.sentences, self._sentences, strict=True) if s.role == "headline"]
        #: The first word behind the headline.
        self.headline = heads[-1] if heads else 0
        many = [bounds for bounds in self._sentences if self._has_capitals(*bounds)]
        #: Words that only say where and by whom the report is sent.
        self.datelines = _NOWHERE
        #: Words of headlines in which every word has a capital, so that capitals mean nothing.
        self.loud = _within([bounds for bounds in many if self._is_loud(*bounds)])
        #: Words of sentences written all in capitals.
        self.shouted = _within([bounds for bounds in many if self._is_shouted(*bounds)])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters from the first word to the last one, both included."""
        return self.words[first].start, self.words[last].end

    def word_at(self, place: int) -> int:
        """The number of the word that holds this character, or of the last word before it."""
        return max(0, bisect_right(self._starts, place) - 1)

    def places_of(self, keys: Set[str]) -> list[int]:
        """The numbers of the words that have one of ``keys``, in order."""
        known = self._of_keys
        if not known:
            for place, word in enumerate(self.words):
                known[word.key].append(place)
        there = known.keys() & keys
        if len(there) < 2:
            return known[there.pop()] if there else []
        return sorted([place for key in there for place in known[key]])

    def capitals_of(self, texts: Iterable[str]) -> list[int]:
        """The numbers of the words with a capital that are written as one of ``texts``, in order."""
        known = self._written
        if not known:
            for place in self.capitals:
                known.setdefault(self.words[place].text, []).append(place)
        return sorted([place for text in texts if text in known for place in known[text]])

    def reads(self, place: int, texts: tuple[str, ...]) -> bool:
        """Whether the words from ``place`` on are written as ``texts``."""
        words = self.words
        if words[place].text != texts[0]:
            return False
        return len(texts) == 1 or tuple([w.text for w in words[place : place + len(texts)]]) == texts

    def sentence_of(self, place: int) -> tuple[int, int]:
        """The first word of the sentence of word ``place``, and the first word behind it."""
        if 0 <= place < len(self._sentence_at):
            return self._sentence_at[place]
        return self._sentences[-1] if place >= 0 and self._sentences else (0, len(self.words))

    def is_state(self, place: int) -> bool:
        """Whether the word is the name of a state or its capital."""
        return place in self.state_at and self.state_at[place].form in {"name", "capital"}

    def forget(self, places: Iterable[int]) -> None:
        """Take back that the words are names of states: "Lao" in "Lao động" is none."""
        for place in places:
            self.state_at.pop(place, None)

    def learn(self, known: Iterable[Candidate]) -> None:
        """Take in where the places that the gazetteer knows are, and the bodies that own others ("MoIT's Agency")."""
        for name in known:
            countries = name.countries()
            if len(countries) > 1:
                countries -= {"XX"}
            if len(countries) != 1 or "XX" in countries:
                continue
            (country,) = countries
            if name.only() == "subnational":
                self._lands.update(dict.fromkeys(range(name.first, name.last + 1), country))
            else:
                self._owners[name.last] = country

    def is_loud(self, place: int) -> bool:
        """Whether the word stands where capitals mean nothing: in a headline, or in a sentence all in capitals."""
        return place in self.loud or (place in self.shouted and len(self.words[place].text) > 5)

    def learn_cities(self, cities: Mapping[str, Phrases], firsts: Set[str]) -> None:
        """Take in where the cities of other countries are, whose names begin with ``firsts``."""
        words = self.words
        places = [place for place in self.capitals if words[place].key in firsts]
        for country, names in cities.items() if places else ():
            for place in places:
                if words[place].key in names.firsts and (length := names.at(words, place)):
                    self._cities.update(dict.fromkeys(range(place, place + length), country))

    def country_of_owner(self, place: int) -> str | None:
        """The country of the state, place or body whose name ends with the word."""
        return self.country_at(place) or self._owners.get(place)

    def country_at(self, place: int) -> str | None:
        """The country of the state, city or province that the word is a part of the name of."""
        if place in self._lands:
            # "Thai Nguyen" is no part of Thailand.
            return self._lands[place]
        return self.state_at[place].country if place in self.state_at else self._cities.get(place)

    def is_land(self, place: int) -> bool:
        """Whether the word is a part of the name of a province or city that the gazetteer knows."""
        return place in self._lands

    def country_in(self, first: int, last: int) -> str | None:
        """The first state or known place that the words from ``first`` to ``last`` name."""
        for place in range(first, last + 1):
            if country := self.country_at(place):
                return country
        return None

    def _bounds(self) -> list[tuple[int, int]]:
        """The first word of every sentence, and the first behind it."""
        starts, end = self._starts, 0
        found: list[tuple[int, int]] = []
        for sentence in self.article.sentences:
            first = bisect_left(starts, sentence.start, end)
            end = bisect_left(starts, sentence.end, first)
            found.append((first, end))
        return found

    def _has_capitals(self, first: int, end: int) -> bool:
        """Whether a sentence has so many words with capitals that they may all have them."""
        if end - first < _CAPITALS:
            return False
        return bisect_left(self.capitals, end) - bisect_left(self.capitals, first) >= _CAPITALS

    def _is_loud(self, first: int, end: int) -> bool:
        last = self.words[end - 1].end
        if self.text.startswith(_CLOSING, last, last + 2):
            return False  # most sentences end so
        heavy = [w.capital for w in self.words[first + 1 : end] if len(w.text) > 4]
        return len(heavy) >= _CAPITALS and sum(heavy) >= 0.8 * len(heavy)

    def _is_shouted(self, first: int, end: int) -> bool:
        texts = [w.text for w in self.words[first:end]]
        if sum(map(str.isupper, texts)) < 0.8 * _CAPITALS:
            return False  # as most, by far
        letters = [text for text in texts if text.isalpha()]
        return len(letters) >= _CAPITALS and sum(map(str.isupper, letters)) >= 0.8 * len(letters)


def _within(sentences: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(chain.from_iterable(range(*bounds) for bounds in sentences)) if sentences else _NOWHERE
