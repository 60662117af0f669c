"""Whether a Korean clause tells a deal at all, or only uses the word."""

from __future__ import annotations

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.korean.acts import DENIED
from pactbook.claims.agreements.korean.context import Context
from pactbook.claims.agreements.korean.dating import own_date
from pactbook.claims.agreements.korean.triggers import Trigger
from pactbook.claims.agreements.scene import STATE, Scene

#: Kinds of deals that an act alone tells of one named body.
_ONE_SIDED = frozenset({"contract", "licence"})
#: How far around a deal its count stands.
_COUNT = 14


def is_denied(trigger: Trigger) -> bool:
    """Whether the clause says that the act was not."""
    act = trigger.act or trigger.described
    return act is not None and act.status == DENIED


def is_counted(scene: Scene, trigger: Trigger) -> bool:
    """Whether several deals are counted: "MOU 12건", "12건의 양해각서"."""
    deal, grammar = trigger.deal, scene.words.korean.grammar
    if deal is None:
        return False
    behind = grammar.counted.match(scene.plain, deal.end)
    before = grammar.counted_before.search(scene.before(deal.start, _COUNT))
    return bool(behind or before)


def is_told(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether the clause tells a deal: an act with parties, or a headline or a list item that names both."""
    bodies = {n.id for n in draft.parties.names if n.kind != STATE}
    deal = trigger.deal
    if is_denied(trigger):
        return False
    if deal is None:
        return _is_feat(draft, trigger, bodies, context.scene)
    if is_counted(context.scene, trigger) or deal.kind == "any":
        beside = any(d.sentence == context.sentence and d.kind == draft.kind for d in context.before)
        return len(bodies) >= 2 or (beside and draft.subject is not None)
    if trigger.bare:
        return context.item or _is_told_bare(draft, trigger, context)
    return True


def _is_feat(draft: Draft, trigger: Trigger, bodies: set[str], scene: Scene) -> bool:
    """Whether an act tells a deal by itself: between two bodies, won by one, or of states and long ago."""
    if len(bodies) >= 2:
        countries = {n.country for n in draft.parties.names}
        abroad = [n for n in scene.named_in(trigger.start, trigger.end) if n.kind == STATE and n.id not in countries]
        return len(countries) > 1 or draft.kind == "contract" or bool(abroad)
    if bodies:
        return draft.kind in _ONE_SIDED and draft.status != "completed"
    return len(draft.ids) >= 2 and own_date(scene, trigger, draft.status) is not None


def _is_told_bare(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether names alone tell the deal: in a headline, or among those that a count has told of."""
    if len(draft.ids) < 2 or draft.parties.how != "named" or trigger.deal is None:
        return False
    scene = context.scene
    listed = scene.words.korean.grammar.copula.match(scene.plain, trigger.deal.end)
    return context.headline or bool(context.frame and listed)
