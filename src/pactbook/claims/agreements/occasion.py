"""The day of the visit or the meeting at which a deal is yet to be signed, told in the sentence before."""

from __future__ import annotations

from pactbook.claims.agreements.context import Context
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.edtf import bounds
from pactbook.model.mention import DateMention

#: How far behind the deal the words for the occasion stand, and how many days a visit lasts at most.
_REACH, _VISIT = 90, 40


def day_of_occasion(trigger: Trigger, context: Context) -> DateMention | None:
    """The day told for the occasion: "He will visit Seoul in June. A and B plan to sign it [during the visit]"."""
    scene, published = context.scene, context.scene.article.published
    last = trigger.core[1]
    if not published or not scene.grammar.on_occasion.search(
        scene.plain, trigger.start, min(trigger.end, last + _REACH)
    ):
        return None
    before = scene.sentence_at(max(0, context.sentence.start - 2))
    if before is None or before.start >= context.sentence.start or before.role == "headline":
        return None
    low, high = before.start, trigger.core[0]
    ahead = [d for d in scene.dates_in(low, high) if d.value and _is_ahead(d.value, published)]
    return ahead[0] if len({d.value for d in ahead}) == 1 else None


def _is_ahead(value: str, published: str) -> bool:
    """Whether a time so short that it may be that of a visit lies ahead."""
    then, now = bounds(value), bounds(published)
    return bool(then and now and then[1] >= now[0] and (then[1] - then[0]).days <= _VISIT)
