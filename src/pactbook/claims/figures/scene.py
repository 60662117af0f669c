"""The scene of an amount: the sentence that it stands in, and all that speaks there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from pactbook.claims.figures.pointers import pointed_at
from pactbook.knowledge.beside import Beside
from pactbook.knowledge.currencies import currencies
from pactbook.knowledge.figure_cues import Says, figure_cues
from pactbook.knowledge.figure_patterns import FigurePatterns, Verbs, figure_patterns
from pactbook.knowledge.money import money_shapes
from pactbook.model.article import Article, Sentence
from pactbook.model.mention import BodyMention, DateMention, Mentions, MoneyMention, StateMention
from pactbook.model.span import Span
from pactbook.text.level import level

#: The same amount in another currency follows within so many characters.
_PAIR = 48
#: A date opens its sentence where no more stands before it.
_FRONTED = 24
#: What a phrase that does not speak of the amount hides.
_SPEAKS = ("measure", "status", "firm")
#: Words that count only beside the amount, behind a number, before a country and so on.
_SOMEWHERE = frozenset(
    ("beside", "counted", "toward", "onward", "across", "in_return", "lone", "direct", "takes", "hint")
)
_BY_PLACE = attrgetter("start", "end", "value", "how")

#: Where words stand, and what they say.
_Words = tuple[int, int, tuple[Says, ...]]


class Ends(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Cue(Struct, frozen=True, gc=False):
    """A word that speaks of a measure or a status; ``how`` is the field of the TOML file that it stands in."""

    start: int
    end: int
    kind: str
    value: str
    how: str


class Sum(Struct, frozen=True):
    """An amount, with the same amount in other currencies: ``VND 2.3 trillion (US$97 million)``."""

    mentions: tuple[MoneyMention, ...]
    sentence: int
    #: Where the first way of writing it begins, and where the last one ends.
    start: int
    end: int

    @property
    def dollars(self) -> float:
        """About so many US dollars."""
        first = self.mentions[0]
        return first.high * currencies()[first.currency].worth


@dataclass(slots=True)
class Place:
    """What one sentence holds, in the order of the text."""

    sentence: Sentence
    sums: list[Sum] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    states: list[StateMention] = field(default_factory=list)
    bodies: list[BodyMention] = field(default_factory=list)


class Scene:
    """One article's sums among its sentences; words are looked up only in sentences that need it."""

    def __init__(self, article: Article, mentions: Mentions) -> None:
        self.article = article
        self.text = level(article.text)
        self.patterns: FigurePatterns = figure_patterns(article.language).for_text(self.text)
        self.places = [Place(s) for s in article.sentences]
        self._starts = [s.start for s in article.sentences]
        self._cues: dict[int, list[Cue]] = {}
        self._linked = money_shapes(article.language).linked
        self._bodies = mentions.bodies
        for date in mentions.dates:
            dated = replace(date, value=None) if date.is_week else date
            self.place(date.span.start).dates.append(dated)
        self._place_states(mentions, pointed_at(article, self.text, mentions.states, self.patterns))
        for body in mentions.bodies:
            self.place(body.span.start).bodies.append(body)
        for one in self._sums(mentions.money):
            self.places[one.sentence].sums.append(one)
        #: Every sum of the article.
        self.sums = [s for place in self.places for s in place.sums]
        #: The number of the headline among the sentences.
        self.headline = next((n for n, s in enumerate(article.sentences) if s.role == "headline"), None)

    def _place_states(self, mentions: Mentions, pointed: list[StateMention]) -> None:
        """Put each state where it stands, but those inside amounts: "US$5 million" names no state."""
        amounts = [m.span for m in mentions.money]
        starts = [span.start for span in amounts]
        states = sorted([*mentions.states, *pointed], key=lambda s: s.span.start) if pointed else mentions.states
        for state in states:
            start = state.span.start
            after = bisect_right(starts, start)
            if after and amounts[after - 1].end > start:
                continue
            if after < len(amounts) and starts[after] < state.span.end:
                continue
            self.place(start).states.append(state)

    def number(self, where: int) -> int:
        """The number of the sentence that holds ``where``."""
        after = bisect_right(self._starts, where)
        return after - 1 if after else 0

    def place(self, where: int) -> Place:
        """The sentence that holds ``where``."""
        after = bisect_right(self._starts, where)
        return self.places[after - 1 if after else 0]

    def cues(self, number: int) -> list[Cue]:
        """The words of sentence ``number`` that speak of measures and statuses."""
        known = self._cues.get(number)
        if known is None:
            known = self._cues[number] = self._find_cues(number)
        return known

    def between(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end``."""
        return self.text[start:end]

    def is_beside(self, words: Beside, thing: Ends) -> bool:
        """Whether one of ``words`` stands right before or behind ``thing``."""
        return words.at(self.text, thing.start, thing.end)

    def is_cumulative(self, one: Sum) -> bool:
        """Whether an amount is what has piled up over the years."""
        start = self.places[one.sentence].sentence.start
        return bool(self.patterns.cumulative.search(self.text, start, one.start))

    def is_balance(self, one: Sum) -> bool:
        """Whether an amount is what stands on a day: "margin lending, which stood at $200 million"."""
        start = self.places[one.sentence].sentence.start
        return bool(self.patterns.balances.search(self.text, start, one.start))

    def carries_on(self, number: int) -> bool:
        """Whether sentence ``number`` goes on about what the one before was about."""
        sentence = self.places[number].sentence
        if self.patterns.carries_on.match(self.text, sentence.start, sentence.end):
            return True
        dates = self.places[number].dates
        fronted = dates[0].span if dates else None
        if fronted and fronted.start - sentence.start <= _FRONTED and self.text.startswith(",", fronted.end):
            # "In 2021, the figure was"
            return self.patterns.carries_on.match(self.text, fronted.end, sentence.end) is not None
        return False

    def _sums(self, money: tuple[MoneyMention, ...]) -> list[Sum]:
        groups: list[list[MoneyMention]] = []
        for mention in money:
            last = groups[-1][-1] if groups else None
            if last and mention.currency != last.currency and self._is_same(last.span, mention.span):
                groups[-1].append(mention)
            else:
                groups.append([mention])
        starts = [g[0].span.start for g in groups]
        return [Sum(tuple(g), self.number(start), start, self._end(g)) for g, start in zip(groups, starts, strict=True)]

    def _end(self, group: list[MoneyMention]) -> int:
        """Where the last way of writing an amount ends, with the bracket that closes behind it."""
        end = group[-1].span.end
        opened = len(group) > 1 and "(" in self.text[group[-2].span.end : group[-1].span.start]
        return end + 1 if opened and self.text.startswith(")", end) else end

    def _is_same(self, one: Span, two: Span) -> bool:
        gap = self.text[one.end : two.start]
        return len(gap) < _PAIR and bool(self._linked.fullmatch(gap))

    def _find_cues(self, number: int) -> list[Cue]:
        place = self.places[number]
        since, until = place.sentence.start, place.sentence.end
        amounts = [(m.span.start, m.span.end) for one in place.sums for m in one.mentions]
        by_kind: dict[str, list[_Words]] = defaultdict(list)
        for hit in figure_cues(self.article.language).within(self.article.text, since, until):
            start, end = hit.start, hit.end
            if not (amounts and _is_inside(start, start + 1, amounts)):
                for kind, values in _kinds(hit.values):
                    by_kind[kind].append((start, end, values))
        if self.patterns.verbs is not None:
            self._find_verbs(self.patterns.verbs, since, until, by_kind)
        cues = self._free(place, by_kind)
        free = [c for c in cues if c.how not in _SOMEWHERE or not _is_hidden(c, cues)]
        free.sort(key=_BY_PLACE)
        return free

    def _find_verbs(self, verbs: Verbs, since: int, until: int, by_kind: dict[str, list[_Words]]) -> None:
        """Add what verbs say by their endings."""
        told = by_kind["status"][:]
        for says, pattern in verbs.in_text(self.text[since:until]):
            there = by_kind[says[0][0]]
            found = pattern.finditer(self.text, since, until)
            there += [(m.start(), m.end(), says) for m in found if not _holds(m, told)]
            there.sort(key=_longer_first)

    @staticmethod
    def _free(place: Place, by_kind: dict[str, list[_Words]]) -> list[Cue]:
        """The longest words of each kind, without those inside an amount, a name, or a phrase that is not read so."""
        not_cues = [(start, end) for start, end, _ in _longest(by_kind.pop("not", []))]
        dates = [(d.span.start, d.span.end) for d in place.dates]  # "May" allows nothing where it is a month
        names = [(b.span.start, b.span.end) for b in place.bodies]
        free: list[Cue] = []
        for found in by_kind.values():
            for start, end, values in _longest(found):
                hidden = _is_inside(start, end, not_cues) if not_cues else False
                named = _is_inside(start, end, names) if names else False
                dated = _is_inside(start, end, dates) if dates else False
                for kind, value, how in values:
                    # A word inside the name of a body speaks of the body, not of the amount.
                    # A phrase that only keeps the words in a bank's name from being read leaves the bank itself.
                    bank = how == "names" and (start, end) in not_cues
                    unread = (hidden and kind in _SPEAKS and not bank) or (dated and kind == "status")
                    if not unread and (not named or how in ("names", "regions")):
                        free.append(Cue(start, end, kind, value, how))
        return free


def _holds(verb: re.Match[str], told: list[_Words]) -> bool:
    """Whether a verb that only its ending tells begins with a word that says more: "지원할" in "지원할 것"."""
    return any(start == verb.start() and end < verb.end() for start, end, _ in told)


@cache
def _kinds(said: tuple[Says, ...]) -> tuple[tuple[str, tuple[Says, ...]], ...]:
    """What words say, by what competes for a place.

    A phrase that counts only somewhere must not hide one that counts anywhere.
    """
    by_kind: dict[str, list[Says]] = defaultdict(list)
    for says in said:
        by_kind[f"{says[0]} {says[2]}" if says[2] in _SOMEWHERE else says[0]].append(says)
    return tuple((kind, tuple(those)) for kind, those in by_kind.items())


def _longer_first(words: _Words) -> tuple[int, int]:
    return words[0], -words[1]


def _is_inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    for first, last in spans:  # noqa: SIM110 - asked of every word
        if first <= start and end <= last:
            return True
    return False


def _is_hidden(cue: Cue, cues: list[Cue]) -> bool:
    """Whether a word that counts only somewhere is a part of a longer one: "development" in "development credit"."""
    start, end, kind = cue.start, cue.end, cue.kind
    for c in cues:  # noqa: SIM110 - asked of many words
        if c.start <= start and end <= c.end and c.kind == kind and c.end - c.start > end - start:
            return True
    return False


def _longest(hits: list[_Words]) -> list[_Words]:
    """Of phrases that overlap the longest, of those as long the first; where several begin the longer come first."""
    if len(hits) < 2:
        return hits
    kept: list[_Words] = []
    for hit in hits:
        while kept and hit[0] < kept[-1][1] and hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
            kept.pop()
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept
