"""Names that only what is said of them shows to be bodies: "local developer TTA", "VKBIA and KEMS signed"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.known import countries_called
from pactbook.mentions.organisations.numbers import numbered
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.paired import opens_pair, past_other
from pactbook.mentions.organisations.people import country_of_name
from pactbook.mentions.organisations.slots import Slots
from pactbook.mentions.organisations.verbs import acts_at
from pactbook.mentions.organisations.vocabulary import Phrases, Vocabulary
from pactbook.mentions.organisations.words import AND, OF, OWN

#: A letter alone is no name.
_SHORTEST = 2
#: How far a clause behind a name is read to its end, in words.
_CLAUSE = 16
#: How far before "with" and before "between" the word for a deal stands, in words.
_WITH, _BETWEEN = 7, 16
#: How far before what it owns a firm is named, in words.
_OWNED = 5
#: How far before who buys it a stake is named, in words.
_SOLD = 14
#: How many small words behind a name may say that it is a thing's.
_NAMED_THING = 3


class Actors:
    """Looks at every run of capitals that is neither a person nor a state for signs that it is a body."""

    def __init__(self, page: Page, vocabulary: Vocabulary, people: frozenset[int]) -> None:
        self._page = page
        self._words = page.words
        self._vocabulary = vocabulary
        self._people = people
        self._terms = _terms(page, vocabulary)
        self._slots = Slots(page, vocabulary)
        #: First words that were asked about → the last words of their names.
        self._runs: dict[int, int] = {}

    @cached_property
    def names(self) -> list[tuple[int, int]]:
        """The first and last words of every run of capitals that may be a name, those within another too."""
        people, states = self._people, self._page.state_at
        return [
            (place, last)
            for place in self._page.capitals
            if place not in people and place not in states and (last := self.run(place)) >= place
        ]

    def find(self) -> Iterator[Candidate]:
        """Every name that is said to be, or acts as, a body."""
        done = -1
        for place, last in self.names:
            if place <= done:
                continue
            done = last
            found = self._said_to_be(place, last) or self._spoken_for(place, last) or self._party(place, last)
            if found:
                rule, kind, country = found
                country = country or self._page.country_in(place, last)
                yield Candidate(*self._page.span(place, last), place, last, rule, kind=kind, country=country, rank=-1)

    def run(self, first: int) -> int:
        """The last word of the name at ``first``; ``first - 1`` if none can start there."""
        last = self._runs.get(first)
        if last is None:
            last = self._runs[first] = self._run(first)
        return last

    def _run(self, first: int) -> int:
        words, vocabulary = self._words, self._vocabulary
        if not self._may_start(first):
            return first - 1
        last = self._last_capital(first)
        after = words[last + 1] if last + 1 < len(words) else None
        if after and after.text.isdigit():
            last = numbered(self._page, vocabulary, last)
            after = words[last + 1] if last + 1 < len(words) else None
        if after and after.gap == "." and after.text.islower():
            # "Pay.ly"
            last += 1
        if words[last].key in vocabulary.not_heads:
            return first - 1
        telling, not_bodies = False, vocabulary.not_bodies
        for p in range(first, last + 1):
            word = words[p]
            if word.text in self._terms or (word.key in not_bodies.firsts and not_bodies.at(words, p)):
                return first - 1
            telling = telling or not (p in self._page.state_at or self._says_nothing(word.key))
        return last if telling else first - 1

    def _last_capital(self, first: int) -> int:
        """The last of the capitals from ``first`` on, before a title or a person."""
        words, titles, people = self._words, self._vocabulary.titles, self._people
        behind = first + 1
        while behind < len(words):
            word = words[behind]
            if not word.capital or not word.joined or behind in people:
                break
            if word.key in titles.firsts and titles.at(words, behind):
                break
            behind += 1
        return behind - 1

    def _says_nothing(self, key: str) -> bool:
        """Whether a word is too common to name a body alone: "Business", "Committee"."""
        common = self._vocabulary
        return (
            key in common.idle or key in common.bare or key.removesuffix("s") in common.bare or (key,) in common.places
        )

    def _may_start(self, place: int) -> bool:
        words, vocabulary = self._words, self._vocabulary
        word = words[place]
        if not word.capital or place in self._people or place in self._page.state_at:
            return False
        if (self._page.loud or self._page.shouted) and self._page.is_loud(place):
            return False
        if word.key in vocabulary.no_beginnings and (
            word.key in vocabulary.never_first
            or vocabulary.titles.at(words, place)
            or vocabulary.not_bodies.at(words, place)
        ):
            return False
        if len(word.text) < _SHORTEST or self._ends_a_term(place):
            return False
        return not vocabulary.not_before.at(words, place + 1)

    def _ends_a_term(self, place: int) -> bool:
        """Whether a word belongs to a longer term, not to somebody's office: "Certificate of [Origin]"."""
        words = self._words
        if words[place - 1].key != OF or place < 2 or not words[place - 2].capital or words[place].acronym:
            return False
        whose = self._vocabulary.titles.before(words, place - 1) or place - 2 in self._people
        return not whose and words[place - 1].gap == words[place].gap == " "

    def _said_to_be(self, first: int, last: int) -> tuple[str, str, str | None] | None:
        """A noun before the name, or an apposition or "is a" behind it."""
        words, vocabulary = self._words, self._vocabulary
        if first and words[first].gap == " " and words[first - 1].text.islower():
            for kind, nouns in vocabulary.nouns.items() if words[first - 1].key in vocabulary.noun_lasts else ():
                length = nouns.before(words, first)
                if length and not self._loose(first, length):
                    return "noun", kind, None
        if (owner := self._owner(first)) is not None:
            return "noun", "company", owner or None
        if first > 1 and words[first - 1].key in vocabulary.based and words[first - 1].gap == "-":
            return "based", "company", None
        if country := self._placed(first, last) or self._owned(first, last):
            return "placed", "company", country
        return self._told_behind(last + 1)

    def _owner(self, first: int) -> str | None:
        """The country of the firm that owns this one, "" where nobody knows it; None where no firm is said to.

        "Novaland's building arm, [Nova Build], for"
        """
        words = self._words
        if first < _OWNED or words[first].gap != ", " or words[first - 1].key not in self._vocabulary.arms:
            return None
        place = next((p for p in range(first - 1, first - _OWNED, -1) if words[p].key == OWN), None)
        if place is None:
            return None
        found = [countries_called(words[max(0, place - n) : place]) for n in range(1, _OWNED)]
        return next((next(iter(one)) for one in reversed(found) if len(one) == 1), "")

    def _told_behind(self, place: int) -> tuple[str, str, str | None] | None:
        """ "is a charity", ", a private group", ", Vietnam's book chain" or ", owner of" from word ``place``."""
        words, vocabulary = self._words, self._vocabulary
        if place + 2 >= len(words):
            return None
        if words[place].key in vocabulary.equals and words[place + 1].key in vocabulary.articles:
            return self._noun_phrase(place + 2, "is-a")
        if words[place].gap != ", ":
            return None
        if words[place].key in vocabulary.articles:
            return self._noun_phrase(place + 1, "apposition")
        if place in self._page.state_at and words[place + 1].key == OWN:
            return self._noun_phrase(place + 2, "apposition")
        for kind, nouns in vocabulary.nouns.items() if words[place].key in vocabulary.noun_firsts else ():
            after = place + nouns.at(words, place)
            if place < after < len(words) and words[after].key == OF:
                return "apposition", kind, None
        return None

    def _placed(self, first: int, last: int) -> str | None:
        """The country in "from Angkor Rail of Cambodia", where the sentence tells of a deal."""
        words, place = self._words, last + 1
        if place + 1 >= len(words) or words[place].key != OF or words[place].gap != " " or first in self._page.openings:
            return None
        country = self._page.country_at(place + 1)
        begin, end = self._page.sentence_of(first)
        deal = country and self._vocabulary.deals.among(words, begin, end)
        return country if deal else None

    def _owned(self, first: int, last: int) -> str | None:
        """The country in "Vietnam's Dai Quang Minh won the contract"."""
        words, page = self._words, self._page
        if first < 2 or words[first - 1].key != OWN or not page.is_state(first - 2) or words[first].gap != " ":
            return None
        behind = last + 1
        if behind < len(words) and words[behind].gap == " " and not self._acts(behind, self._vocabulary.acts):
            # "Vietnam's Vung Ang 2 plant"
            return None
        begin, end = page.sentence_of(first)
        deal = self._vocabulary.deals.among(words, begin, end)
        return page.state_at[first - 2].country if deal else None

    def _loose(self, first: int, length: int) -> bool:
        """Whether the noun before a name tells nothing: "pop group BTS", "the company Amata". An adjective helps."""
        if self._vocabulary.loose.before(self._words, first) != length:
            return False
        if first > length and self._words[first - length - 1].key == OWN:
            return False  # "GS Retail's partner Sonkim"
        place = first - length
        words = self._words
        made_or_run = words[first - 1].key in self._vocabulary.runners and place > 0 and words[place].gap == " "
        if made_or_run and words[place - 1].text.islower() and words[place - 1].key not in self._vocabulary.never_first:
            return False  # "port operator SP-PSA"
        while place > max(0, first - length - 3) and self._words[place].gap == " ":
            place -= 1
            if (
                place in self._page.state_at
                or self._page.is_land(place)
                or self._words[place].key in self._vocabulary.helpers
            ):
                return False
        return True

    def _noun_phrase(self, place: int, rule: str) -> tuple[str, str, str | None] | None:
        """The kind that a noun among the next words tells, before the phrase breaks off."""
        words, country = self._words, None
        for here in range(place, min(place + 6, len(words))):
            if here > place and words[here].gap not in {" ", "-"}:
                return None
            if here in self._page.state_at:
                country = self._page.state_at[here].country
            told = words[here].key in self._vocabulary.noun_firsts
            for kind, nouns in self._vocabulary.nouns.items() if told else ():
                if nouns.at(words, here):
                    return rule, kind, country
            if words[here].key in self._vocabulary.stops:
                return None
        return None

    def _spoken_for(self, first: int, last: int) -> tuple[str, str | None, str | None] | None:
        """ "Chairman of KEMS", "Thanh Cong chairman Nguyen Anh Tuan"."""
        words, titles = self._words, self._vocabulary.titles
        if first > 1 and words[first - 1].key == OF:
            length = titles.before(words, first - 1)
            own = self._page.country_in(first, last)
            if length and self._vocabulary.firm_titles.before(words, first - 1) and not self._page.country_at(first):
                return "title-of", "company", own or self._person_before(first - 1 - length)
            if length and (words[first].acronym or self._is_somebodys(first - 1 - length, first, last)):
                return "title-of", None, own or self._person_before(first - 1 - length)
        length = titles.at(words, last + 1)
        after = last + 1 + length
        if length and words[last + 1].gap == " " and after < len(words) and after in self._people:
            return "title-behind", None, country_of_name(self._page, self._vocabulary, after)
        return None

    def _is_somebodys(self, title: int, first: int, last: int) -> bool:
        """Whether a title has a person before it and a proper name behind: "Ryu Seung-hwan, head of [Onnuri]"."""
        words, vocabulary = self._words, self._vocabulary
        common = (vocabulary.topics, vocabulary.generic, vocabulary.heads)
        proper = any(
            not self._page.is_land(p) and p not in self._page.state_at and not any(words[p].key in c for c in common)
            for p in range(first, last + 1)
        )
        said = title - 1 - (words[title - 1].key in vocabulary.equals)
        return proper and said in self._people

    def _person_before(self, place: int) -> str | None:
        """The side of the person in "Kwon Yong-beom, Chairman of KEMS"."""
        here = place - 1
        while here in self._people:
            here -= 1
        return country_of_name(self._page, self._vocabulary, here + 1) if here + 1 < place else None

    def _party(self, first: int, last: int) -> tuple[str, str | None, str | None] | None:
        """The name signs, or stands behind "with" or "between" in the words for a deal."""
        words, vocabulary = self._words, self._vocabulary
        if vocabulary.not_parties.at(words, first) == last - first + 1:
            return None
        written = any(w.acronym for w in words[first : last + 1])
        if self._acts(last + 1, vocabulary.acts if written else vocabulary.signs):
            # A surname alone is a person, and one capital at the beginning of a sentence says nothing.
            if words[last + 1].gap == ", ":
                return "acts", None, None  # "Charmvit, which took over the site": no person is "which"
            plain = words[first].key in vocabulary.surnames or (
                first == last and not opens_pair(self._page, vocabulary, first)
            )
            if written or not plain or self._slots.holds(first, last):
                return "acts", None, None
            return None
        held = vocabulary.holders.before(words, first) and not self._page.country_at(first)
        held = held or self._trades_shares(first)
        if held and not self._is_thing(last + 1):
            return "holder", "company", None
        if self._slots.holds(first, last) and not self._is_thing(last + 1):
            return "slot", None, None
        place = first - 1
        if place > 1 and words[place].key == OWN and place - 1 in self._page.state_at:
            place -= 2
        if place > 0 and words[place].key in vocabulary.partners and words[first].gap == " ":
            begin, _ = self._page.sentence_of(first)
            reach = _BETWEEN if words[place].key in vocabulary.two_sided else _WITH
            if written or vocabulary.deals.among(words, max(begin, place - reach), place):
                return "with", None, None
        return None

    def _trades_shares(self, first: int) -> bool:
        """Whether the name is that of who sells or buys a stake: "its stake in X [to] Y"."""
        words, vocabulary = self._words, self._vocabulary
        place = first - 1
        if place > 1 and words[place].key == OWN and place - 1 in self._page.state_at:
            place -= 2  # "bought lines from Korea's [Hankook EM]"
        if place < 1 or words[place].key not in vocabulary.traders or words[first].gap != " ":
            return False
        begin, _ = self._page.sentence_of(first)
        told = any(w.key in vocabulary.sales for w in words[max(begin, place - _SOLD) : place])
        return told and not self._page.country_at(first)

    def _is_thing(self, place: int) -> bool:
        """Whether small words behind a name make it a plant or a project: "a stake in Vung Ang 2 [power plant]"."""
        for word in self._words[place : place + _NAMED_THING]:
            if word.gap != " " or word.capital or word.key in self._vocabulary.articles:
                return False
            if word.key in self._vocabulary.not_heads:
                return True
        return False

    def _acts(self, place: int, acts: Phrases) -> bool:
        """Whether the verb behind a name (or behind "X and Y") is one of ``acts``."""
        words = self._words
        if place + 2 < len(words) and words[place].key == AND:
            place = past_other(self._page, self._vocabulary, place, self.run)
        if place < len(words) and words[place].gap == ", " and words[place].key in self._vocabulary.relatives:
            before = place
            place = self._past_clause(place)
            if acts_at(words, self._vocabulary, acts, before + 1):
                return True  # "Charmvit, which took over the site, says"
        elif place >= len(words) or words[place].gap != " ":
            return False
        return acts_at(words, self._vocabulary, acts, place)

    def _past_clause(self, place: int) -> int:
        """The word behind the comma that closes the clause that begins at ``place``; the article's end if none does."""
        near = range(place + 1, min(len(self._words), place + _CLAUSE))
        return next((p for p in near if self._words[p].gap == ", "), len(self._words))


def _terms(page: Page, vocabulary: Vocabulary) -> frozenset[str]:
    """Acronyms of things: those defined behind a small word ("electric vehicles (EVs)") or a word for a thing."""
    words, terms = page.words, set()
    for place in page.capitals:
        word = words[place]
        if word.acronym and place and not word.joined and word.gap.endswith("("):
            before = words[place - 1]
            if not before.capital or before.key in vocabulary.not_heads:
                terms.add(word.text)
    return frozenset(terms)
