"""When what has only been agreed will be signed: "agreed on a roadmap, to be signed in the first quarter"."""

from __future__ import annotations

from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.mention import DateMention

#: How far behind its deal the day of the signing is told, and how many characters before the day tell that it is one.
_REACH, _TOLD = 160, 64


def due_date(scene: Scene, trigger: Trigger) -> DateMention | None:
    """The date on which the deal itself is yet to be signed, as its clause tells behind it."""
    deal, act = trigger.deal, trigger.act
    if deal is None:
        return None
    low = deal.span.end
    here = scene.sentence_at(low)
    # "... had planned to sign it in June, but the ceremony was put off to August": the day stands in the next clause.
    dates = [d for d in scene.dates_in(low, min(here.end if here else trigger.end, low + _REACH)) if d.value]
    put_off = [d for d in dates if scene.grammar.delayed_to.search(_before(scene, low, d))]
    due = (d for d in dates if scene.grammar.due_on.search(_before(scene, low, d)))
    behind = act is not None and act.span.start >= deal.span.end
    date = put_off[-1] if put_off else None if behind else next(due, None)
    return None if date is None or scene.cues_in(low, date.span.start, "deal", "deals") else date


def _before(scene: Scene, low: int, date: DateMention) -> str:
    """The words that tell whose day the date is."""
    return scene.plain[max(low, date.span.start - _TOLD) : date.span.start]
