"""When what has only been agreed will be signed: "agreed on a roadmap, to be signed in the first quarter"."""

from __future__ import annotations

from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.mention import DateMention

#: How far behind its deal the day of the signing is told, and how many characters before the day tell that it is one.
_REACH, _TOLD = 160, 48


def due_date(scene: Scene, trigger: Trigger) -> DateMention | None:
    """The date on which the deal itself is yet to be signed, as its clause tells behind it."""
    deal, act = trigger.deal, trigger.act
    if deal is None or (act is not None and act.span.start >= deal.span.end):
        return None
    low = deal.span.end
    here = scene.sentence_at(low)
    # "... had planned to sign it in June, but the ceremony was put off to August": the day stands in the next clause.
    for date in scene.dates_in(low, min(here.end if here else trigger.end, low + _REACH)):
        told = scene.plain[max(low, date.span.start - _TOLD) : date.span.start]
        if date.value and scene.grammar.due_on.search(told):
            return None if scene.cues_in(low, date.span.start, "deal", "deals") else date
    return None
