"""An article with its mentions in reach: what is named, said and dated between two places of the text."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from pactbook.knowledge.agreement_cues import Proof, feat_proof
from pactbook.knowledge.agreement_grammar import Grammar
from pactbook.knowledge.agreement_words import AgreementWords, agreement_words
from pactbook.knowledge.korean_finders import WordPlaces
from pactbook.model.article import Article, Sentence
from pactbook.model.claim import Body, FigureClaim
from pactbook.model.mention import BodyMention, CueMention, DateMention, Mentions, MoneyMention
from pactbook.model.span import Span
from pactbook.text.level import level, lower

STATE = "state"
#: Stands among the roles for acts that are verbs.
_VERB = "verb"
#: A place behind all that an article says: it ends a list of places, so that going through them needs no other end.
_BEHIND_ALL = sys.maxsize
#: What there is of a role that no cue has.
_NONE: tuple[list[CueMention], list[int]] = ([], [_BEHIND_ALL])
#: By what names are put in order.
_START, _END = attrgetter("start"), attrgetter("end")
#: The rule of mentions that name a minister, not the ministry.
TITLE = "title"


class Named(Struct, frozen=True, gc=False):
    """A body or a state where it is named. ``kind`` is the body's kind or ``state``; ``form`` the state's form.

    ``start`` and ``end`` are those of ``span``: hundreds of questions for them need no call.
    """

    span: Span
    id: str
    kind: str
    country: str | None
    form: str
    start: int
    end: int

    @classmethod
    def at(cls, span: Span, key: str, kind: str, country: str | None, form: str = "") -> Named:
        """What is named at ``span``."""
        return cls(span, key, kind, country, form, span.start, span.end)


class Scene:
    """One article, indexed by place. All ranges are offsets into the article's text."""

    def __init__(
        self, article: Article, mentions: Mentions, bodies: Sequence[Body], figures: Sequence[FigureClaim]
    ) -> None:
        self.article = article
        self.text = article.text
        #: The text levelled and in lower case: same length, so offsets agree.
        self.plain = lower(level(article.text))
        self.words: AgreementWords = agreement_words(article.language)
        self.grammar: Grammar = self.words.grammar
        #: Each figure at every place where its amount stands.
        self.figures = tuple(_at_every_place(figures, mentions.money))
        self.dates: tuple[DateMention, ...] = mentions.dates
        self.bodies = {b.id: b for b in bodies}
        named_bodies = [
            Named(m, b.id, b.kind, b.country, "", m.start, m.end)
            for b in bodies
            for m in b.mentions
            if b.kind != "media" or not self._is_byline(m)
        ]
        named_bodies.extend(self._minister(m) for m in mentions.bodies if m.rule == TITLE and m.body)
        taken = sorted(named_bodies, key=_START)
        starts = [n.start for n in taken]
        states = [
            Named(s.span, s.country, STATE, s.country, s.form, s.span.start, s.span.end)
            for s in mentions.states
            if not _covered(s.span.start, s.span.end, taken, starts)
        ]
        #: In the order of the text; of those that begin at one place the longest goes before.
        self.named = sorted(sorted([*named_bodies, *states], key=_END, reverse=True), key=_START)
        #: Provinces and cities where they only say where something is; "the two cities" may still mean them.
        self.places = [
            Named.at(m.span, m.body, "subnational", m.country) for m in mentions.bodies if m.rule == "place" and m.body
        ]
        self._named_starts = [n.start for n in self.named] + [_BEHIND_ALL]
        self.cues: list[CueMention] = []
        #: Roles that were asked for → the cues that have one of them, and where each begins.
        self._of_roles: dict[tuple[str, ...], tuple[list[CueMention], list[int]]] = {}
        self._take_cues(mentions.cues, taken, starts)
        #: What has been asked before: where a word for a deal begins → whether that deal is only what another stands
        #: on; a name → whether it only qualifies what follows; where a clause and its act begin, and a name in the
        #: clause → the word that governs the name, and where that stands.
        self.grounds: dict[int, bool] = {}
        self.attached: dict[Named, bool] = {}
        self.links: dict[tuple[int, int, Named], tuple[str, int]] = {}
        #: Where a part of a sentence begins and ends → what it says of a deal that another takes the place of.
        self.replaced: dict[tuple[int, int], re.Match[str] | None] = {}
        self.sentence_starts = [s.start for s in article.sentences]
        self._here: Sentence | None = None
        self._date_starts = [d.span.start for d in self.dates] + [_BEHIND_ALL]
        self._korean: WordPlaces | None = None

    @property
    def korean(self) -> WordPlaces:
        """Where the words of the Korean lists stand."""
        if self._korean is None:
            self._korean = WordPlaces(self.plain)
        return self._korean

    def _take_cues(self, cues: Sequence[CueMention], taken: Sequence[Named], starts: Sequence[int]) -> None:
        """Put the cues down, each under its role. A name that covers the head of one hides it.

        "Employment Permit System" is no permit, "EDCF loan" stays a loan. ``taken`` are the names, by ``starts``.
        """
        ends, of_role = [n.end for n in taken], dict[str, list[CueMention]]()
        for cue in cues:
            end = cue.span.end
            before = bisect_left(starts, end)
            if before and ends[before - 1] >= end:
                continue
            one = self._counted(cue) if cue.role == "deal" else cue
            self.cues.append(one)
            held = of_role.get(one.role)
            if held is None:
                of_role[one.role] = [one]
            else:
                held.append(one)
        for role, held in of_role.items():
            self._of_roles[role,] = (held, [c.span.start for c in held] + [_BEHIND_ALL])

    def _counted(self, deal: CueMention) -> CueMention:
        """The deal; a noun without a plural form that a number or a quantifier makes one ("hai văn kiện") as such."""
        many = self.grammar.plural.search(self.before(deal.span.start, 24))
        return replace(deal, role="deals") if many else deal

    def _is_byline(self, mention: Span) -> bool:
        """Whether a news agency only signs the dateline or a photo: "Hanoi (VNA) -"."""
        return self.text[max(0, mention.start - 1) : mention.start] == "("

    @staticmethod
    def _minister(mention: BodyMention) -> Named:
        """A minister stands for the ministry where a deal is signed."""
        return Named.at(mention.span, mention.body or "", mention.kind or "ministry", mention.country)

    def before(self, place: int, length: int) -> str:
        """The last ``length`` characters before ``place``, levelled and in lower case."""
        return self.plain[place - length if place > length else 0 : place]

    def named_in(self, start: int, end: int) -> list[Named]:
        """Bodies and states named wholly between ``start`` and ``end``, in order."""
        starts, named = self._named_starts, self.named
        n = bisect_left(starts, start)
        found: list[Named] = []
        while starts[n] < end:
            name = named[n]
            if name.end <= end:
                found.append(name)
            n += 1
        return found

    def next_named(self, place: int) -> Named | None:
        """The first body or state named from ``place`` on."""
        first = bisect_left(self._named_starts, place)
        return self.named[first] if first < len(self.named) else None

    def cues_in(self, start: int, end: int, *roles: str) -> list[CueMention]:
        """Cues between ``start`` and ``end`` with one of ``roles``, in order."""
        cues, starts = self._of_roles.get(roles) or self._having(roles)
        found: list[CueMention] = []
        if not cues:
            return found
        n = bisect_left(starts, start)
        while starts[n] < end:
            cue = cues[n]
            if cue.span.end <= end:
                found.append(cue)
            n += 1
        return found

    def verbs_in(self, start: int, end: int) -> list[CueMention]:
        """Words for acts between ``start`` and ``end``, in order, without nouns that look like them."""
        return self.cues_in(start, end, _VERB)

    def _is_verb(self, act: CueMention) -> bool:
        start, end = act.span.start, act.span.end
        if self.grammar.not_act_at.match(self.plain, start):
            return False
        return self.grammar.not_act.search(self.plain[max(0, start - 12) : end]) is None

    def _having(self, roles: tuple[str, ...]) -> tuple[list[CueMention], list[int]]:
        of_roles = self._of_roles
        if roles == (_VERB,):
            cues = [c for c in of_roles.get(("act",), _NONE)[0] if self._is_verb(c)]
            having = (cues, [c.span.start for c in cues] + [_BEHIND_ALL])
        else:
            held = [of_roles[role,] for role in roles if (role,) in of_roles]
            having = held[0] if len(held) == 1 else _NONE
            if len(held) > 1:
                cues = [c for c in self.cues if c.role in roles]
                having = (cues, [c.span.start for c in cues] + [_BEHIND_ALL])
        of_roles[roles] = having
        return having

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """Dates between ``start`` and ``end``, in order."""
        found: list[DateMention] = []
        if not self.dates:
            return found
        starts = self._date_starts
        n = bisect_left(starts, start)
        while starts[n] < end:
            found.append(self.dates[n])
            n += 1
        return found

    def figures_in(self, start: int, end: int) -> list[FigureClaim]:
        """Figures whose amount stands between ``start`` and ``end``."""
        return [f for f in self.figures if start <= f.span.start < end] if self.figures else []

    def proof_of(self, feat: CueMention) -> Proof | None:
        """What has to stand behind a feat for it to tell a deal; None where nothing has to."""
        phrase = self.plain[feat.span.start : feat.span.end]
        return feat_proof(self.article.language, phrase, feat.value, feat.form)

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds ``place``."""
        here = self._here
        if here is not None and here.start <= place < here.end:
            return here  # most questions are for the sentence that is being read
        last = bisect_right(self.sentence_starts, place) - 1
        sentence = self.article.sentences[last] if last >= 0 else None
        self._here = sentence if sentence and place < sentence.end else None
        return self._here

    def named_before(self, place: int) -> Iterator[Named]:
        """Bodies and states whose names end before ``place``, the nearest first."""
        for n in range(bisect_left(self._named_starts, place) - 1, -1, -1):
            if self.named[n].end <= place:
                yield self.named[n]


def _at_every_place(figures: Sequence[FigureClaim], money: Sequence[MoneyMention]) -> Iterator[FigureClaim]:
    """A figure that is said twice is one claim, which stands where it is said first; here it stands at both places."""
    said: dict[tuple[float, float, str], FigureClaim] = {}
    by_place = {f.span: f for f in figures}
    for m in money:
        amount = (m.low, m.high, m.currency)
        figure = by_place.get(m.span) or said.get(amount)
        if figure is not None:
            said[amount] = figure
            yield figure if figure.span == m.span else replace(figure, span=m.span)


def _covered(start: int, end: int, names: Sequence[Named], starts: Sequence[int]) -> bool:
    """Whether a name covers a part of ``start:end``; ``names`` are sorted by ``starts`` and do not overlap."""
    before = bisect_left(starts, end)
    return before > 0 and names[before - 1].end > start
