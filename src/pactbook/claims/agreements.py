"""The agreements that an article states.

Every sentence is read for triggers (a deal, an act, a stage); each trigger becomes a draft with parties, status, date
and value; lists and counted deals hand their frame on to their members; drafts that tell one deal are put together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pactbook.claims.dating import Event, own_date
from pactbook.claims.drafts import Draft, settle
from pactbook.claims.matter import sectors_of, subject_of
from pactbook.claims.parties import BETWEEN_STATES, Parties, named_parties
from pactbook.claims.scene import STATE, Scene
from pactbook.claims.stand_ins import HOME, home_states, understood
from pactbook.claims.status import status_of
from pactbook.claims.triggers import Trigger, triggers
from pactbook.model.article import Article, Sentence
from pactbook.model.claim import AgreementClaim, Because, Body, FigureClaim, Value
from pactbook.model.mention import Mentions
from pactbook.model.span import Span

_BULLET = re.compile(r"\s*(?:[-*•–+]|\(?\d{1,2}[.)])\s")
_AGAIN = re.compile(r"\b(?:the|this|that|these|its|said)\s(?:new\s|latest\s|same\s|\w+\s)?$")
_APART = re.compile(
    r"\b(?:another|separate|further|an?\snew|new|earlier|previous|similar|additional|follow-up|an?\sextension|special|second|third)\s(?:[\w-]+\s){0,2}$"
)
_WORTH = frozenset({"loan", "grant", "contract_value", "fund"})


@dataclass(slots=True)
class _Frame:
    """What an opener ("The papers signed include:") or a count ("two loan agreements") hands on to its members."""

    kind: str
    status: str
    parties: Parties
    date: str | None
    draft: Draft | None = None
    until: int = 0
    members: list[Draft] = field(default_factory=list)


def claim_agreements(
    article: Article, mentions: Mentions, bodies: Sequence[Body], figures: Sequence[FigureClaim]
) -> tuple[AgreementClaim, ...]:
    """One claim per deal that the article tells of, in the order of the text."""
    scene = Scene(article, mentions, bodies, figures)
    reader = _Reader(scene)
    headlines = [s for s in article.sentences if s.role == "headline"]
    for sentence in article.sentences:
        if sentence.role != "headline":
            reader.read(sentence)
    if not reader.drafts:
        for sentence in headlines:
            reader.read(sentence)
    kept = [d for d in settle(reader.drafts) if _counts(scene, d)]
    return tuple(_claim(scene, d) for d in kept)


class _Reader:
    """Goes through an article sentence by sentence and keeps what later sentences lean on."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.drafts: list[Draft] = []
        self.event = Event()
        self.frame: _Frame | None = None

    def read(self, sentence: Sentence) -> None:
        """Read one sentence and add its drafts."""
        scene = self.scene
        found = triggers(scene, sentence)
        item = self._in_list(sentence)
        self._see_event(sentence)
        drafts = [d for t in found if (d := self._draft(t, sentence, item))]
        if item and not drafts:
            drafts = self._item_without_trigger(sentence)
        self.drafts.extend(self._counted(drafts))
        self._open_list(sentence, found, drafts)

    def _in_list(self, sentence: Sentence) -> bool:
        """Whether the sentence is a member of the list that an opener began."""
        if self.frame is None or sentence.start >= self.frame.until:
            return False
        return sentence.role == "item" or bool(_BULLET.match(self.scene.text, sentence.start))

    def _see_event(self, sentence: Sentence) -> None:
        for date in self.scene.dates_in(sentence.start, sentence.end):
            self.event.see(date.value, sentence.paragraph, self.scene.article.published)

    def _draft(self, trigger: Trigger, sentence: Sentence, item: bool) -> Draft | None:
        scene = self.scene
        frame = self.frame if item or trigger.member else None
        kind = self._kind(trigger, frame)
        status, cue = status_of(scene, trigger)
        if frame and trigger.act is None and (trigger.stage is None or trigger.stage.value == "in_force"):
            status = frame.status
        parties = understood(scene, trigger, kind, named_parties(scene, trigger, kind), self.drafts)
        if frame and trigger.member and len(parties.ids) < 2:
            known = {n.id for n in parties.names}
            parties = Parties(
                (*parties.names, *(n for n in frame.parties.names if n.id not in known)), frame.parties.how
            )
        draft = Draft(kind, status, parties, sentence, _core_span(scene, trigger))
        self._mark(draft, trigger)
        if not self._is_told(draft, trigger, item):
            return None
        self._date(draft, trigger, frame)
        self._reasons(draft, trigger, cue.span if cue else None, cue.rule if cue else "")
        draft.values = _values(scene, trigger, kind)
        draft.words = scene.plain[trigger.core[0] : trigger.core[1]]
        return draft

    def _kind(self, trigger: Trigger, frame: _Frame | None) -> str:
        if trigger.member or trigger.deal is None:
            kind = frame.kind if frame and trigger.member else (trigger.act.value if trigger.act else "any")
            return kind
        if trigger.deal.value == "any" and frame:
            return frame.kind
        if trigger.deal.value == "any" and self.drafts and _is_apart(self.scene, trigger):
            return self.drafts[-1].kind
        return trigger.deal.value

    def _mark(self, draft: Draft, trigger: Trigger) -> None:
        deal = trigger.deal
        draft.apart = _is_apart(self.scene, trigger) or trigger.member
        if deal is None:
            return
        before = self.scene.plain[max(0, deal.span.start - 30) : deal.span.start]
        draft.many = trigger.many
        plain_word = deal.form == "weak" or deal.value in (
            "memorandum",
            "treaty",
            "contract",
            "loan",
            "action_plan",
            "declaration",
        )
        draft.again = plain_word and not draft.apart and bool(_AGAIN.search(before)) and draft.parties.how != "named"

    def _is_told(self, draft: Draft, trigger: Trigger, item: bool) -> bool:
        """Whether the clause tells a deal at all, or only uses the word."""
        scene = self.scene
        if draft.again:
            return bool(self.drafts)
        if draft.many and not draft.parties.names:
            return False
        if draft.many and draft.parties.how != "named":
            return False
        if trigger.deal is None:
            return (
                len({n.country for n in draft.parties.names}) >= 2
                or trigger.act is not None
                and trigger.act.value == "contract"
                and len(draft.ids) >= 1
            )
        if trigger.act is None and trigger.stage is None and not item and not trigger.member:
            dated = any(
                0 <= d.span.start - trigger.deal.span.end < 12 for d in scene.dates_in(trigger.start, trigger.end)
            )
            return dated or (draft.kind == "treaty" and len(draft.ids) == 2 and draft.parties.how == "named")
        return True

    def _date(self, draft: Draft, trigger: Trigger, frame: _Frame | None) -> None:
        scene = self.scene
        date = own_date(scene, trigger, draft.status)
        if date is not None and date.value is not None:
            draft.date, draft.own_date = date.value, True
            draft.because.append(Because("date", date.span, date.rule))
        elif frame is not None:
            draft.date = frame.date
        elif draft.status == "signed" and not draft.again and trigger.act is not None:
            draft.date = self.event.day_for(draft.sentence.paragraph, 2)

    def _reasons(self, draft: Draft, trigger: Trigger, status: Span | None, rule: str) -> None:
        if trigger.deal is not None:
            draft.because.append(Because("kind", trigger.deal.span, trigger.deal.rule))
        if status is not None:
            draft.because.append(Because("status", status, rule))
        draft.because.extend(Because("parties", n.span, draft.parties.how) for n in draft.parties.names)
        draft.evidence.append(Span.of(self.scene.text, draft.sentence.start, draft.sentence.end))

    def _item_without_trigger(self, sentence: Sentence) -> list[Draft]:
        """A list member that names who and what, but not the deal: the opener has told it."""
        scene, frame = self.scene, self.frame
        assert frame is not None
        names = [n for n in scene.named_in(sentence.start, sentence.end) if n.kind != STATE]
        parties = Parties(tuple(names), "named")
        if len({n.country for n in names}) < 2:
            pair = scene.cues_in(sentence.start, sentence.end, "pair")
            if not pair:
                return []
            parties = Parties(home_states(scene), "pair")
        span = Span.of(scene.text, sentence.start, sentence.end)
        because = [Because("parties", n.span, "list") for n in parties.names]
        return [
            Draft(
                frame.kind,
                frame.status,
                parties,
                sentence,
                span,
                frame.date,
                because=because,
                evidence=[span],
                apart=True,
            )
        ]

    def _counted(self, drafts: list[Draft]) -> list[Draft]:
        """Number the members of a list, so that two members never become one deal."""
        return drafts

    def _open_list(self, sentence: Sentence, found: Sequence[Trigger], drafts: Sequence[Draft]) -> None:
        """Remember what this sentence counts or announces, for the sentences that follow."""
        scene = self.scene
        last = found[-1] if found else None
        opens = scene.text[sentence.start : sentence.end].rstrip().endswith(":")
        openers = [c for c in scene.cues_in(sentence.start, sentence.end, "list") if c.value == "opener"]
        if opens and (openers or found):
            kind = next(
                (t.deal.value for t in found if t.deal and t.deal.value != "any"), "memorandum" if False else "any"
            )
            date = drafts[-1].date if drafts and drafts[-1].date else self.event.day_for(sentence.paragraph, 4)
            self.frame = _Frame(kind, "signed", Parties((), "default"), date, until=len(scene.text))
        elif last and last.many:
            draft = next((d for d in drafts if d.many), None)
            kind = last.deal.value if last.deal else "any"
            date = draft.date if draft else self.event.day_for(sentence.paragraph, 2)
            parties = draft.parties if draft else Parties((), "default")
            status = draft.status if draft else "signed"
            self.frame = _Frame(kind, status, parties, date, draft, until=0)


def _is_apart(scene: Scene, trigger: Trigger) -> bool:
    if trigger.deal is None:
        return False
    return bool(_APART.search(scene.plain[max(0, trigger.deal.span.start - 40) : trigger.deal.span.start]))


def _core_span(scene: Scene, trigger: Trigger) -> Span:
    start, end = trigger.core
    return Span.of(scene.text, start, end)


def _values(scene: Scene, trigger: Trigger, kind: str) -> list[Value]:
    if kind in ("partnership", "declaration", "treaty"):
        return []
    figures = scene.figures_in(trigger.start, trigger.end)
    return [
        Value(f.low, f.high, f.currency)
        for f in figures
        if f.measure in _WORTH or (kind == "licence" and f.measure == "project_capital")
    ]


def _counts(scene: Scene, draft: Draft) -> bool:
    """The codebook counts deals with a Vietnamese or a Korean party."""
    if not draft.ids:
        return False
    if draft.kind in BETWEEN_STATES and len(draft.ids) < 2:
        return False
    countries = {n.country for n in draft.parties.names}
    return bool(countries & set(HOME)) or None in countries


def _claim(scene: Scene, draft: Draft) -> AgreementClaim:
    trigger_start, trigger_end = draft.sentence.start, draft.sentence.end
    words = Trigger(None, None, None, trigger_start, trigger_end)
    subject = draft.words and _subject(scene, draft) or scene.text[trigger_start:trigger_end][:100]
    return AgreementClaim(
        kind="agreement" if draft.kind == "any" else draft.kind,
        status=draft.status,
        parties=draft.parties.ids,
        date=draft.date,
        subject=subject,
        sectors=sectors_of(scene, words.start, words.end, subject),
        value=tuple(draft.values),
        place=draft.place,
        evidence=tuple(draft.evidence),
        because=tuple(draft.because),
    )


def _subject(scene: Scene, draft: Draft) -> str:
    for cue in scene.cues_in(draft.span.start, draft.sentence.end, "deal", "deals", "list"):
        return subject_of(scene, Trigger(cue, None, None, draft.sentence.start, draft.sentence.end))
    return ""
