"""Read an article sentence by sentence into drafts, keeping in mind what later sentences lean on.

Each trigger of a sentence becomes a draft. A count ("two loan agreements") or an opener ("The papers signed:") leaves a
frame that its members complete; a sentence that only says "it" speaks of the deal before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pactbook.claims.dating import Event, is_old, own_date
from pactbook.claims.drafts import Draft, kinds_agree
from pactbook.claims.parties import BETWEEN_STATES, Parties, named_parties
from pactbook.claims.scene import STATE, Scene
from pactbook.claims.stand_ins import home_states, nearest_pair, pair_within, understood, with_other_side
from pactbook.claims.status import status_of
from pactbook.claims.triggers import Trigger, is_ground, triggers
from pactbook.model.article import Sentence
from pactbook.model.claim import Because, Value
from pactbook.model.span import Span

_BULLET = re.compile(r"\s*(?:[-*•–+]|\(?\d{1,2}[.)])\s")
_AGAIN = re.compile(r"\b(?:the|this|that|these|its|said)\s(?:\w+\s)?$")
_APART = re.compile(
    r"\b(?:another|separate|further|an?\snew|new|earlier|previous|similar|additional|follow-up|special|second|third)"
    r"\s(?:[\w-]+\s){0,2}$"
)
_DEFINITE = re.compile(r"\b(?:the|this|that|these|its|said|their)\s(?:(?!of\b|in\b|on\b|for\b|an?\b)[^\s,;]+\s){0,4}$")
#: The matter of words that make another deal of one told before ("extension", "version").
_ANOTHER = "another"
_PRONOUN = re.compile(r"\s*\W?(?:it|this|they|negotiations|talks|both legislatures|the talks|the two sides)\b")
_OBJECT = re.compile(r"\s(?:it|them)\b")
_THEY = re.compile(r"\b(?:they|both|them|the two|the pair)\b")
_NO = re.compile(r"\b(?:no|nor|without|never|neither|not yet)\s(?:[\w-]+\s){0,4}$")
_ARTICLE = re.compile(r"\b(?:a|an|another)\s(?:\w+\s)?$")
_WORTH = frozenset({"loan", "grant", "contract_value", "fund"})
#: Kinds whose plain word with "the" points back to a deal told before.
_POINTS_BACK = frozenset({"memorandum", "treaty", "contract", "loan", "action_plan", "declaration"})


@dataclass(slots=True)
class Frame:
    """What a count or an opener hands on to its members; ``listed`` is True while list items follow it, ``of_one``
    where the list tells the terms of one deal.
    """

    kind: str
    status: str
    parties: Parties
    date: str | None
    paragraph: int
    draft: Draft | None = None
    listed: bool = False
    of_one: bool = False


class Reader:
    """Goes through one article; ``drafts`` grows in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.drafts: list[Draft] = []
        self._event = Event()
        self._frame: Frame | None = None
        self._counted: Trigger | None = None

    def read(self, sentence: Sentence) -> None:
        """Read one sentence and add its drafts."""
        item = self._in_list(sentence)
        found = triggers(self.scene, sentence)
        for date in self.scene.dates_in(sentence.start, sentence.end):
            self._event.see(date.value, sentence.paragraph, self.scene.article.published)
        drafts: list[Draft] = []
        self._counted = next((t for t in found if t.many), None)
        for trigger in found:
            self._see_signing(trigger, sentence)
            draft = self._draft(trigger, sentence, drafts, item)
            if draft is not None:
                drafts.append(draft)
        if item and not drafts:
            drafts = self._bare_item(sentence)
        if not drafts:
            drafts = self._pronoun(sentence)
        if any(d.member for d in drafts):
            drafts = _one_by_one(drafts)
            self._drop_counted()
        self.drafts.extend(drafts)
        self._keep_frame(sentence, found, drafts)

    def _see_signing(self, trigger: Trigger, sentence: Sentence) -> None:
        """Remember the day on which something was signed, be it only counted."""
        if trigger.act is None or status_of(self.scene, trigger, "any")[0] != "signed":
            return
        date = own_date(self.scene, trigger, "signed")
        if date is not None:
            self._event.sign(date.value, sentence.paragraph, self.scene.article.published)

    # --- frames ------------------------------------------------------------------------------------------------

    def _in_list(self, sentence: Sentence) -> bool:
        """Whether the sentence is a member of the list that an opener began."""
        if self._frame is None:
            return False
        is_item = sentence.role == "item" or bool(_BULLET.match(self.scene.text, sentence.start))
        if is_item and (self._frame.listed or sentence.paragraph - self._frame.paragraph <= 2):
            self._frame.listed = True
            self._frame.paragraph = sentence.paragraph
            return True
        self._frame.listed = False
        return False

    def _drop_counted(self) -> None:
        """The counted deals have been told one by one: the count itself is no deal."""
        if self._frame and self._frame.draft in self.drafts:
            self.drafts.remove(self._frame.draft)
            self._frame.draft = None

    def _keep_frame(self, sentence: Sentence, found: Sequence[Trigger], drafts: Sequence[Draft]) -> None:
        scene = self.scene
        counted = next((t for t in reversed(found) if t.many), None)
        opens = scene.text[sentence.start : sentence.end].rstrip().endswith(":")
        if counted is None and not (opens and (found or self._opens(sentence))):
            return
        draft = next((d for d in drafts if d.many), None)
        kind = next((t.deal.value for t in found if t.many and t.deal and t.deal.value != "any"), None)
        kind = kind or next((t.deal.value for t in found if t.deal), None)
        if kind in (None, "any") and self._frame and sentence.paragraph - self._frame.paragraph <= 3:
            kind = self._frame.kind
        date = draft.date if draft and draft.date else self._event.day_for(sentence.paragraph, 6)
        status = draft.status if draft else "signed"
        parties = draft.parties if draft else Parties((), "default")
        of_one = opens and counted is None and any(_points_back(scene, t) for t in found)
        self._frame = Frame(kind or "any", status, parties, date, sentence.paragraph, draft, opens, of_one)

    def _opens(self, sentence: Sentence) -> bool:
        return any(c.value == "opener" for c in self.scene.cues_in(sentence.start, sentence.end, "list"))

    def _frame_for(self, sentence: Sentence, reach: int) -> Frame | None:
        frame = self._frame
        return frame if frame and 0 <= sentence.paragraph - frame.paragraph <= reach else None

    # --- one trigger -------------------------------------------------------------------------------------------

    def _draft(self, trigger: Trigger, sentence: Sentence, beside: Sequence[Draft], item: bool) -> Draft | None:
        scene = self.scene
        frame = self._frame if item else self._frame_for(sentence, 3) if trigger.member else None
        kind = self._kind(trigger, sentence, beside, item)
        status, cue = status_of(scene, trigger, kind)
        if frame and trigger.act is None and status == "in_force" and not trigger.stage:
            status, cue = frame.status, None
        if trigger.act is None and trigger.stage is None and trigger.deal and is_ground(scene, trigger.deal):
            if _ARTICLE.search(scene.plain[max(0, trigger.deal.span.start - 20) : trigger.deal.span.start]):
                status = "signed"
        draft = Draft(kind, status, Parties((), "default"), sentence, _core_span(scene, trigger))
        draft.weak_status = trigger.act is None and trigger.stage is None and frame is None
        draft.parties = self._parties(trigger, kind, beside, frame)
        self._mark(draft, trigger, item)
        if not self._is_told(draft, trigger, beside, item):
            return None
        if not draft.parties.names and not draft.again:
            draft.parties = self._fallback(trigger, sentence, beside, kind)
        self._date(draft, trigger, beside, frame)
        self._reasons(draft, trigger)
        if cue is not None:
            draft.because.append(Because("status", cue.span, cue.rule))
        draft.values = _values(scene, trigger, kind)
        if (
            kind == "any"
            and len(draft.ids) > 1
            and all(n.kind in (STATE, "international") for n in draft.parties.names)
        ):
            draft.kind = "treaty"
        draft.words = scene.plain[trigger.core[0] : trigger.core[1]]
        return draft

    def _kind(self, trigger: Trigger, sentence: Sentence, beside: Sequence[Draft], item: bool) -> str:
        """The kind that the words tell, or the kind of the deals counted or told before."""
        frame = self._frame if item else self._frame_for(sentence, 2)
        told = "any"
        if trigger.deal is not None and not trigger.member:
            told = trigger.deal.value
        elif trigger.deal is None and trigger.act is not None:
            told = trigger.act.value
        if told not in ("any", "agreement") or (told == "agreement" and not item):
            return told
        if trigger.deal is not None and _is_between_names(self.scene, trigger):
            return "treaty"
        if trigger.ground is not None:
            return trigger.ground.value
        if trigger.member and self._counted and self._counted.deal and self._counted.deal.value != "any":
            return self._counted.deal.value
        if trigger.member and beside:
            return beside[-1].kind
        if frame is not None and frame.kind != "any":
            return frame.kind
        another = trigger.deal is not None and trigger.deal.form.endswith(_ANOTHER)
        if (another or _is_apart(self.scene, trigger)) and (beside or self.drafts):
            return (beside or self.drafts)[-1].kind
        return told

    def _parties(self, trigger: Trigger, kind: str, beside: Sequence[Draft], frame: Frame | None) -> Parties:
        scene = self.scene
        named = named_parties(scene, trigger, kind)
        if trigger.member and self._counted and len(named.ids) < 2:
            counted = next((d.parties for d in beside if d.many), None)
            whole = counted or named_parties(scene, self._counted, kind)
            if whole.names:
                return _with_subjects(named, whole, trigger.core[0], self._counted.core[0] + 1)
        if trigger.shared and beside and len(named.ids) < 2:
            return _with_subjects(named, beside[-1].parties, trigger.core[0], beside[0].span.start)
        parties = understood(scene, trigger, kind, named, [*self.drafts, *beside])
        if len(parties.ids) == 1 and trigger.deal is not None and is_ground(scene, trigger.deal):
            pair = pair_within(scene, trigger.start, trigger.end)
            parties = Parties(pair, "pair") if set(parties.ids) <= {n.id for n in pair} else parties
        if len(parties.ids) == 1 and trigger.deal is not None and not trigger.member:
            parties = with_other_side(scene, trigger, parties)
        if frame and trigger.member and len(parties.ids) < 2:
            known = set(parties.ids)
            names = (*parties.names, *(n for n in frame.parties.names if n.id not in known))
            return Parties(names, parties.how if parties.names else frame.parties.how)
        return parties

    def _fallback(self, trigger: Trigger, sentence: Sentence, beside: Sequence[Draft], kind: str) -> Parties:
        """Parties that nothing in the clause names: the pair of the sentence, of the deal before, or of the sentence before."""
        scene = self.scene
        both = [d for d in beside if d.parties.how == "named" and len(d.ids) >= 2]
        if both and _THEY.search(scene.plain, trigger.start, trigger.end):
            return Parties(both[-1].parties.names, "pair")
        if both:
            return (
                Parties(home_states(scene), "default")
                if kind in ("agreement", "any", "action_plan")
                else Parties((), "default")
            )
        pair = pair_within(scene, sentence.start, sentence.end)
        if not pair and self.drafts:
            last = self.drafts[-1]
            if sentence.paragraph - last.sentence.paragraph <= 1 and len(last.ids) >= 2:
                return Parties(last.parties.names, "pair")
        return Parties(pair or nearest_pair(scene, sentence.start), "pair")

    def _mark(self, draft: Draft, trigger: Trigger, item: bool) -> None:
        deal = trigger.deal
        draft.member = trigger.member
        draft.apart = _is_apart(self.scene, trigger) or trigger.member or item
        if self._frame and item and self._frame.of_one:
            draft.again, draft.apart = True, False
        if deal is None:
            return
        before = self.scene.plain[max(0, deal.span.start - 30) : deal.span.start]
        draft.many = trigger.many
        points_back = deal.form == "weak" or deal.value in _POINTS_BACK
        named = draft.parties.how == "named" and bool(draft.parties.names)
        draft.matter = (trigger.ground or deal).form.partition(":")[2]
        draft.definite = bool(_DEFINITE.search(self.scene.plain[max(0, deal.span.start - 60) : deal.span.start]))
        back = bool(_AGAIN.search(before))
        told = any(kinds_agree(d.kind, draft.kind) and draft.matter in ("", d.matter) for d in self.drafts)
        if draft.matter == _ANOTHER:
            draft.apart, draft.matter = True, ""
        free = not named or deal.value == "any"
        draft.apart = draft.apart and not (
            deal.value == "any" and draft.definite and trigger.deal is not None and not item
        )
        back = back or (deal.value == "any" and draft.definite)
        draft.again = draft.again or (points_back and back and free and told and not draft.apart)

    def _is_told(self, draft: Draft, trigger: Trigger, beside: Sequence[Draft], item: bool) -> bool:
        """Whether the clause tells a deal at all, or only uses the word."""
        scene = self.scene
        if draft.again:
            return True
        if trigger.deal and trigger.act is None and _NO.search(scene.plain[trigger.start : trigger.deal.span.start]):
            return False
        if trigger.member and not (self._counted or beside or item or self._frame_for(draft.sentence, 3)):
            return False
        if draft.many:
            return draft.parties.how == "named" and bool(draft.parties.names)
        if trigger.deal is None:
            return self._is_feat(draft, trigger)
        if trigger.act or trigger.stage or item or trigger.member:
            return True
        if is_ground(scene, trigger.deal):
            return len({n.country for n in draft.parties.names}) >= 2 and draft.parties.how == "named"
        if any(-8 < d.span.start - trigger.deal.span.end < 12 for d in scene.dates_in(trigger.start, trigger.end)):
            return True
        if any(0 <= trigger.deal.span.start - d.span.end < 3 for d in scene.dates_in(trigger.start, trigger.end)):
            return True
        if draft.kind in ("declaration", "action_plan"):
            before = scene.plain[max(0, trigger.deal.span.start - 20) : trigger.deal.span.start]
            return bool(_ARTICLE.search(before)) and (draft.kind == "declaration" or bool(self.drafts or beside))
        return (
            draft.kind != "partnership"
            and len(draft.ids) >= 2
            and draft.parties.how == "named"
            and _is_tied(scene, trigger)
        )

    def _is_feat(self, draft: Draft, trigger: Trigger) -> bool:
        """An act without a deal word tells a deal only between named bodies of different sides."""
        bodies = [n for n in draft.parties.names if n.kind != STATE]
        if trigger.act is not None and trigger.act.form.endswith(":states") and len(draft.ids) > 1:
            return True
        if trigger.act is not None and trigger.act.value == "contract":
            return bool(bodies)
        countries = {n.country for n in bodies}
        return len({n.id for n in bodies}) >= 2 and len(countries) >= 2

    def _date(self, draft: Draft, trigger: Trigger, beside: Sequence[Draft], frame: Frame | None) -> None:
        date = own_date(self.scene, trigger, draft.status)
        if date is not None and date.value is not None:
            draft.date, draft.own_date = date.value, True
            draft.because.append(Because("date", date.span, date.rule))
        elif trigger.shared and beside:
            draft.date = beside[-1].date
        elif frame is not None:
            draft.date = frame.date
        elif self._is_of_event(draft, trigger):
            draft.date = self._event.day_for(draft.sentence.paragraph, 6)

    def _is_of_event(self, draft: Draft, trigger: Trigger) -> bool:
        """Whether an undated deal was signed at the event that the article reports, not some other time."""
        if draft.status != "signed" or draft.again or draft.weak_status or draft.definite:
            return False
        sentences = self.scene.article.sentences
        first = next(s.start for s in sentences if s.paragraph == draft.sentence.paragraph)
        others = [
            d.value for d in self.scene.dates_in(first, trigger.end) if d.value and len(d.value) != len("2023-04-21")
        ]
        return not any(is_old(v, self.scene.article.published or v, 20) for v in others)

    def _reasons(self, draft: Draft, trigger: Trigger) -> None:
        if trigger.deal is not None:
            draft.because.append(Because("kind", trigger.deal.span, trigger.deal.rule))
        draft.because.extend(Because("parties", n.span, draft.parties.how) for n in draft.parties.names)
        draft.evidence.append(Span.of(self.scene.text, draft.sentence.start, draft.sentence.end))

    # --- sentences without a trigger ---------------------------------------------------------------------------

    def _bare_item(self, sentence: Sentence) -> list[Draft]:
        """A list member that names who and what, but not the deal: the opener has told it."""
        scene, frame = self.scene, self._frame
        if frame is None or frame.of_one:
            return []
        names = [n for n in scene.named_in(sentence.start, sentence.end) if n.kind != STATE]
        parties = Parties(tuple(names[:4]), "named")
        if len({n.country for n in names}) < 2:
            if not scene.cues_in(sentence.start, sentence.end, "pair"):
                return []
            parties = Parties(home_states(scene), "pair")
        span = Span.of(scene.text, sentence.start, sentence.end)
        draft = Draft(frame.kind, frame.status, parties, sentence, span, frame.date, apart=True)
        draft.because = [Because("parties", n.span, "list") for n in parties.names]
        draft.evidence = [span]
        return [draft]

    def _other_party(self, sentence: Sentence) -> list[Draft]:
        """A sentence that names the missing party: "The client is VAPCO"."""
        scene = self.scene
        for cue in scene.cues_in(sentence.start, sentence.end, "other"):
            names = [
                n for n in scene.named_in(cue.span.end, sentence.end) if n.start - cue.span.end < 6 and n.kind != STATE
            ]
            if names and len(self.drafts[-1].ids) == 1:
                last = self.drafts[-1]
                span = Span.of(scene.text, sentence.start, sentence.end)
                last.parties = Parties((*last.parties.names, names[0]), last.parties.how)
                last.because.append(Because("parties", names[0].span, cue.rule))
                last.evidence.append(span)
        return []

    def _pronoun(self, sentence: Sentence) -> list[Draft]:
        """A sentence that goes on about the deal before: "It took effect in December", "... and will sign it"."""
        scene = self.scene
        if not self.drafts or sentence.paragraph - self.drafts[-1].sentence.paragraph > 1:
            return []
        acts = [a for a in scene.cues_in(sentence.start, sentence.end, "act") if _OBJECT.match(scene.plain, a.span.end)]
        stages = scene.cues_in(sentence.start, sentence.end, "stage")
        starts = _PRONOUN.match(scene.plain, sentence.start)
        if not acts and not (stages and starts):
            return self._other_party(sentence)
        trigger = Trigger(None, acts[0] if acts else None, None if acts else stages[0], sentence.start, sentence.end)
        status, _ = status_of(scene, trigger, "any")
        parties = named_parties(scene, trigger, "any") if acts else Parties((), "default")
        draft = Draft("any", status, parties, sentence, _core_span(scene, trigger), again=True)
        if status not in ("planned", "proposed"):
            self._date(draft, trigger, (), None)
        self._reasons(draft, trigger)
        return [draft]


def _one_by_one(drafts: list[Draft]) -> list[Draft]:
    """Drop the count where its members are told; keep it as the first member in "memoranda with A and with B"."""
    if all(d.many or d.span.text.lower().startswith("and ") for d in drafts):
        for draft in drafts:
            draft.many, draft.member = False, True
        return drafts
    return [d for d in drafts if not d.many]


def _points_back(scene: Scene, trigger: Trigger) -> bool:
    """Whether the deal word is a singular with "the": a deal told before."""
    deal = trigger.deal
    if deal is None or trigger.many:
        return False
    return bool(_AGAIN.search(scene.plain[max(0, deal.span.start - 30) : deal.span.start]))


def _with_subjects(named: Parties, before: Parties, core: int, first: int) -> Parties:
    """The members' own names with the subject that they share; with none of their own, all the names before."""
    if not named.names:
        return before
    known = set(named.ids)
    subjects = tuple(n for n in before.names if n.start < first and n.id not in known)
    return Parties((*subjects, *named.names), "named")


def _is_between_names(scene: Scene, trigger: Trigger) -> bool:
    """Whether a pact is named after two states or a bloc: "the ASEAN-Korea pact"."""
    assert trigger.deal is not None
    pair = scene.named_in(max(0, trigger.deal.span.start - 40), trigger.deal.span.start)[-2:]
    joined = len(pair) == 2 and scene.plain[pair[0].end : pair[1].start].strip() in ("-", "/")
    return joined and all(n.kind in (STATE, "international") for n in pair)


def _is_tied(scene: Scene, trigger: Trigger) -> bool:
    """Whether the parties stand at the deal itself: "a memorandum with ...", "the Vietnam-Korea FTA"."""
    assert trigger.deal is not None
    if _is_between_names(scene, trigger):
        return True
    return bool(
        re.match(r"\s(?:\([^)]*\)\s)?(?:with|between|among)\s", scene.plain[trigger.deal.span.end : trigger.end])
    )


def _is_apart(scene: Scene, trigger: Trigger) -> bool:
    if trigger.deal is None:
        return False
    return bool(_APART.search(scene.plain[max(0, trigger.deal.span.start - 40) : trigger.deal.span.start]))


def _core_span(scene: Scene, trigger: Trigger) -> Span:
    start, end = trigger.core
    return Span.of(scene.text, start, end)


def _values(scene: Scene, trigger: Trigger, kind: str) -> list[Value]:
    if kind in BETWEEN_STATES:
        return []
    worth = _WORTH | ({"project_capital"} if kind == "licence" else set())
    return [
        Value(f.low, f.high, f.currency) for f in scene.figures_in(trigger.start, trigger.end) if f.measure in worth
    ]
