"""The sectors of a deal: what its words, its parties and its kind show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import attrgetter

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.knowledge.gazetteer import bodies
from pactbook.knowledge.sectors import Sector, SignHit, rule_of, sector_words, sectors, sectors_with, trades
from pactbook.model.article import Language
from pactbook.model.claim import Because
from pactbook.model.span import Span

#: What a word counts for, from the subject of the deal out to the headline; no tier counts more than two words.
_SUBJECT, _CLAUSE, _SENTENCE, _PARAGRAPH, _HEADLINE, _WORDS = 2.0, 2.0, 0.5, 0.4, 0.8, 2.0
#: What the trade of a party counts for, what the kind of the deal does, and what a ministry's name does.
_PARTY, _STATE_KIND, _KIND, _LENDER, _MINISTRY = 2.0, 4.0, 1.5, 4.0, 1.0
#: A sector with less than this share of the leading one is left out; below _LEAST, the names of ministries tell.
_SHARE, _LEAST, _MOST = 0.45, 1.0, 3
#: What a field has to count for where all else only says by what means it is a deal.
_FIELD = 1.9
#: Bodies that sign deals of every sort: their names tell only where nothing else does.
_BROAD = frozenset({"ministry", "subnational"})
_PARAGRAPH_OF = attrgetter("paragraph")
#: Who is given aid.
_AIDED = frozenset({STATE, "ministry"})

#: What words tell: the sector, how much each counts, and where it stands.
_Told = Sequence[tuple[str, float, SignHit]]


@dataclass(slots=True)
class Tally:
    """What each sector has gathered, and the weightiest reason for it."""

    scores: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    #: Sector → what its weightiest reason counts for, the words where they stand or as a quote, and the rule.
    reasons: dict[str, tuple[float, SignHit | Span, str]] = field(default_factory=dict)

    def add(self, sector: str, worth: float, words: SignHit | Span, rule: str) -> None:
        """Count ``worth`` for ``sector`` and keep the reason where none weighs more."""
        self.scores[sector] += worth
        known = self.reasons.get(sector)
        if worth > (known[0] if known else 0.0):
            self.reasons[sector] = (worth, words, rule)

    def gather(self, told: _Told, worth: float, shut: set[str]) -> None:
        """Count what words tell, each ``worth`` so much, but for the sectors that are ``shut`` out."""
        scores, reasons = self.scores, self.reasons
        for sector, more, hit in told:
            if sector in shut:
                continue
            counted = worth * more
            scores[sector] += counted
            if sector not in reasons or counted > reasons[sector][0]:
                reasons[sector] = (counted, hit, hit.sign.rule)

    def leading(self) -> list[str]:
        """The sectors that count, the weightiest first."""
        least = max(self.scores.values(), default=0) * _SHARE
        ranked = sorted(self.scores, key=self.scores.__getitem__, reverse=True)
        told = [s for s in ranked if 0 < self.scores[s] >= least]
        if told and all(sectors()[s].means for s in told):
            # An investment is one in something: a field that counts as much as a party's trade.
            told += [s for s in ranked if s not in told and self.scores[s] > _FIELD and not sectors()[s].only][:1]
        return told[:_MOST]


class Signs:
    """The words for sectors in one article, outside the names of bodies."""

    def __init__(self, scene: Scene) -> None:
        self._text, self._language = scene.text, scene.article.language
        names = [n for n in scene.named if n.kind != STATE]
        starts = [n.start for n in names]
        # A name that is nothing but the word itself is no disguise: "EDCF".
        whole = {(n.start, n.end) for n in names}
        self._hits: list[SignHit] = []
        for hit in sector_words(self._language).scan(scene.text):
            last = bisect_right(starts, hit.start) - 1
            if last < 0 or hit.start >= names[last].end or (hit.start, hit.end) in whole:
                self._hits.append(hit)
        self._starts = [h.start for h in self._hits]
        self._sentences = scene.article.sentences
        self._headline = self._told_in([(s.start, s.end) for s in self._sentences if s.role == "headline"])
        #: Paragraphs that were asked for → what their words tell.
        self._paragraphs: dict[int, _Told] = {}
        self._bodies = scene.bodies
        #: Bodies that were asked for their trade → its sectors.
        self._trades: dict[str, dict[str, float]] = {}

    def sectors_of(self, draft: Draft, deal: Span, subject: Span | None) -> tuple[tuple[str, ...], list[Because]]:
        """The sectors of a draft, the most telling first, and why."""
        tally = Tally()
        clause = self._told_in([(t.start, t.end) for t in draft.tellings])
        lenders = _lenders(draft)
        aid = set(lenders) | {name for name, _, _ in clause if name in _lending()} if clause else set(lenders)
        shut = set(_shut_for(frozenset([n.kind for n in draft.parties.names])))
        if aid:
            # An aid loan is no finance, though it is called a loan.
            shut |= {name for name, told in sectors_with("kinds") if draft.kind in told.kinds} - aid
        own = self._told_in([(subject.start, subject.end)]) if subject else ()
        sentence = self._told_in([(e.start, e.end) for e in draft.evidence])
        around = [(self._told_around(draft.sentence.paragraph), _PARAGRAPH), (self._headline, _HEADLINE)]
        # Where the deal's own words tell nothing, what stands around it counts twice.
        silent = not (own or clause or sentence)
        near = [(own, _SUBJECT), (clause, _CLAUSE), (sentence, _SENTENCE)]
        for told, worth in [*near, *around, *(around if silent else [])]:
            tally.gather(told, worth, shut)
        self._kind(tally, draft, deal, lenders, shut)
        self._parties(tally, draft.parties.names)
        leading = tuple(tally.leading())
        return leading, [self._because(*tally.reasons[s][1:]) for s in leading]

    def _because(self, words: SignHit | Span, rule: str) -> Because:
        return Because("sectors", Span.of(self._text, words.start, words.end), rule)

    def _told_around(self, paragraph: int) -> _Told:
        """What the words of a paragraph tell."""
        told = self._paragraphs.get(paragraph)
        if told is None:
            first = bisect_left(self._sentences, paragraph, key=_PARAGRAPH_OF)
            last = bisect_right(self._sentences, paragraph, key=_PARAGRAPH_OF) - 1
            told = self._told_in([(self._sentences[first].start, self._sentences[last].end)])
            self._paragraphs[paragraph] = told
        return told

    def _told_in(self, ranges: Iterable[tuple[int, int]]) -> _Told:
        """What the words in ``ranges`` tell, each counted once."""
        starts, hits = self._starts, dict[int, SignHit]()
        for start, end in ranges:
            first = bisect_left(starts, start)
            for hit in self._hits[first : bisect_left(starts, end, first)]:
                hits[id(hit.sign)] = hit
        told: list[tuple[str, float, SignHit]] = []
        gathered: dict[str, float] = {}
        for hit in hits.values():
            sign = hit.sign
            sector = sign.sector
            left = _WORDS - gathered.get(sector, 0.0)
            if left > 0:
                more = sign.worth if sign.worth < left else left
                gathered[sector] = gathered.get(sector, 0.0) + more
                told.append((sector, more, hit))
        return told

    @staticmethod
    def _kind(tally: Tally, draft: Draft, deal: Span, lenders: Mapping[str, Named], shut: set[str]) -> None:
        """What the kind of the deal and its matter tell by themselves."""
        of_states = all(n.kind in (STATE, "international") for n in draft.parties.names)
        for sector, lender in lenders.items():
            # Aid is told however many words speak of what it is for.
            most = max(tally.scores.values(), default=0.0)
            tally.add(sector, max(_LENDER, _SHARE * most), lender.span, rule_of(sector, "lenders"))
        for sector, told in _of_kind(draft.kind, draft.matter):
            if of_states and draft.kind in told.state_kinds:
                tally.add(sector, _STATE_KIND, deal, rule_of(sector, "state_kinds"))
            if draft.kind in told.kinds and sector not in shut:
                # A licence to build is an investment however many words say in what.
                most = max(tally.scores.values(), default=0.0) if told.means else 0.0
                tally.add(sector, max(_KIND, _SHARE * most), deal, rule_of(sector, "kinds"))
            if draft.matter and draft.matter in told.matters:
                tally.add(sector, _SUBJECT, deal, rule_of(sector, "matters"))

    def _parties(self, tally: Tally, names: Sequence[Named]) -> None:
        """What the parties do themselves; ministries sign deals of every sort and tell only where nothing else does."""
        parties = {n.id: n for n in reversed(names) if n.kind != STATE}.values()
        for sector, kind, least in _shown_by(frozenset([n.kind for n in parties])):
            alike = [n for n in parties if n.kind == kind]
            if len(alike) >= least:
                # What the parties are is told however many words speak of what they agreed.
                most = max(tally.scores.values(), default=0.0)
                tally.add(sector, max(_PARTY, _SHARE * most), alike[0].span, rule_of(sector, "parties"))
        known = trades()
        broad = [n for n in parties if n.kind in _BROAD and n.id not in known]
        for sector, (worth, who) in self._own_trades(n for n in parties if n.kind not in _BROAD or n.id in known):
            tally.add(sector, _PARTY * worth, who.span, rule_of(sector, "bodies"))
        if max(tally.scores.values(), default=0) < _LEAST:
            for who in broad:
                for sector, worth in self._trade_of(who).items():
                    tally.add(sector, _MINISTRY * worth, who.span, rule_of(sector, "bodies"))

    def _own_trades(self, parties: Iterable[Named]) -> Iterable[tuple[str, tuple[float, Named]]]:
        """The sectors of what the parties do, each with what it counts for at most, and whose trade it is."""
        telling = _telling()
        best: dict[str, tuple[float, Named]] = {}
        for who in parties:
            # What a school of farming signs is education before it is farming.
            half = 0.5 if who.kind in telling else 1.0
            for sector, worth in self._trade_of(who).items():
                if sector not in best or worth * half > best[sector][0]:
                    best[sector] = (worth * half, who)
        return best.items()

    def _trade_of(self, who: Named) -> dict[str, float]:
        """The sectors of a body's own trade: listed by its key, else told by its names."""
        known = self._trades.get(who.id)
        if known is None:
            known = self._trades[who.id] = self._find_trade(who)
        return known

    def _find_trade(self, who: Named) -> dict[str, float]:
        if who.id in trades():
            return dict.fromkeys(trades()[who.id], 1.0)
        body = self._bodies.get(who.id)
        told = dict(_known_trade(who.id))
        for name in body.names if body else ():
            _gather(told, name, self._language)
        return told


def _lenders(draft: Draft) -> dict[str, Named]:
    """Sector → the party that lends or gives to a state or a ministry as aid."""
    names = draft.parties.names
    if _AIDED.isdisjoint([n.kind for n in names]):
        return {}
    return {sector: n for sector, told in sectors_with("lenders") for n in names if n.id in told.lenders}


@cache
def _lending() -> frozenset[str]:
    """The sectors that those tell who lend or give as aid."""
    return frozenset(name for name, _ in sectors_with("lenders"))


@lru_cache(maxsize=500)
def _of_kind(kind: str, matter: str) -> tuple[tuple[str, Sector], ...]:
    """The sectors that the kind of a deal or its matter may tell."""
    return tuple(
        (name, told)
        for name, told in sectors().items()
        if kind in told.kinds or kind in told.state_kinds or matter in told.matters
    )


@lru_cache(maxsize=500)
def _shut_for(kinds: frozenset[str]) -> frozenset[str]:
    """The sectors that deals of parties of these kinds are not of."""
    return frozenset(name for name, told in sectors_with("only") if kinds.isdisjoint(told.only))


@lru_cache(maxsize=500)
def _shown_by(kinds: frozenset[str]) -> tuple[tuple[str, str, int], ...]:
    """The sectors that parties of these kinds may show: sector, kind and how many of that kind there have to be."""
    with_parties = sectors_with("parties")
    return tuple((name, k, least) for name, told in with_parties for k, least in told.parties.items() if k in kinds)


@cache
def _telling() -> frozenset[str]:
    """Kinds of bodies that tell a sector by themselves."""
    return frozenset(kind for _, told in sectors_with("parties") for kind in told.parties)


@cache
def _known_trade(key: str) -> tuple[tuple[str, float], ...]:
    """What the official names of a known body tell of its trade."""
    known = bodies().get(key)
    told: dict[str, float] = {}
    if known is not None:
        for language, names in _languages(known.en, known.vi, known.ko):
            for name in names[:1]:
                _gather(told, name, language)
    return tuple(told.items())


def _languages(en: list[str], vi: list[str], ko: list[str]) -> Iterator[tuple[Language, list[str]]]:
    yield "en", en
    yield "vi", vi
    yield "ko", ko


def _gather(told: dict[str, float], name: str, language: Language) -> None:
    for hit in sector_words(language).scan(name):
        told[hit.sign.sector] = max(told.get(hit.sign.sector, 0.0), hit.sign.worth)
