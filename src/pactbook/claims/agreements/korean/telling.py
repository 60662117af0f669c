"""Whether a Korean clause tells a deal at all, or only uses the word."""

from __future__ import annotations

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.korean.acts import DENIED
from pactbook.claims.agreements.korean.clauses import clause_of
from pactbook.claims.agreements.korean.context import Context
from pactbook.claims.agreements.korean.dating import own_date
from pactbook.claims.agreements.korean.parties import named_after
from pactbook.claims.agreements.korean.triggers import Trigger
from pactbook.claims.agreements.parties import HOME
from pactbook.claims.agreements.scene import STATE, Scene

#: Kinds of deals that an act alone tells of one named body.
_ONE_SIDED = frozenset({"contract", "licence"})
#: Kinds of bodies that grant licences.
_OFFICIAL = frozenset({"ministry", "agency", "subnational", "zone"})
#: Talks are told with two sides.
_BOTH = 2
#: How far around a deal its count stands.
_COUNT = 14
#: How far before a deal its year may begin.
_YEAR = 16


def is_denied(trigger: Trigger) -> bool:
    """Whether the clause says that the act was not."""
    act = trigger.act or trigger.described
    if act is not None and act.entry.decides and trigger.deal is not None:
        # What is not renewed was made.
        return False
    asked = trigger.described is not None and trigger.described.status == "proposed"
    return act is not None and act.status == DENIED and not asked


def _is_asked_back(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether somebody else only asks that a deal be ended: "노조는 협약 철회를 요구했다"."""
    act, scene = trigger.act, context.scene
    if act is None or act.entry.status not in ("ended", "in_force") or act.form != "noun" or len(draft.ids) > 1:
        return False
    return bool(scene.words.korean.grammar.asked_back.match(scene.plain, act.end))


def _is_yet_to_be_asked(draft: Draft, trigger: Trigger) -> bool:
    """Whether somebody only means to ask for a licence: "허가를 신청할 방침이다"."""
    act = trigger.act
    return draft.kind == "licence" and act is not None and act.entry.status == "proposed" and act.form == "will"


def is_counted(scene: Scene, trigger: Trigger) -> bool:
    """Whether several deals are counted: "MOU 12건", "12건의 양해각서"."""
    deal, grammar = trigger.deal, scene.words.korean.grammar
    if deal is None:
        return False
    if grammar.counted.match(scene.plain, deal.end):
        return True
    return grammar.counted_before.search(scene.before(deal.start, _COUNT)) is not None


def is_told(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether the clause tells a deal: an act with parties, or a headline or a list item that names both."""
    bodies = {n.id for n in draft.parties.names if n.kind != STATE}
    deal = trigger.deal
    if (
        is_denied(trigger)
        or _is_asked_back(draft, trigger, context)
        or _is_yet_to_be_asked(draft, trigger)
        or (draft.kind in _ONE_SIDED and not bodies and draft.parties.how == "default")
    ):
        return False
    if deal is None:
        return _is_feat(draft, trigger, bodies, context)
    if _is_of_stranger(trigger, context) or _is_general(draft, trigger, context):
        # "판매대는 유통사와의 계약이 끝나 철수했다"
        return False
    if context.counted or deal.kind == "any":
        beside = any(
            d.sentence == context.sentence and d.kind == draft.kind and draft.ids <= d.ids for d in context.before
        )
        return len(bodies) >= 2 or (beside and draft.subject is not None)
    if trigger.bare:
        return context.item or _is_told_bare(draft, trigger, context)
    return True


def _is_general(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether it is told of nobody by name what happens when such deals are made: "계약서에 서명할 때 조심해야"."""
    act = trigger.act
    if act is None or act.form != "will" or draft.parties.how == "named":
        return False
    return context.scene.words.korean.grammar.when.match(context.scene.plain, act.end) is not None


def _is_of_stranger(trigger: Trigger, context: Context) -> bool:
    """Whether a deal that only goes on to its end is somebody's whom no one knows: "유통사와의 계약이 끝나"."""
    act, deal, scene = trigger.act, trigger.deal, context.scene
    if deal is None or act is None or act.form != "stem" or act.entry.status != "ended":
        return False
    clause = clause_of(scene, trigger, context.before)
    named = clause.placed or clause.pair
    return not named and scene.words.korean.grammar.owner_with.search(scene.before(deal.start, _COUNT)) is not None


def _is_feat(draft: Draft, trigger: Trigger, bodies: set[str], context: Context) -> bool:
    """Whether an act tells a deal by itself: between two bodies, won by one, or of states and long ago."""
    scene = context.scene
    if trigger.act is not None and trigger.act.entry.agreed:
        told = any(draft.ids <= d.ids for d in context.before)
        return (_are_both(draft) or (bool(bodies) and in_frame(context))) and not told
    entry = trigger.act.entry if trigger.act else None
    if _is_of_nobody(draft, trigger, context) or not _is_for_client(draft, trigger, context):
        return False
    if entry is not None and entry.grants and not _are_granted(draft):
        return False
    if entry is not None and entry.stake and not _has_stake(trigger, context):
        return False
    if entry is not None and entry.over:
        return len(bodies) >= _BOTH and _is_of_firms(draft)
    if entry is not None and (entry.trade or entry.offer) and not _has_taker(draft, trigger, context):
        return False
    if len(bodies) >= 2:
        countries = {n.country for n in draft.parties.names}
        abroad = [n for n in scene.named_in(trigger.start, trigger.end) if n.kind == STATE and n.id not in countries]
        return len(countries) > 1 or draft.kind == "contract" or bool(abroad)
    if bodies:
        bid = entry is not None and (entry.bid or entry.asked == "as_role")
        won = draft.kind in _ONE_SIDED and (bid or draft.status not in ("completed", *AHEAD))
        return won or _is_with_state(draft)
    return len(draft.ids) >= 2 and own_date(scene, trigger, draft.status) is not None


def _has_stake(trigger: Trigger, context: Context) -> bool:
    """Whether it is told of whom, or by whom, a share is dealt in: "B 지분", "B가 가진 터미널 지분"."""
    clause, owner = clause_of(context.scene, trigger, context.before), context.scene.words.korean.grammar.stake_owner
    owned = any(owner.match(context.scene.plain, p.tail) for p in clause.of("subject"))
    return owned or bool(clause.of("stake"))


def _is_of_nobody(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether what is described was done by nobody who is named: "협회는 국내 기업이 따낸 사업이 7건이라고 했다"."""
    act, scene = trigger.act, context.scene
    if act is None or act.form != "done":
        return False
    if scene.words.korean.grammar.many_did.search(scene.plain, trigger.start, act.start):
        return True
    if draft.parties.how == "named":
        return False
    clause = clause_of(scene, trigger, context.before)
    return not clause.placed and not clause.pair


def _is_of_firms(draft: Draft) -> bool:
    """Whether talks over a price or a sale are those of a firm; ministries talk about loans alone."""
    return draft.kind == "loan" or any(n.kind == "company" for n in draft.parties.names)


def _are_granted(draft: Draft) -> bool:
    """Whether one named body of the state or of a place grants, and one of another country is granted, a licence."""
    granting = {n.country for n in draft.parties.names if n.kind in (*_OFFICIAL, STATE)}
    granted = {n.country for n in draft.parties.names if n.kind not in (*_OFFICIAL, STATE)}
    return bool(granting and granted) and granting != granted


def _is_for_client(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether works that are done, or that somebody is chosen for, are told with whose they are."""
    entry = trigger.act.entry if trigger.act else None
    if entry is not None and entry.chosen:
        return _is_chosen_for(draft, trigger, context)
    return entry is None or not (entry.works or entry.task) or _is_done_for(draft, trigger, context)


def _is_chosen_for(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether a body of another country is chosen for works: "B는 발전소 시공사로 A를 선정했다"."""
    act = trigger.act
    if act is None or len({n.country for n in draft.parties.names}) < 2:
        return False
    return (
        context.scene.words.korean.grammar.chosen_as.search(context.scene.plain, trigger.start, act.start) is not None
    )


def _is_done_for(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether works that are done were ordered by a body of another country: "A가 B의 발전소를 준공했다"."""
    act = trigger.act
    if act is None or act.describes or len({n.country for n in draft.parties.names}) < _BOTH:
        return False
    if act.status != "completed" and not act.entry.task:
        return False
    clause = clause_of(context.scene, trigger, context.before)
    client = context.scene.words.korean.grammar.client
    ordering = {
        p.named.id
        for p in clause.placed
        if p.part in ("to", "of", "from", *(["place"] if act.entry.task else []))
        or (p.part == "subject" and client.match(context.scene.plain, p.tail))
    }
    return bool(ordering & draft.ids) and bool(draft.ids - ordering)


def _has_taker(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether a sale or an offer has two sides: one that acts, and another that takes, or with whom it is made."""
    clause = clause_of(context.scene, trigger, context.before)
    borrowed = trigger.act is not None and trigger.act.entry.alone == "loan"
    takers = {
        p.named.id
        for p in clause.of("to", "with", "from", *(["place"] if borrowed else []))
        if p.named.kind != STATE
        and (p.named.kind != "subnational" or borrowed or trigger.act is None or trigger.act.entry.offer)
    }
    return bool(takers & draft.ids) and bool(draft.ids - takers)


def in_frame(context: Context) -> bool:
    """Whether the sentence goes on in the paragraph that has counted deals, or in the next."""
    return context.frame is not None and context.sentence.paragraph - context.frame.paragraph <= 1


def _is_with_state(draft: Draft) -> bool:
    """Whether a body of one country has agreed with the other state: "효성은 ... 베트남 정부와 합의했다"."""
    sides = {n.country for n in draft.parties.names}
    states = [n for n in draft.parties.names if n.kind == STATE]
    return draft.kind == "agreement" and len(states) == 1 and len(sides) == 2 and draft.parties.how == "named"


def _are_both(draft: Draft) -> bool:
    """Whether bodies of both countries are named as the parties."""
    sides = {n.country for n in draft.parties.names if n.kind != STATE}
    return set(HOME) <= sides and draft.parties.how == "named"


def _is_told_bare(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether a deal is told without an act: in a headline, a count, by its parties or its year, by a rare verb."""
    deal, scene = trigger.deal, context.scene
    if len(draft.ids) < 2 or draft.parties.how != "named" or deal is None:
        return False
    grammar, plain = scene.words.korean.grammar, scene.plain
    listed = grammar.copula.match(plain, deal.end)
    if context.headline or (context.frame and listed) or draft.ids == pair_behind(scene, trigger):
        return True
    if named_after(scene, trigger):
        return bool(deal.kind == "treaty" and grammar.stands_on.match(plain, deal.end))
    if not _are_both(draft):
        return False
    if is_deed(scene, trigger):
        return True
    # What two bodies do with the treaty of their states is none of theirs: "A는 B와 FTA 활용 방안을 논의했다".
    theirs = deal.kind != "treaty" or any(n.kind == STATE for n in draft.parties.names)
    return theirs and (bool(grammar.stands_on.match(plain, deal.end)) or _has_year(scene, deal.start))


def pair_behind(scene: Scene, trigger: Trigger) -> frozenset[str]:
    """The bodies that a bracket right behind a bare deal names: "협력 MOU (A-B)"; else none."""
    deal = trigger.deal
    bracket = scene.words.korean.grammar.bracket.match(scene.plain, deal.end) if deal and trigger.bare else None
    named = scene.named_in(bracket.start(), bracket.end()) if bracket else []
    ids = frozenset(n.id for n in named if n.kind != STATE)
    return ids if len(ids) > 1 else frozenset()


def is_deed(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb that no list knows tells what was done with the deal: "협약을 매듭지었다"."""
    grammar, deal = scene.words.korean.grammar, trigger.deal
    m = grammar.deed.match(scene.plain, deal.end) if deal and trigger.bare else None
    return m is not None and not grammar.no_deed.search(m.group())


def _has_year(scene: Scene, place: int) -> bool:
    """Whether a date stands right before the word for the deal: "2021년 협약"."""
    return any(place - d.span.end <= 1 for d in scene.dates_in(max(0, place - _YEAR), place))
