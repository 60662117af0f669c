"""Whether a date is told of something else than the deal: in a clause about a party, a place or an earlier event."""

from __future__ import annotations

from pactbook.claims.agreements.replaced import one_replaced
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.mention import DateMention
from pactbook.model.span import Span

#: How far before a date the words that open its clause may stand, and how many of them tell a day, in characters.
_REACH, _DAY = 160, len("2023-04-21")
#: What closes a clause that is put in before an act.
_CLOSING = frozenset(",)")
#: How near behind a deal that only grounds another its own date stands: "under a contract [of 2009]".
_NEAR, _ATTACHED = 18, 3
#: How far before a deal the words stand that say that something else is done under it, in characters.
_UNDER = 60


def is_of_something_else(scene: Scene, trigger: Trigger, date: DateMention, anchor: Span) -> bool:
    """Whether the date belongs to a clause that does not hold the act: "A, which opened [last month], signed"."""
    if scene.grammar.attribute.match(scene.plain, date.span.end):
        return True  # "behind [last year]'s biggest hit"
    if _is_of_what_stands_on_it(scene, trigger, date):
        return True
    if date.span.start >= anchor.end:
        return _is_in_clause_behind(scene, date, anchor.end)
    return date.span.end <= anchor.start and _is_in_clause_before(scene, date, anchor.start)


def is_counted_from(scene: Scene, date: DateMention) -> bool:
    """Whether the day is only one that others are counted from, or that is honoured: "a week before [June 26]"."""
    here = scene.sentence_at(date.span.start)
    return bool(here and scene.grammar.counted_from.search(scene.plain[here.start : date.span.start]))


def _is_in_clause_behind(scene: Scene, date: DateMention, low: int) -> bool:
    """Whether a clause about something else opens between the act and the date: "signed with B, [which opened in]"."""
    before = scene.plain[max(low, date.span.start - _REACH) : date.span.start]
    here = scene.sentence_at(date.span.start)
    replaced = one_replaced(scene, low, here.end) if here else None
    if replaced is not None and replaced.start("one") <= date.span.start < replaced.end("one"):
        return True  # "signed a memorandum, replacing one [of 2008]"
    return bool(scene.grammar.clause_of_other.search(before) or scene.grammar.counted_from.search(before))


def _is_in_clause_before(scene: Scene, date: DateMention, high: int) -> bool:
    """Whether the date stands in a clause that has come to its end before the act: "[Founded in] 1995, A signed"."""
    here = scene.sentence_at(date.span.start)
    low = max(here.start if here else 0, date.span.start - _REACH)
    before, grammar = scene.plain[low : date.span.start], scene.grammar
    if is_counted_from(scene, date) or grammar.counted_after.search(scene.plain[date.span.end : high]):
        return True
    if not _CLOSING & set(scene.plain[date.span.end : high]):
        return False
    coarse = len(date.value or "") < _DAY
    return bool(grammar.clause_of_other.search(before) or (coarse and grammar.earlier_event.search(before)))


def _is_of_what_stands_on_it(scene: Scene, trigger: Trigger, date: DateMention) -> bool:
    """Whether the date is that of what is done under the deal: "under a pact with A, a ward opened [on Monday]"."""
    deal = trigger.deal
    if deal is None or not trigger.bare or not scene.grammar.done_under.search(scene.before(deal.span.start, _UNDER)):
        return False
    if scene.cues_in(trigger.start, deal.span.start, "feat"):
        return False  # "joined hands on July 18 to back film makers under a memorandum"
    verbs = scene.verbs_in(deal.span.end, date.span.start)
    if any(a.value == "signed" and (not a.kinds or deal.value in a.kinds) for a in verbs):
        return False  # "under an agreement, which they renewed last Thursday"
    return not (0 <= date.span.start - deal.span.end < _NEAR or 0 <= deal.span.start - date.span.end < _ATTACHED)
