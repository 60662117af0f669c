"""The kind of a deal: told by its words, or by the deals counted or told before."""

from __future__ import annotations

from pactbook.claims.agreements.context import Context
from pactbook.claims.agreements.deals import (
    ANOTHER,
    is_apart,
    is_pair_name,
    matter_of,
)
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.parties import BETWEEN_STATES
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.mention import CueMention

#: Bodies that hand out licences.
OFFICES = frozenset({"ministry", "agency", "subnational", "zone"})


def kind_of(trigger: Trigger, context: Context) -> str:
    """The kind that the words tell, or the kind of the deals counted or told before."""
    deal = trigger.deal
    if trigger.elliptic:
        return context.beside[-1].kind if context.beside else "agreement"
    cue = deal or trigger.act
    told = cue.value if cue is not None and not trigger.member else "any"
    if deal is None and told == "agreement" and trigger.act is not None:
        told = _agreed_to(trigger.act, context.scene) or told
    if told not in ("any", "agreement") or (told == "agreement" and deal is not None and not context.item):
        return told
    if deal is not None and is_pair_name(context.scene, deal):
        return "treaty"
    if (
        deal is not None
        and deal.role == "deal"
        and context.scene.grammar.for_sale.match(context.scene.plain, deal.span.end, trigger.end)
    ):
        return "contract"
    if told == "any" and trigger.act is not None and context.scene.grammar.wins.match(trigger.act.span.text.lower()):
        return "contract"  # "wins Vung Ang deal"
    if trigger.ground is not None:
        return trigger.ground.value
    return _kind_before(trigger, context) or told


def _agreed_to(act: CueMention, scene: Scene) -> str | None:
    """The kind of what was agreed to be done, be the day said before: "agreed [on Monday to buy] engines from B"."""
    grammar, end = scene.grammar, act.span.end
    if not grammar.agreed.match(act.span.text.lower()):
        return None
    kinds = {"contract": grammar.trades, "loan": grammar.lends, "grant": grammar.donates}
    return next((kind for kind, verbs in kinds.items() if verbs.match(scene.plain, end)), None)


def _kind_before(trigger: Trigger, context: Context) -> str | None:
    """The kind of the plural counted, of the deal beside, of the frame, or of the deal that this is another of."""
    counted, beside, deal = context.counted, context.beside, trigger.deal
    if trigger.member and counted and counted.deal and counted.deal.value != "any":
        return counted.deal.value
    if trigger.member and beside:
        return beside[-1].kind
    if trigger.member and not counted and context.before and context.frame_within(3) is None:
        return context.before[-1].kind
    frame = context.frame if context.item else context.frame_within(2)
    own = trigger.member or context.item
    if frame is not None and deal is None and not own and frame.paragraph != context.sentence.paragraph:
        frame = None  # what a verb tells by itself in a paragraph of its own is none of those counted
    if frame is not None and frame.kind != "any" and (own or frame.kind not in BETWEEN_STATES):
        return frame.kind
    drafts = beside or context.before
    another = deal is not None and (matter_of(deal) == ANOTHER or is_apart(context.scene, deal))
    return drafts[-1].kind if another and drafts else None


def is_pact(draft: Draft, trigger: Trigger) -> bool:
    """Whether a loose word means a treaty: a single pact that states or a bloc have with one another."""
    states = len(draft.ids) > 1 and all(n.kind in (STATE, "international") for n in draft.parties.names)
    return states and not draft.many and not draft.again and draft.parties.how == "named" and not trigger.member
