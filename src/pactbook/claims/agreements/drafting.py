"""Turn one trigger into a draft: kind, status, parties, date and value, with what the sentences before tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pactbook.claims.agreements.dating import own_date
from pactbook.claims.agreements.deals import (
    ANOTHER,
    is_apart,
    is_definite,
    is_ground,
    is_indefinite,
    is_pair_name,
    is_weak,
    matter_of,
    points_back,
)
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.event import Event, is_old
from pactbook.claims.agreements.frames import Frame
from pactbook.claims.agreements.parties import BETWEEN_STATES, NOBODY, Parties, named_parties
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.claims.agreements.settling import kinds_agree
from pactbook.claims.agreements.stand_ins import home_states, nearest_pair, pair_within, understood, with_other_side
from pactbook.claims.agreements.status import status_of
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.article import Sentence
from pactbook.model.claim import Because, Value
from pactbook.model.mention import CueMention
from pactbook.model.span import Span

#: What money has to mean to be the value of a deal.
_WORTH = frozenset({"loan", "grant", "contract_value", "fund"})
#: Kinds whose plain word with "the" points back to a deal told before.
_POINTS_BACK = frozenset({"memorandum", "treaty", "contract", "loan", "action_plan", "declaration"})
#: Kinds of deals that an act alone tells of one named body.
_ONE_SIDED = frozenset({"contract", "licence", "loan"})
#: Kinds that the two states are taken to have concluded where nobody is named.
_OF_STATES = frozenset({"agreement", "any", "action_plan"})


@dataclass(frozen=True, slots=True)
class Context:
    """What a trigger can lean on: the sentence, the drafts before and beside it, the frame and the event.

    ``counted`` is the plural of the same sentence ("three memorandums: one with ..."); ``item`` marks a list item.
    """

    scene: Scene
    sentence: Sentence
    before: Sequence[Draft]
    beside: Sequence[Draft]
    event: Event
    frame: Frame | None
    counted: Trigger | None
    item: bool

    def frame_within(self, paragraphs: int) -> Frame | None:
        """The frame, where it was left not more than so many paragraphs ago."""
        frame = self.frame
        return frame if frame and 0 <= self.sentence.paragraph - frame.paragraph <= paragraphs else None

    def frame_for(self, trigger: Trigger) -> Frame | None:
        """The frame whose member the trigger is."""
        if self.item:
            return self.frame
        return self.frame_within(3) if trigger.member else None


def draft_of(trigger: Trigger, context: Context) -> Draft | None:
    """The draft that the trigger tells, or None where the words only sound like a deal."""
    scene, frame = context.scene, context.frame_for(trigger)
    kind = _kind(trigger, context)
    draft = Draft(kind, "in_force", NOBODY, context.sentence, core_span(scene, trigger))
    _tell_status(draft, trigger, context, frame)
    draft.parties = _parties(trigger, kind, context, frame)
    _mark(draft, trigger, context)
    if not _is_told(draft, trigger, context):
        return None
    if not draft.parties.names and not draft.again:
        draft.parties = _fallback(trigger, kind, context)
    tell_date(draft, trigger, context, frame)
    draft.values = _values(scene, trigger, kind)
    give_reasons(draft, trigger, scene)
    if kind == "any" and _is_pact(draft, trigger):
        draft.kind = "treaty"
    return draft


def _is_pact(draft: Draft, trigger: Trigger) -> bool:
    """Whether a loose word means a treaty: a single pact that states or a bloc have with one another."""
    states = len(draft.ids) > 1 and all(n.kind in (STATE, "international") for n in draft.parties.names)
    return states and not draft.many and not draft.again and draft.parties.how == "named" and not trigger.member


def one_for_each(draft: Draft, trigger: Trigger) -> list[Draft]:
    """Part "signed memoranda with A, B and C" into a deal with each; any other draft stays one."""
    names = draft.parties.names
    first, last = trigger.core
    subjects = tuple(n for n in names if n.end <= first)
    others = {n.id: n for n in reversed(names) if n.start >= last}
    if (
        not draft.many
        or len({n.id for n in subjects}) != 1
        or len(others) < 2
        or draft.status not in ("signed", "planned")
    ):
        return [draft]
    parts = [Parties((*subjects, other), draft.parties.how) for other in sorted(others.values(), key=lambda n: n.start)]
    return [replace(draft, parties=p, many=False, member=True, because=list(draft.because)) for p in parts]


def core_span(scene: Scene, trigger: Trigger) -> Span:
    """The words of deal, act and stage as a quote."""
    start, end = trigger.core
    return Span.of(scene.text, start, end)


def give_reasons(draft: Draft, trigger: Trigger, scene: Scene) -> None:
    """Keep for each cell the words that told it, and the sentence as evidence."""
    if trigger.deal is not None:
        draft.because.append(Because("kind", trigger.deal.span, trigger.deal.rule))
    draft.because.extend(Because("parties", n.span, draft.parties.how) for n in draft.parties.names)
    draft.evidence.append(Span.of(scene.text, draft.sentence.start, draft.sentence.end))


def tell_date(draft: Draft, trigger: Trigger, context: Context, frame: Frame | None) -> None:
    """The date of the clause, else of the deal it shares a verb with, of the frame, or of the event."""
    date = own_date(context.scene, trigger, draft.status)
    if date is not None and date.value is not None:
        draft.date, draft.own_date = date.value, True
        draft.because.append(Because("date", date.span, date.rule))
    elif trigger.shared and context.beside:
        draft.date = context.beside[-1].date
    elif frame is not None:
        draft.date = frame.date
    elif _is_of_event(draft, trigger, context):
        draft.of_event = True
        draft.date = context.event.day_for(draft.sentence.paragraph, 6)


def _is_of_event(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether an undated deal was signed at the event that the article reports, not some other time."""
    if draft.status != "signed" or draft.again or draft.weak_status or (draft.definite and draft.kind != "declaration"):
        return False
    article = context.scene.article
    first = next(s.start for s in article.sentences if s.paragraph == draft.sentence.paragraph)
    dates = [d.value for d in context.scene.dates_in(first, trigger.core[0]) if d.value]
    coarse = [v for v in dates if len(v) != len("2023-04-21")]
    return not any(is_old(v, article.published or v, 20) for v in coarse)


def _kind(trigger: Trigger, context: Context) -> str:
    """The kind that the words tell, or the kind of the deals counted or told before."""
    deal = trigger.deal
    cue = deal or trigger.act
    told = cue.value if cue is not None and not trigger.member else "any"
    if told not in ("any", "agreement") or (told == "agreement" and not context.item):
        return told
    if deal is not None and is_pair_name(context.scene, deal):
        return "treaty"
    if trigger.ground is not None:
        return trigger.ground.value
    return _kind_before(trigger, context) or told


def _kind_before(trigger: Trigger, context: Context) -> str | None:
    """The kind of the plural counted, of the deal beside, of the frame, or of the deal that this is another of."""
    counted, beside, deal = context.counted, context.beside, trigger.deal
    if trigger.member and counted and counted.deal and counted.deal.value != "any":
        return counted.deal.value
    if trigger.member and beside:
        return beside[-1].kind
    frame = context.frame if context.item else context.frame_within(2)
    own = trigger.member or context.item
    if frame is not None and frame.kind != "any" and (own or frame.kind not in BETWEEN_STATES):
        return frame.kind
    drafts = beside or context.before
    another = deal is not None and (matter_of(deal) == ANOTHER or is_apart(context.scene, deal))
    return drafts[-1].kind if another and drafts else None


def _tell_status(draft: Draft, trigger: Trigger, context: Context, frame: Frame | None) -> None:
    scene = context.scene
    draft.status, cue = status_of(scene, trigger, draft.kind)
    draft.weak_status = trigger.bare and frame is None
    if frame and trigger.bare and draft.status == "in_force":
        draft.status, cue = frame.status, None
    if trigger.bare and trigger.deal and is_ground(scene, trigger.deal) and is_indefinite(scene, trigger.deal):
        draft.status = "signed"
    if cue is not None:
        draft.because.append(Because("status", cue.span, cue.rule))


def _parties(trigger: Trigger, kind: str, context: Context, frame: Frame | None) -> Parties:
    scene, beside = context.scene, context.beside
    named = named_parties(scene, trigger, kind)
    if len(named.ids) < 2:
        whole = _whole(trigger, kind, context)
        if whole.names:
            first = context.counted.core[0] + 1 if trigger.member and context.counted else beside[0].span.start
            return _with_subjects(named, whole, first)
    parties = understood(scene, trigger, kind, named, [*context.before, *beside])
    if len(parties.ids) == 1 and trigger.deal is not None:
        parties = _completed(scene, trigger, parties)
    if frame and trigger.member and len(parties.ids) < 2:
        missing = tuple(n for n in frame.parties.names if n.id not in parties.ids)
        return Parties((*parties.names, *missing), parties.how if parties.names else frame.parties.how)
    return parties


def _whole(trigger: Trigger, kind: str, context: Context) -> Parties:
    """The parties of the deals that the trigger is a member of, or shares its verb with."""
    if trigger.member and context.counted:
        counted = next((d.parties for d in context.beside if d.many), None)
        whole = counted or named_parties(context.scene, context.counted, kind)
        if whole.names:
            return whole
    return context.beside[-1].parties if trigger.shared and context.beside else NOBODY


def _with_subjects(named: Parties, whole: Parties, first: int) -> Parties:
    """The member's own names with the subject that all share; with none of its own, all the names."""
    if not named.names:
        return whole
    subjects = tuple(n for n in whole.names if n.start < first and n.id not in named.ids)
    return Parties((*subjects, *named.names), "named")


def _completed(scene: Scene, trigger: Trigger, one: Parties) -> Parties:
    """A single party with the other side that the clause, or the text before, gives it."""
    if trigger.deal is not None and is_ground(scene, trigger.deal):
        pair = pair_within(scene, trigger.start, trigger.end)
        if set(one.ids) <= {n.id for n in pair}:
            return Parties(pair, "pair")
    return one if trigger.member else with_other_side(scene, trigger, one)


def _fallback(trigger: Trigger, kind: str, context: Context) -> Parties:
    """Parties that nothing in the clause names: the pair of the sentence, or of the deal or sentence before."""
    scene, sentence = context.scene, context.sentence
    both = [d for d in context.beside if d.parties.how == "named" and len(d.ids) >= 2]
    if both and scene.grammar.they.search(scene.plain, trigger.start, trigger.end):
        return Parties(both[-1].parties.names, "pair")
    if both:
        return Parties(home_states(scene), "default") if kind in _OF_STATES else NOBODY
    pair = pair_within(scene, sentence.start, sentence.end)
    if not pair and context.before:
        last = context.before[-1]
        if sentence.paragraph - last.sentence.paragraph <= 1 and len(last.ids) >= 2:
            return Parties(last.parties.names, "pair")
    pair = pair or nearest_pair(scene, sentence.start)
    states = [n for n in scene.named_in(trigger.start, trigger.end) if n.kind == STATE and n.form != "adjective"]
    if not pair and kind in _OF_STATES and states:
        return Parties(home_states(scene), "default")
    return Parties(pair, "pair")


def _mark(draft: Draft, trigger: Trigger, context: Context) -> None:
    """Tell a new deal from one told before, and one deal from several."""
    scene, deal = context.scene, trigger.deal
    draft.member, draft.many = trigger.member, trigger.many
    draft.apart = trigger.member or context.item or (deal is not None and is_apart(scene, deal))
    if context.item and context.frame and context.frame.of_one:
        draft.again, draft.apart = True, False
    if deal is None:
        return
    draft.definite = is_definite(scene, deal)
    draft.matter = matter_of(trigger.ground or deal)
    loose = deal.value == "any"
    if loose and draft.definite and not context.item:
        draft.apart = False
    if draft.matter == ANOTHER:
        draft.apart, draft.matter = True, ""
    back = points_back(scene, deal) or (loose and draft.definite)
    named = draft.parties.how == "named" and bool(draft.parties.names)
    if back and not draft.apart and (is_weak(deal) or deal.value in _POINTS_BACK) and (loose or not named):
        told = [d for d in context.before if kinds_agree(d.kind, draft.kind) and draft.matter in ("", d.matter)]
        draft.again = draft.again or bool(told)


def _is_told(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether the clause tells a deal at all, or only uses the word."""
    scene, deal = context.scene, trigger.deal
    if draft.again:
        return True
    if deal is None:
        return _is_feat(draft, trigger)
    if trigger.act is None and scene.grammar.none.search(scene.plain[trigger.start : deal.span.start]):
        return False
    if trigger.member:
        return bool(context.counted or context.beside or context.item or context.frame_within(3))
    if trigger.many:
        return _is_told_many(draft, deal, scene)
    return not trigger.bare or context.item or _is_told_bare(draft, trigger, context)


def _is_told_many(draft: Draft, deal: CueMention, scene: Scene) -> bool:
    """Whether a plural tells a deal: of named parties, and not one that sums up or points back."""
    if scene.grammar.known_many.search(scene.before(deal.span.start, 30)) or draft.parties.how != "named":
        return False
    bodies = [n for n in draft.parties.names if n.kind != STATE]
    return bool(bodies or (draft.ids and deal.value != "any"))


def _is_told_bare(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether a deal without act or stage is told: by a date at its word, or by its parties."""
    scene, deal = context.scene, trigger.deal
    if deal is None:
        return False
    dates = [d.span for d in scene.dates_in(trigger.start, trigger.end) if d.value and "/" not in d.value]
    if any(-8 < d.start - deal.span.end < 7 or 0 <= deal.span.start - d.end < 3 for d in dates):
        return True
    if is_ground(scene, deal):
        return len({n.country for n in draft.parties.names}) >= 2 and draft.parties.how == "named"
    if draft.kind in ("declaration", "action_plan"):
        told = draft.kind == "declaration" or bool(context.before or context.beside)
        return told and is_indefinite(scene, deal)
    tied = is_pair_name(scene, deal) or bool(scene.grammar.tied.match(scene.plain, deal.span.end))
    return tied and draft.kind != "partnership" and len(draft.ids) >= 2 and draft.parties.how == "named"


def _is_feat(draft: Draft, trigger: Trigger) -> bool:
    """Whether an act without a deal word tells a deal: between bodies of two countries, or what somebody won."""
    act, bodies = trigger.act, {n.id: n.country for n in draft.parties.names if n.kind != STATE}
    if act is not None and act.form.endswith(":states") and len(draft.ids) > 1:
        return True
    if act is not None and act.value in _ONE_SIDED:
        return bool(bodies)
    return len(bodies) >= 2 and len(set(bodies.values())) >= 2


def _values(scene: Scene, trigger: Trigger, kind: str) -> list[Value]:
    if kind in BETWEEN_STATES:
        return []
    worth = _WORTH | ({"project_capital"} if kind == "licence" else set())
    # What stands before a colon leads up to the deal: "it cost $233 million: in a loan agreement ...".
    colon = scene.plain.rfind(": ", trigger.start, trigger.core[0])
    found = scene.figures_in(max(trigger.start, colon), trigger.end)
    return [Value(f.low, f.high, f.currency) for f in found if f.measure in worth]
