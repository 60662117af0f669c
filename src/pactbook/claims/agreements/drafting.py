"""Turn one trigger into a draft: kind, status, parties, date and value, with what the sentences before tell."""

from __future__ import annotations

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.completing import has_same_subject, parties_of, parties_understood
from pactbook.claims.agreements.context import Context
from pactbook.claims.agreements.deals import (
    ANOTHER,
    is_apart,
    is_definite,
    is_ground,
    is_indefinite,
    is_weak,
    matter_of,
    points_back,
)
from pactbook.claims.agreements.draft_date import tell_date
from pactbook.claims.agreements.drafts import Draft, Telling
from pactbook.claims.agreements.frames import Frame
from pactbook.claims.agreements.funds import lent_by_runner
from pactbook.claims.agreements.kinds import OFFICES, is_pact, kind_of
from pactbook.claims.agreements.labels import is_verbless, labelled
from pactbook.claims.agreements.parties import BETWEEN_STATES, NOBODY
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.settling import kinds_agree
from pactbook.claims.agreements.standing import standing_of
from pactbook.claims.agreements.status import is_renewed, status_of
from pactbook.claims.agreements.telling import is_told
from pactbook.claims.agreements.triggers import Trigger
from pactbook.claims.agreements.value import values_in
from pactbook.knowledge.asking import FOR_OTHER
from pactbook.knowledge.reading import NEVER
from pactbook.model.claim import Because
from pactbook.model.mention import CueMention
from pactbook.model.span import Span

#: Bodies that license what is theirs to one another.
_FIRMS = frozenset({"company", "media", "association", "education", "other"})
#: Kinds of bodies of which none lends.
_OFFICIAL = frozenset({"ministry", "subnational", "association", "education", "research", "hospital", "other"})
#: How far before a licence stands that it was given, in characters.
_GRANTED = 60
#: How far before a name the word that says that it is a bank begins.
_WORD = 12
#: Kinds whose plain word with "the" points back to a deal told before.
_POINTS_BACK = frozenset({"licence", "memorandum", "treaty", "contract", "loan", "action_plan", "declaration"})


def draft_of(trigger: Trigger, context: Context) -> Draft | None:
    """The draft that the trigger tells, or None where the words only sound like a deal."""
    scene, frame = context.scene, context.frame_for(trigger)
    kind = kind_of(trigger, context)
    draft = Draft(kind, "in_force", NOBODY, context.sentence, core_span(scene, trigger))
    draft.shared = trigger.shared and trigger.act is not None and trigger.act.span.start > draft.span.end
    _tell_status(draft, trigger, context, frame)
    draft.parties = lent_by_runner(scene, kind, parties_of(trigger, kind, context, frame))
    if kind == "licence" and _is_of_trade(trigger, scene) and _is_between_firms(draft):
        kind = draft.kind = "contract"  # "Nexon licensed its game to VNG"
    _mark(draft, trigger, context)
    if not is_told(draft, trigger, context):
        return None
    if draft.status in AHEAD and is_renewed(scene, trigger) and (draft.again or _is_possible(scene, trigger)):
        # That it is to be renewed, or may be, does not change what has been signed.
        return None
    if not draft.parties.names and not draft.again:
        deal = trigger.deal
        if deal is not None and deal.value == "any" and matter_of(deal) != ANOTHER and _is_of_nobody(scene):
            return None
        draft.parties = parties_understood(trigger, kind, context)
    tell_date(draft, trigger, context, frame)
    if _is_news(draft, trigger, scene):
        draft.status = "signed"
    draft.status = standing_of(draft, trigger, scene)
    # What stands before a colon leads up to the deal: "it cost $233 million: in a loan agreement ...".
    colon = scene.plain.rfind(": ", trigger.start, trigger.core[0])
    draft.values = values_in(scene, kind, max(trigger.start, colon), trigger.end)
    give_reasons(draft, trigger, scene)
    _settle_kind(draft, trigger, kind, scene)
    return draft


def _settle_kind(draft: Draft, trigger: Trigger, kind: str, scene: Scene) -> None:
    """Correct the kind by who the parties are: a pact of states is a treaty, what a bank gives a firm a loan."""
    if kind in ("any", "contract") and trigger.deal is not None and is_pact(draft, trigger):
        of_governments = scene.grammar.of_governments.search(scene.before(trigger.deal.span.start, 45))
        draft.kind = draft.kind if kind == "contract" and of_governments else "treaty"
    if kind == "treaty" and trigger.deal and scene.grammar.lent_under.search(scene.before(trigger.deal.span.start, 45)):
        draft.kind = "loan"
    if draft.kind == "grant" and _is_lent(draft, scene):
        draft.kind = "loan"
    if draft.kind == "loan" and trigger.deal is None and (_is_aid(draft, scene) or _is_funded(draft, trigger, scene)):
        draft.kind = "grant"  # "funded by KOICA with $5 million": it does not lend
    if draft.kind == "agreement" and trigger.deal is None and _is_begun(trigger, scene) and _is_aid(draft, scene):
        draft.kind = "grant"  # "KOICA and the ministry launched a project"
    if draft.kind in ("contract", "loan") and _is_no_commerce(draft, trigger):
        draft.kind = "grant" if _is_aid(draft, scene) else "agreement" if draft.kind == "contract" else "loan"


def _is_news(draft: Draft, trigger: Trigger, scene: Scene) -> bool:
    """Whether a deal of which nothing is said but its day was made on that day: "MoU with STAMEQ, Hanoi, June 12"."""
    day = draft.date if trigger.bare and draft.status == "in_force" and draft.own_date else None
    if day is None or len(day) != len("2018-06-12") or draft.recalled or draft.definite or trigger.deal is None:
        return False
    return not is_ground(scene, trigger.deal)


def _is_of_trade(trigger: Trigger, scene: Scene) -> bool:
    """Whether a verb alone tells the licence, or words behind it what the one may make or sell of the other's."""
    deal = trigger.deal
    return deal is None or (deal.form == "weak" and bool(scene.grammar.licensed_use.match(scene.plain, deal.span.end)))


def _is_between_firms(draft: Draft) -> bool:
    """Whether no office takes part, but two firms do."""
    return len(draft.ids) > 1 and all(n.kind in _FIRMS for n in draft.parties.names)


def _is_lent(draft: Draft, scene: Scene) -> bool:
    """Whether a bank finances a firm: "Ngân hàng A cam kết tài trợ 110 tỷ đồng cho B" is no aid."""
    names = draft.parties.names
    banks = [n for n in names if scene.grammar.bank.search(scene.plain, max(0, n.start - _WORD), n.end)]
    return bool(banks) and all(n.kind == "company" or n in banks for n in names) and len(draft.ids) > 1


def _is_no_commerce(draft: Draft, trigger: Trigger) -> bool:
    """Whether only a verb tells the deal, of what one body does for another, and neither is a firm."""
    told = trigger.deal is None and trigger.act is not None and trigger.act.form.endswith(FOR_OTHER)
    return told and all(n.kind != "company" for n in draft.parties.names)


def _is_aid(draft: Draft, scene: Scene) -> bool:
    """Whether a body that gives aid takes part: what it builds for a province is no commerce."""
    return any(scene.grammar.aid.search(scene.plain, n.start, n.end) for n in draft.parties.names)


def _is_funded(draft: Draft, trigger: Trigger, scene: Scene) -> bool:
    """Whether offices, schools and the like pay for what another does: "is [funding] the project with 600 million"."""
    funds = trigger.act is not None and scene.grammar.funds.search(trigger.act.span.text.lower())
    return bool(funds) and all(n.kind in _OFFICIAL for n in draft.parties.names)


def _is_begun(trigger: Trigger, scene: Scene) -> bool:
    """Whether the verb tells the beginning of a project."""
    return trigger.act is not None and bool(scene.grammar.begun.search(trigger.act.span.text.lower()))


def _is_possible(scene: Scene, trigger: Trigger) -> bool:
    """Whether the act is only one of the terms: "it can be [prolonged]"."""
    return trigger.act is not None and bool(scene.grammar.possible.search(scene.before(trigger.act.span.start, 24)))


def _is_of_nobody(scene: Scene) -> bool:
    """Whether "documents" of nobody in particular tell no deal in this language, which has no articles."""
    return scene.grammar.plural.pattern != NEVER.pattern


def core_span(scene: Scene, trigger: Trigger) -> Span:
    """The words of deal, act and stage as a quote."""
    start, end = trigger.core
    return Span.of(scene.text, start, end)


def give_reasons(draft: Draft, trigger: Trigger, scene: Scene) -> None:
    """Keep for each cell the words that told it, and the sentence as evidence."""
    if trigger.deal is not None:
        draft.because.append(Because("kind", trigger.deal.span, trigger.deal.rule))
    elif trigger.act is not None and trigger.act.role == "feat":
        draft.because.append(Because("kind", trigger.act.span, trigger.act.rule))
    draft.because.extend(Because("parties", n.span, draft.parties.how) for n in draft.parties.names)
    draft.evidence.append(Span.of(scene.text, draft.sentence.start, draft.sentence.end))
    told = trigger.deal.span if trigger.deal else None
    draft.tellings.append(Telling(told, draft.sentence, trigger.start, trigger.end))


def _tell_status(draft: Draft, trigger: Trigger, context: Context, frame: Frame | None) -> None:
    scene = context.scene
    draft.status, cue = status_of(scene, trigger, draft.kind)
    draft.weak_status = trigger.bare and frame is None
    if trigger.bare and context.sentence.role == "headline" and draft.status == "in_force" and not draft.definite:
        draft.status = "signed"  # "Samsung SDI: supply contract with VinFast"
    if trigger.bare and trigger.deal and draft.status == "in_force" and not draft.definite and not frame:
        told = labelled(scene, trigger.deal) or is_verbless(scene, trigger.deal)
        draft.status = "signed" if told else draft.status
    if frame and trigger.bare and draft.status == "in_force":
        draft.status, cue = frame.status, None
    if trigger.bare and trigger.deal and is_ground(scene, trigger.deal) and is_indefinite(scene, trigger.deal):
        offered = scene.grammar.proposal.search(scene.plain, trigger.start, trigger.deal.span.start)
        draft.status = "proposed" if offered else "signed"
    if trigger.bare and _is_agreed(draft, trigger, context):
        draft.status = "signed"
    if trigger.bare and trigger.deal and scene.grammar.granted.search(scene.before(trigger.deal.span.start, _GRANTED)):
        draft.status = "signed"  # "được tỉnh Thanh Hóa [chấp thuận chủ trương đầu tư]"
    if cue is not None:
        draft.because.append(Because("status", cue.span, cue.rule))


def _is_agreed(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether what is yet to be done under a deal of bodies says that it is made: "Under the contract, A will ..."."""
    scene, deal, here = context.scene, trigger.deal, context.sentence
    if deal is None or draft.kind in BETWEEN_STATES or not (points_back(scene, deal) and is_ground(scene, deal)):
        return False
    return bool(scene.grammar.yet_to_do.search(scene.plain, here.start, here.end))


def _is_handed(draft: Draft, deal: CueMention) -> bool:
    """Whether only an office is named with "the certificate": it hands over what has been told."""
    return deal.value == "licence" and all(n.kind in OFFICES for n in draft.parties.names)


def _may_mean(scene: Scene, deal: CueMention, draft: Draft, before: Draft) -> bool:
    """Whether a word with "the" may mean the deal before: "the deal" may be a loan, "the framework arrangement" not."""
    # Some languages write every syllable by itself: "thỏa thuận" is one plain word.
    plain = scene.grammar.this_at.match(scene.plain, deal.span.start)
    if plain and before.kind == "loan" and deal.value == "contract" and draft.status != "in_force":
        return True  # "khoản vay ...; hợp đồng có thể được ký trong tháng tới"
    named = " " in deal.span.text and deal.value == "agreement" and not plain
    return before.kind in (draft.kind, "any") if named else kinds_agree(before.kind, draft.kind)


def _is_one_more(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words before an act that makes a deal say that it is one more: "Hai bên cũng [ký] ..."."""
    act, deal = trigger.act, trigger.deal
    if act is None or (deal is not None and (deal.role != "deal" or deal.span.start < act.span.end)):
        return False
    sentence = scene.sentence_at(act.span.start)
    start = sentence.start if sentence else trigger.start
    done = act.span.text.lower()
    makes = deal is None or scene.grammar.makes.fullmatch(done) or scene.grammar.renews.match(done)
    return bool(makes and scene.grammar.one_more.search(scene.plain[start : act.span.start]))


def _is_of_feat(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether a bare word is what a verb of the sentence told: "A giao cho B thi công; [hợp đồng] trị giá ..."."""
    last = context.beside[-1] if context.beside else None
    if last is None or trigger.many or not trigger.deal or not is_weak(trigger.deal):
        return False
    meant = not draft.parties.names or (draft.parties.how == "pair" and draft.ids == last.ids)
    return meant and all(t.deal is None for t in last.tellings) and last.kind == draft.kind


def _mark(draft: Draft, trigger: Trigger, context: Context) -> None:
    """Tell a new deal from one told before, and one deal from several."""
    scene, deal = context.scene, trigger.deal
    draft.member, draft.many = trigger.member, trigger.many
    draft.apart = trigger.member or context.item or (deal is not None and is_apart(scene, deal))
    if context.item and context.frame and context.frame.of_one:
        draft.again, draft.apart = True, False
    if deal is None:
        of_states = trigger.act is not None and trigger.act.form.endswith(":states")
        draft.apart = draft.apart or of_states or _is_one_more(scene, trigger)
        return
    draft.definite = is_definite(scene, deal)
    draft.apart = draft.apart or (not draft.definite and _is_one_more(scene, trigger))
    beside = trigger.shared or (bool(context.beside) and has_same_subject(trigger, scene))
    beside = beside and not draft.definite
    listed = context.item and bool(context.beside)
    draft.listed = (beside or listed) and (listed if is_ground(scene, deal) else beside)
    draft.matter = matter_of(trigger.ground or deal)
    loose = deal.value == "any"
    if loose and draft.definite and not context.item:
        draft.apart = False
    if draft.matter == ANOTHER:
        draft.apart, draft.matter = True, ""
    if not draft.apart and (context.before or context.beside) and _stands_for_another(draft, deal, trigger, context):
        told = [
            d
            for d in (*context.before, *context.beside)
            if (d.guessed or _may_mean(scene, deal, draft, d)) and draft.matter in ("", d.matter)
        ]
        draft.again = draft.again or bool(told)
        if told and draft.kind == "contract" and told[-1].kind == "loan":
            draft.kind = "any"


def _stands_for_another(draft: Draft, deal: CueMention, trigger: Trigger, context: Context) -> bool:
    """Whether the word points back to a deal told before, and nothing says of whom it is."""
    if not (is_weak(deal) or deal.value in _POINTS_BACK):
        return False
    loose = deal.value == "any"
    named = draft.parties.how == "named" and bool(draft.parties.names)
    if not loose and named and not _is_handed(draft, deal):
        return False
    pointed = points_back(context.scene, deal) or (loose and draft.definite)
    return pointed or _is_of_feat(draft, trigger, context)
