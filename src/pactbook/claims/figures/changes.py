"""Amounts that are the two ends of a change, and whose date is whose."""

from __future__ import annotations

from pactbook.claims.figures.date_distance import belongs, leads
from pactbook.claims.figures.period_values import is_bracketed_behind, possesses
from pactbook.claims.figures.scene import Scene, Sum
from pactbook.model.mention import DateMention

#: Two amounts so near are the ends of a change.
_CHANGE = 6


def begins_a_change(scene: Scene, one: Sum) -> bool:
    """Whether the amount is what another one has changed from: "up from $809 million", "from last year's $2 bn"."""
    for date in scene.places[one.sentence].dates:
        if possesses(scene, date, one) and scene.patterns.not_period.leads(scene.text, date.span.start):
            return True
    started = scene.is_beside(scene.patterns.from_, one) and not scene.is_beside(scene.patterns.by, one)
    beside = started or scene.is_beside(scene.patterns.not_period, one)  # "tilted by $10 billion" is no start
    return beside or is_set_against(scene, one)


def is_set_against(scene: Scene, one: Sum) -> bool:
    """Whether the amount is what the one before it is compared with: "150 tỷ, giảm so với mức thực hiện 302 tỷ"."""
    sums = scene.places[one.sentence].sums
    before = [o for o in sums if o.end <= one.start] if len(sums) > 1 else []
    return bool(before) and scene.patterns.against.search(scene.text, before[-1].end, one.start) is not None


def _is_end_of_change(scene: Scene, one: Sum) -> bool:
    return begins_a_change(scene, one) or scene.is_beside(scene.patterns.to, one)


def ends_a_change(scene: Scene, since: int, one: Sum) -> bool:
    """Whether the amount from ``since`` on is what another one has changed to."""
    gap = scene.between(since, one.start).strip()
    return bool(scene.patterns.to.before.fullmatch(gap) or scene.patterns.from_.behind.fullmatch(gap))


def _is_left_behind(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the date is that of the amount which this one is the starting point of: "in 2022, up from $5 billion"."""
    if date.span.end > one.start or not begins_a_change(scene, one):
        return False
    led = leads(scene, one, date) or is_bracketed_behind(scene, one, date)
    if (scene.patterns.head_final and led) or possesses(scene, date, one):
        return False  # "1992년 5억 달러보다"
    return any(date.span.end <= o.start and o.end <= one.start for o in scene.places[one.sentence].sums) or any(
        o.end <= date.span.start for o in scene.places[one.sentence].sums
    )


def _is_of_the_next(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the date is that of the other end of a change: "from $1.5 billion to $2 billion for 2024-2030"."""
    later = [o for o in scene.places[one.sentence].sums if one.end <= o.start < date.span.start]
    if any(belongs(scene, o, date) and _is_end_of_change(scene, o) for o in later):  # "up from $86 billion in 2022"
        return True
    return bool(later) and later[0].start - one.end <= _CHANGE


def is_of_another(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the date is that of another amount of the sentence."""
    return _is_of_the_next(scene, one, date) or _is_left_behind(scene, one, date)
