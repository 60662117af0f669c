"""Turn a Korean trigger into drafts: kind, stage, value and subject, with the parties and the date."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.drafts import Draft, Telling
from pactbook.claims.agreements.korean.acts import DENIED, Act
from pactbook.claims.agreements.korean.clauses import Clause, clause_of
from pactbook.claims.agreements.korean.completing import are_states, parties_of
from pactbook.claims.agreements.korean.context import Context
from pactbook.claims.agreements.korean.dates import tell_date
from pactbook.claims.agreements.korean.dating import aims_ahead, lies_ahead, lies_behind
from pactbook.claims.agreements.korean.deals import is_apart, is_older, is_same
from pactbook.claims.agreements.korean.parties import LOCAL, named_parties
from pactbook.claims.agreements.korean.retelling import (
    ACCORD,
    are_alike,
    is_besides,
    is_broken_off,
    is_old_news,
    name_sides,
    points_back,
    put_off,
    set_renewed_apart,
    take_older,
)
from pactbook.claims.agreements.korean.sharing import shares_of, subjects_of
from pactbook.claims.agreements.korean.subjects import object_behind, object_of, right_before, topic_of
from pactbook.claims.agreements.korean.telling import in_frame, is_deed, is_told, pair_behind
from pactbook.claims.agreements.korean.triggers import Trigger, widened
from pactbook.claims.agreements.parties import BETWEEN_STATES, NOBODY
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.model.claim import Because, Value
from pactbook.model.span import Span

#: How far before an act that tells a deal by itself its object is looked for.
_OBJECT = 40
#: Kinds whose sum is told without a word for the deal.
_SUMS = frozenset({"contract", "loan"})
#: How much of the text before a word for a deal shows that nothing tells what it is about.
_UNTOLD = 6
#: Kinds of deals that "the paper" told right behind may be of.
_SEALED = frozenset({"loan", "grant", "licence", "partnership", "treaty"})
#: What money has to mean to be the value of a deal.
_WORTH = frozenset({"loan", "grant", "contract_value", "fund"})


def drafts_of(trigger: Trigger, context: Context) -> list[Draft]:
    """The deals that the trigger tells: none where the words only sound like one, several for "A, B와 각각"."""
    clause = clause_of(context.scene, trigger, context.before)
    placed = [p for p in clause.placed if p.named.kind != STATE or p.part != "place"]
    if not placed and clause.pair_span is None and trigger.deal is not None:
        # A clause that names nobody goes on with what the one before it says.
        beside = [d.span.end for d in context.before if d.sentence == context.sentence]
        trigger = widened(trigger, max(beside, default=context.sentence.start))
        clause = clause_of(context.scene, trigger, context.before)
    draft = _draft(trigger, clause, context)
    found = _several(draft, trigger, clause, context)
    told = _made_before(trigger, context)
    for one in found or [draft]:
        if is_told(one, trigger, context):
            tell_date(one, trigger, clause, context)
            set_renewed_apart(one, told, trigger, context)
            one.again = one.again or is_broken_off(one, context)
            one.apart = one.apart or is_old_news(one, trigger, context)
            _give_reasons(one, trigger, context.scene)
            if not put_off(one, trigger, context, told):
                told.append(one)
    return told


def _several(draft: Draft, trigger: Trigger, clause: Clause, context: Context) -> list[Draft]:
    """The deals of a clause that tells more than one, else none."""
    parties = shares_of(trigger, clause, draft, context)
    found = [replace(draft, parties=p, because=[], evidence=[], tellings=[]) for p in parties]
    if found:
        return found
    subjects = subjects_of(trigger, clause, draft, context.scene)
    return [replace(draft, subject=s, span=s, apart=True, because=[], evidence=[], tellings=[]) for s in subjects]


def _made_before(trigger: Trigger, context: Context) -> list[Draft]:
    """The deal as it was made, where the clause tells that it was renewed: "2019년 체결한 MOU를 갱신했다"."""
    act, described = trigger.act, trigger.described
    if act is None or described is None or described.entry.status != "signed" or not act.entry.decides:
        return []
    if not act.plain and act.status != "planned":
        return []
    made = drafts_of(structs.replace(trigger, act=None, later=None), context)
    # Where nobody says when it was made the renewal alone is told.
    return made if act.status == "planned" else [d for d in made if d.own_date]


def _draft(trigger: Trigger, clause: Clause, context: Context) -> Draft:
    scene, deal = context.scene, trigger.deal
    kind = _kind(trigger, context)
    start, end = trigger.core
    draft = Draft(kind, "in_force", NOBODY, context.sentence, Span.of(scene.text, start, end))
    draft.status, act = _stage(trigger, kind, scene)
    if context.item and trigger.bare and context.frame:
        draft.status = context.frame.status
    if _is_decided_there(trigger, context) and context.frame:
        # What bodies decide where papers are counted is what the papers say.
        draft.kind = kind = context.frame.kind
        draft.status = context.frame.status
    if is_deed(scene, trigger) or pair_behind(scene, trigger):
        draft.status = "signed"
    draft.renewed = trigger.act is not None and trigger.act.entry.decides
    draft.weak_status = act is None and not context.item
    draft.parties = parties_of(trigger, clause, kind, context)
    if deal is not None:
        draft.matter, draft.family = deal.matter, deal.head.family if kind in (deal.kind, "any") else ""
        draft.subject = topic_of(scene, deal, trigger.start)
        draft.apart = (
            context.item or is_apart(scene, deal) or is_older(scene, deal) or is_besides(draft, trigger, context)
        )
        draft.apart = draft.apart or clause.third
        take_older(draft, trigger, context)
        draft.apart = draft.apart or bool(trigger.described and trigger.act and trigger.act.entry.decides)
        draft.again = points_back(trigger, clause, draft, context)
        if draft.again:
            draft.kind = next(d.kind for d in reversed(context.before) if are_alike(d, draft))
            draft.parties = named_parties(scene, trigger, clause, kind)
            name_sides(draft, context)
    else:
        draft.subject = _subject_alone(trigger, context)
    if are_states(draft.parties) and kind in ("agreement", "any"):
        if deal is not None and deal.kind == "agreement" and not deal.head.of_states:
            draft.kind = "treaty"
        if deal is None:
            draft.matter = ACCORD
    if draft.kind == "treaty" and any(n.kind in LOCAL for n in draft.parties.names):
        # "껀터시와 협력 의정서": no state is bound.
        draft.kind = "agreement"
    draft.values = _values(trigger, kind, context) if scene.figures else []
    return draft


def _subject_alone(trigger: Trigger, context: Context) -> Span | None:
    """What an act that tells a deal by itself was done with."""
    act, scene = trigger.act, context.scene
    before = object_of(scene, trigger.start, trigger.core[0])
    if before is None and act is not None and act.entry.grants:
        before = right_before(scene, trigger.start, trigger.core[0])
    if before is not None or act is None or act.form not in ("done", "stem"):
        return before
    return object_behind(scene, act.end, context.sentence.end, goes_on=act.form == "stem")


def _is_decided_there(trigger: Trigger, context: Context) -> bool:
    """Whether a decision that needs no word for a deal is told right behind counted deals."""
    agreed = trigger.deal is None and trigger.act is not None and trigger.act.entry.agreed
    return agreed and in_frame(context)


def _kind(trigger: Trigger, context: Context) -> str:
    deal, frame = trigger.deal, context.frame
    told = deal.kind if deal else _kind_alone(trigger, context.scene)
    if told in ("agreement", "any", "contract") and _lends(trigger, context.scene):
        return "loan"
    if told in ("contract", "agreement") and (paper := _signed_paper(trigger, context)) is not None:
        return paper
    if told in ("agreement", "any"):
        if deal is not None and is_same(context.scene, deal):
            like = [d.kind for d in context.before if d.kind in ("memorandum", "agreement")]
            return like[-1] if like else told
        if told == "any" and frame and (context.item or context.sentence.paragraph - frame.paragraph <= 1):
            return frame.kind
    return told


def _signed_paper(trigger: Trigger, context: Context) -> str | None:
    """The kind of the deal told right before whose paper was signed: "차관공여계약을 맺었다. ... 계약서에 서명했다"."""
    deal, last = trigger.deal, context.before[-1] if context.before else None
    if deal is None or last is None or last.kind not in _SEALED:
        return None
    near = last.sentence.paragraph >= context.sentence.paragraph - 1
    paper = context.scene.words.korean.grammar.paper.fullmatch(deal.span.text)
    alone = context.scene.words.korean.grammar.untold.search(context.scene.before(deal.start, _UNTOLD))
    told = None if alone else topic_of(context.scene, deal, trigger.start)
    return last.kind if near and paper and told is None else None


def _lends(trigger: Trigger, scene: Scene) -> bool:
    """Whether the deal is to lend: "차관을 공여하는 계약"."""
    deal = trigger.deal
    return bool(deal and scene.words.korean.grammar.lends.search(scene.plain, trigger.start, deal.start))


def _kind_alone(trigger: Trigger, scene: Scene) -> str:
    """The kind that an act tells by itself: an accord to sell is a contract, one to lend a loan."""
    act, grammar = trigger.act, scene.words.korean.grammar
    kind = act.entry.alone if act else "any"
    if act is not None and act.entry.over:
        return "loan" if grammar.over_loan.search(scene.plain, trigger.start, act.start) else kind
    if act is not None and kind == "loan" and not scene.figures_in(trigger.start, act.start):
        # "부지를 B에서 49년간 빌렸다"
        return "contract" if grammar.leased.search(scene.plain, trigger.start, act.start) else kind
    if act is None or kind != "agreement":
        return kind
    before = scene.plain[
        max(trigger.start, act.start - _OBJECT) : act.start + (act.entry.agreed and act.end - act.start)
    ]
    if grammar.sold.search(before):
        return "contract"
    return "loan" if grammar.lent.search(before) else kind


def _stage(trigger: Trigger, kind: str, scene: Scene) -> tuple[str, Act | None]:
    """The stage of the deal and the act that tells it: what is signed on a day yet to come is planned."""
    status, act = status_of(trigger, kind)
    if act is not None and act.status == DENIED and scene.words.korean.grammar.lapsed.match(scene.plain, act.end):
        return "ended", act
    if status == "signed" and act is trigger.act and _is_carried_through(scene, trigger):
        return "completed", act
    if status == "planned" and act is trigger.act and (lies_behind(scene, trigger) or _is_agreed(scene, trigger)):
        return "signed", act
    ahead = status == "signed" and act is trigger.act and (lies_ahead(scene, trigger) or _is_bid(scene, trigger))
    return ("planned" if ahead else status), act


def _is_carried_through(scene: Scene, trigger: Trigger) -> bool:
    """Whether the clause goes on to the end of what was signed: "계약을 맺어 지난해 끝냈다"."""
    act, grammar = trigger.act, scene.words.korean.grammar.carried_through
    if act is None or act.form not in ("stem", "noun", "past") or trigger.later is not None:
        return False
    return any(grammar.match(scene.plain, place) is not None for place in (act.end - 1, act.end))


def _is_bid(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody is chosen to talk with first: "우선협상대상자로 A를 선정했다"."""
    act = trigger.act
    if act is None or not (act.entry.chosen or act.entry.asked == "as_role"):
        return False
    return scene.words.korean.grammar.bidder.search(scene.plain, trigger.start, act.start) is not None


def _is_agreed(scene: Scene, trigger: Trigger) -> bool:
    """Whether the parties have agreed to do together what tells the deal: "합작법인을 설립하기로 합의했다"."""
    act = trigger.act
    if act is None or not act.entry.agreed or act.entry.alone != "agreement" or act.form != "stem":
        return False
    if aims_ahead(scene, trigger):
        return False
    grammar = scene.words.korean.grammar
    return bool(grammar.agreed.match(scene.plain, act.end) or grammar.settled.match(scene.plain, act.end))


def status_of(trigger: Trigger, kind: str) -> tuple[str, Act | None]:
    """The codebook stage of the deal and the act that tells it."""
    if trigger.later is not None:
        return trigger.later.status, trigger.later
    act = trigger.act or trigger.described
    described = trigger.described
    if act is not None and described is not None and act.entry.decides and act.status == "proposed":
        # What is asked to be renewed or raised stands as it was made.
        act = described
    if act is not None and described is not None and act.status == DENIED:
        # "B가 제안한 의향서에 서명하지 않았다"
        act = described
    if act is not None and described is not None and act.entry.status == "in_force" and act.status in AHEAD:
        # "A가 B와 체결한 약정이 다음 달 시행된다": it is signed.
        act = described if described.status == "signed" else act
    if act is None:
        return "signed" if kind in ("declaration", "action_plan", "memorandum") else "in_force", None
    if act.status == DENIED and act.entry.decides:
        # "협약을 갱신하지 않기로 했다": it stands until it runs out.
        return "in_force", act
    if trigger.deal is not None and trigger.drafted and act.status == "signed":
        return "planned", act
    decided = act.entry.decides and act.status == "planned" and (kind == "partnership" or trigger.settled)
    return ("signed" if decided else act.status), act


def _values(trigger: Trigger, kind: str, context: Context) -> list[Value]:
    """The sums that the deal is worth, behind other deals: of a fitting measure, or before its word with "규모의"."""
    scene, start = context.scene, trigger.core[0]
    if kind in BETWEEN_STATES or (trigger.deal is None and kind not in _SUMS):
        return []
    ends = [d.span.end for d in context.before if d.values and d.sentence == context.sentence and d.span.end <= start]
    low = max(ends, default=trigger.start)
    found = []
    place = trigger.deal.start if trigger.deal else start
    for figure in scene.figures_in(low, trigger.end):
        if figure.measure in _WORTH or trigger.deal is None or _is_worth(scene, figure.span.end, place):
            found.append(Value(figure.low, figure.high, figure.currency))
    return found


def _is_worth(scene: Scene, end: int, deal: int) -> bool:
    m = scene.words.korean.grammar.worth.match(scene.plain, end, deal)
    return bool(m) and deal - end < 40


def _give_reasons(draft: Draft, trigger: Trigger, scene: Scene) -> None:
    """Keep for each cell the words that told it, and the sentence as evidence."""
    if trigger.deal is not None:
        draft.because.append(Because("kind", trigger.deal.span, trigger.deal.rule))
    _, act = status_of(trigger, draft.kind)
    if act is not None:
        draft.because.append(Because("status", act.span, act.rule))
    draft.because += [Because("parties", n.span, draft.parties.how) for n in draft.parties.names]
    draft.evidence.append(Span.of(scene.text, draft.sentence.start, draft.sentence.end))
    word = trigger.deal.span if trigger.deal else None
    # One of several subjects is told by its own words alone.
    own = draft.span if draft.span == draft.subject else Span.of(scene.text, trigger.start, trigger.end)
    draft.tellings.append(Telling(word, draft.sentence, own.start, own.end))
