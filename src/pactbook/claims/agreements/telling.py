"""Whether a clause tells a deal at all, or only uses the word."""

from __future__ import annotations

from pactbook.claims.agreements.at_work import works_with
from pactbook.claims.agreements.context import Context
from pactbook.claims.agreements.deals import (
    APPROVAL,
    OPENING,
    bears_two_names,
    is_apart,
    is_ground,
    is_indefinite,
    is_pair_name,
    matter_of,
)
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.kinds import OFFICES
from pactbook.claims.agreements.labels import labelled
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.status import is_denied, is_in_talks
from pactbook.claims.agreements.triggers import Trigger
from pactbook.knowledge.asking import FOR_OTHER
from pactbook.model.mention import CueMention

#: How far before an act its board may be named, in characters.
_BOARD = 60
#: Kinds of deals that an act alone tells of one named body.
_BODIES = frozenset({"company", "association", "education", "hospital", "research", "media"})
#: How near behind its act the body stands that is its object, in characters.
_OBJECT = 16
#: So many bodies tell that what the one does every day is a deal with the other.
_TWO = 2
#: Plurals that no states have with one another.
_OF_BODIES = frozenset({"any", "contract", "licence"})
_ONE_SIDED = frozenset({"contract", "licence", "loan"})


def is_told(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether the clause tells a deal at all, or only uses the word."""
    if not draft.again and not _is_said(draft, trigger, context):
        return False
    return not _is_denied(trigger, context.scene) or is_in_talks(context.scene, trigger)


def _is_said(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether the clause says or denies a deal of its own."""
    scene, deal = context.scene, trigger.deal
    if deal is None:
        own = _is_nod_of_owner(draft, trigger, scene)
        return not own and _is_feat(draft, trigger, scene) and not _is_term(draft, trigger, context)
    if matter_of(deal) == OPENING and not _has_day(scene, trigger):
        return False
    if (matter_of(deal) == APPROVAL and not _is_of_office(draft, scene)) or _is_received(draft, context):
        return False
    if _is_of_others(draft, trigger, deal, scene):
        return False
    if _is_lacking(trigger, deal, scene) or _is_nod_of_owner(draft, trigger, scene):
        return False
    if trigger.member:
        before = scene.before(deal.span.start, 16)
        told = bool(context.counted or context.beside or context.item or context.frame_within(3))
        has = scene.grammar.has_one.search(before) or (trigger.act is not None and trigger.act.value == "in_force")
        return told or bool(has and _is_near(context))
    if trigger.many:
        return _is_told_many(draft, deal, scene) and not (trigger.bare and len(draft.ids) < 2)
    item = context.item and not is_ground(scene, deal)
    return not trigger.bare or item or _is_told_bare(draft, trigger, context)


def _is_nod_of_owner(draft: Draft, trigger: Trigger, scene: Scene) -> bool:
    """Whether a firm's own board says yes, which is no licence: "its board [approved] a plan to build a plant"."""
    act = trigger.act
    return (
        draft.kind == "licence"
        and act is not None
        and bool(scene.grammar.board.search(scene.before(act.span.start, _BOARD)))
    )


def _is_of_others(draft: Draft, trigger: Trigger, deal: CueMention, scene: Scene) -> bool:
    """Whether those whose deal it is are many, and nobody names them: "nhiều doanh nghiệp đã ký hợp đồng"."""
    grammar, act = scene.grammar, trigger.act
    if draft.parties.how != "named" and grammar.of_any.match(scene.plain, deal.span.end):
        return True
    return (
        not draft.parties.names and act is not None and bool(grammar.of_many.search(scene.before(act.span.start, 70)))
    )


def _is_received(draft: Draft, context: Context) -> bool:
    """Whether firms that were just licensed only take their papers: "Hai doanh nghiệp nhận giấy chứng nhận"."""
    if draft.kind != "licence" or draft.parties.how != "pair" or any(n.kind in OFFICES for n in draft.parties.names):
        return False
    told = {n for d in context.before if d.kind == "licence" for n in d.ids}
    return bool(draft.ids) and draft.ids <= told


def _is_near(context: Context) -> bool:
    """Whether a deal was told in this paragraph, so that "one" may be of its kind: "LH already has [one] with B"."""
    return bool(context.before) and context.before[-1].sentence.paragraph == context.sentence.paragraph


def _is_lacking(trigger: Trigger, deal: CueMention, scene: Scene) -> bool:
    """Whether the words before the deal say that there is none: "chưa có hợp đồng", "dự án không có giấy phép"."""
    if scene.grammar.lacks.search(scene.before(deal.span.start, 30)):
        return True
    return trigger.act is None and bool(scene.grammar.none.search(scene.plain[trigger.start : deal.span.start]))


def _is_of_office(draft: Draft, scene: Scene) -> bool:
    """Whether an office of one country and a body of another, be it a state's own bank or an arm here, take part."""
    named = draft.parties.names
    offices = {n.country for n in named if n.kind in OFFICES}
    return any(offices - {n.country} or (offices and n.kind not in OFFICES and _is_of_abroad(scene, n)) for n in named)


def _has_day(scene: Scene, trigger: Trigger) -> bool:
    return any(d.value and len(d.value) == len("1992-12-22") for d in scene.dates_in(trigger.start, trigger.end))


def _is_denied(trigger: Trigger, scene: Scene) -> bool:
    """Whether the clause says that the act was not: "did not sign an agreement"."""
    act, stage = trigger.act, trigger.stage
    if stage and stage.value == "proposed" and scene.grammar.refused.search(scene.before(stage.span.start, 24)):
        return True  # "từ chối đề nghị của A về hợp đồng ..."
    if act and stage and act.span.within(stage.span) and scene.grammar.not_yet.search(stage.span.text.lower()):
        return False  # what has "not yet been signed" is to be
    if act is None or scene.grammar.upon_old.match(scene.plain, act.span.start):
        return False
    return is_denied(scene, act)


def _is_told_many(draft: Draft, deal: CueMention, scene: Scene) -> bool:
    """Whether a plural tells a deal: of named parties, and not one that sums up or points back."""
    if scene.grammar.known_many.search(scene.before(deal.span.start, 30)) or draft.parties.how != "named":
        return False
    bodies = [n for n in draft.parties.names if n.kind != STATE]
    return bool(bodies or (draft.ids and deal.value not in _OF_BODIES))  # the workers' contracts are no states'


def _is_told_bare(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether a deal without act or stage is told: by a date at its word, or by its parties."""
    scene, deal = context.scene, trigger.deal
    if deal is None:
        return False
    if draft.kind == "declaration" and _is_of_firms(draft, trigger, scene):
        return False
    dates = [d.span for d in scene.dates_in(trigger.start, trigger.end) if d.value and "/" not in d.value]
    if any(-8 < d.start - deal.span.end < 7 or 0 <= deal.span.start - d.end < 3 for d in dates):
        return True
    if is_apart(scene, deal) and is_indefinite(scene, deal) and len(draft.ids) > 1 and context.before:
        return draft.parties.how == "named"  # "Phần mềm do KT cung cấp theo một hợp đồng khác"
    if is_ground(scene, deal):
        return draft.parties.how == "named" and _is_of_both(draft, trigger, scene)
    if draft.kind in ("declaration", "action_plan"):
        told = draft.kind == "declaration" or bool(context.before or context.beside)
        return told and is_indefinite(scene, deal)
    if labelled(scene, deal):
        return len({n.country for n in draft.parties.names}) > 1 and draft.parties.how == "named"
    if context.sentence.role == "headline" and len({n.country for n in draft.parties.names}) > 1:
        return draft.parties.how == "named"  # "Samsung C&T, Novaland in tower contract"
    paired = is_pair_name(scene, deal) or bears_two_names(scene, deal)
    tied = paired or bool(scene.grammar.tied.match(scene.plain, deal.span.end))
    tied = tied or bool(scene.grammar.has_terms.match(scene.plain, deal.span.end))
    return tied and draft.kind != "partnership" and len(draft.ids) >= 2 and draft.parties.how == "named"


def _is_of_both(draft: Draft, trigger: Trigger, scene: Scene) -> bool:
    """Whether what is done under the deal is between two countries, or with somebody who is named."""
    names, deal = draft.parties.names, trigger.deal
    if deal is None or len({n.country for n in names}) > 1:
        return deal is not None
    if not scene.grammar.rests_on.search(scene.before(deal.span.start, 60)):
        return False
    if len(draft.ids) == 1:
        return is_indefinite(scene, deal) and names[0].kind != STATE and works_with(scene, trigger, names[0])
    return any(_is_of_abroad(scene, n) for n in names if n.kind != STATE)


def _is_of_firms(draft: Draft, trigger: Trigger, scene: Scene) -> bool:
    """Whether a statement that names no states is one of firms: "the two companies said in a joint statement"."""
    firms = [c for c in scene.cues_in(trigger.start, trigger.end, "pair") if c.value in _BODIES]
    if draft.parties.how == "named":
        return False
    if firms or any(n.kind in _BODIES for n in scene.named_in(trigger.start, trigger.end)):
        return True
    # "A will pay B for it, the two said in a joint statement"
    sentence = scene.sentence_at(trigger.start)
    before = scene.named_in(sentence.start, trigger.end) if sentence else []
    return bool(before) and all(n.kind in _BODIES for n in before)


def _is_feat(draft: Draft, trigger: Trigger, scene: Scene) -> bool:
    """Whether an act without a deal word tells a deal: between bodies of two countries, or what somebody won."""
    act, bodies = trigger.act, {n.id: n.country for n in draft.parties.names if n.kind != STATE}
    if act is not None and act.form.endswith(":states") and len(draft.ids) > 1:
        return True
    if act is not None and act.form.startswith("planned") and draft.parties.how != "named":
        return False
    if act is not None and act.form.endswith(FOR_OTHER) and not _is_between_two(draft, act):
        return False
    if act is not None and ":two" in act.form and len(bodies) < _TWO:
        return False
    if act is not None and act.value == "licence" and scene.proof_of(act) is not None:
        # What an office lets a firm of its own country do is no news of the two countries.
        offices = {n.country for n in draft.parties.names if n.kind in OFFICES} - {"VN"}
        firms = [n for n in draft.parties.names if n.kind not in OFFICES and n.country not in offices]
        if offices and firms:
            return True  # "Korea's regulator cleared BIDV to open a branch"
        return any(_is_of_abroad(scene, n) for n in firms)
    if act is not None and scene.grammar.needs_object.fullmatch(act.span.text.lower()) and not _has_object(act, scene):
        return False
    if act is not None and act.value in _ONE_SIDED:
        return len(bodies) > bool(scene.grammar.needs_two.fullmatch(act.span.text.lower()))
    talks = act is not None and act.form.startswith("planned") and bool(bodies)
    if talks and {n.country for n in draft.parties.names if n.kind == STATE} - set(bodies.values()):
        return True  # "LIG Nex1 is in talks with Malaysia on missiles"
    return len(bodies) >= 2 and (trigger.elliptic or len(set(bodies.values())) >= 2 or None in bodies.values())


def _is_between_two(draft: Draft, act: CueMention) -> bool:
    """Whether bodies of two countries stand on both sides of an act that one does for the other."""
    named = [n for n in draft.parties.names if n.kind != STATE]
    behind = {n.id for n in named if n.start >= act.span.end}
    return len({n.country for n in named}) >= _TWO and 0 < len(behind) < len({n.id for n in named})


def _is_term(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether what one will do for the other is among the terms of a deal of theirs just told."""
    act = trigger.act
    if act is None or not act.form.endswith(FOR_OTHER) or draft.status != "planned":
        return False
    return any(draft.ids <= d.ids for d in (*context.before, *context.beside))


def _is_of_abroad(scene: Scene, name: Named) -> bool:
    """Whether the firm, or the house whose arm it is, belongs to another country."""
    if name.country != "VN" or scene.grammar.of_abroad.search(scene.plain, name.start, name.end):
        return True
    house = scene.plain[name.start : name.end].partition(" ")[0]
    owners = (n for n in scene.named if n.kind == name.kind and n.country not in (None, "VN"))
    return any(scene.plain[n.start : n.end].partition(" ")[0] == house for n in owners)


def _has_object(act: CueMention, scene: Scene) -> bool:
    """Whether a body stands right behind the act, be it with a word for what it is: "đặt [công ty FPT] viết"."""
    behind = scene.next_named(act.span.end)
    return behind is not None and behind.kind != STATE and behind.start - act.span.end < _OBJECT
