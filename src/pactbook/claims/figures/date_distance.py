"""How far a date is from an amount, which decides whose time it tells."""

from __future__ import annotations

import itertools

from pactbook.claims.figures.period_values import is_deadline
from pactbook.claims.figures.scene import Place, Scene, Sum
from pactbook.knowledge.measures import PeriodKind
from pactbook.model.mention import DateMention

#: A date before the amount is a little farther than it looks; one past another amount or thought is far.
_BEFORE, _PAST_AMOUNT, _PAST_BREAK, _FAR = 15, 60, 40, 1000
#: A date that stands no farther from the beginning of its sentence opens it.
_FRONTED, _FRONTED_TOPIC = 24, 8
#: What stands alone before a sentence is no longer than this.
_LEAD = 60
#: A date that is said to be that of a stock is so much nearer than it looks.
_AS_OF = 40
#: A date behind the amount is so much farther where dates stand before it; right before it: "2030년에는 1500억 달러".
_BEHIND, RIGHT_BEFORE = 40, 6
#: Amounts of one list stand so near each other.
_LISTED = 60


def distance_of(scene: Scene, one: Sum, date: DateMention, kind: PeriodKind) -> int:
    """How far the date is from the amount, in characters; what stands between makes it farther."""
    gap = scene.between(one.end, date.span.start) or scene.between(date.span.end, one.start)
    place = scene.places[one.sentence]
    leads_all = not scene.patterns.head_final and _closes_its_lead(scene, place, date)
    distance = min(len(gap), _LEAD) if leads_all else len(gap)
    distance += _other_way(scene, date.span.start >= one.end, gap)
    if kind == "stock" and scene.is_beside(scene.patterns.as_of, date.span):
        distance -= _AS_OF
    near, far = min(one.start, date.span.start), max(one.start, date.span.start)
    between = [o for o in place.sums if o is not one and near < o.start < far]
    fronted = _is_fronted(scene, place, date)
    if not _are_joined(scene, place, one, between, date):
        distance += (_PAST_AMOUNT // 2 if fronted else _PAST_AMOUNT) * len(between)
    if _is_of_another_time(scene, one, date, gap):
        distance += _FAR
    led = scene.patterns.head_final and any(leads(scene, o, date) for o in between)
    contrasted = between and scene.patterns.contrasts.search(gap)
    if (led or not fronted) and (contrasted or _is_foreseen(scene, place, one, date)):
        distance += _FAR
    if scene.patterns.breaks.search(gap) and not fronted:
        distance += _PAST_BREAK if kind == "flow" else _FAR
    later = [o for o in place.sums if one.end <= o.start < date.span.start]
    if scene.patterns.head_final and any(leads(scene, o, date) for o in place.sums if o is not one):
        distance += _FAR if date.span.start >= one.end else _PAST_AMOUNT
    theirs = is_deadline(scene, date) or scene.patterns.year_earlier.search(date.span.text)
    if theirs and any(belongs(scene, o, date) for o in later):
        distance += _FAR
    if date.span.end <= one.start and any(belongs(scene, o, date) for o in place.sums if o.end <= date.span.start):
        distance += _FAR
    return distance


def _is_of_another_time(scene: Scene, one: Sum, date: DateMention, gap: str) -> bool:
    now = date.span.end <= one.start and scene.patterns.by_now.search(gap)
    return bool(now) or _leads_the_next(scene, one, date)


def _is_foreseen(scene: Scene, place: Place, one: Sum, date: DateMention) -> bool:
    """Whether a word between two amounts looks ahead to the second: "$142 bn, forecast at $350 bn by 2025"."""
    later = next((o for o in place.sums if one.end <= o.start < date.span.start), None)
    if scene.patterns.head_final or later is None:
        return False
    ahead = ("forecast", "target")
    cues = [c for c in scene.cues(one.sentence) if c.kind == "status" and c.value in ahead and c.how != "weak"]
    return any(one.end <= c.start and c.end <= later.start for c in cues)


def _are_joined(scene: Scene, place: Place, one: Sum, between: list[Sum], date: DateMention) -> bool:
    """Whether a date behind goes for all amounts: "$4 billion in loans and $200 million in grants for 2024-2027"."""
    if scene.patterns.head_final or not between or between[0].start < one.end:
        return False
    ends = [one, *between]
    gaps = [(a.end, b.start) for a, b in itertools.pairwise(ends)]
    told = [c for c in scene.cues(one.sentence) if c.kind == "status"]
    return all(
        end - start <= _LISTED
        and scene.patterns.joins.search(scene.between(start, end))
        and not scene.patterns.breaks.search(scene.between(start, end))
        and not any(start <= c.start < end for c in told)
        and not any(start <= d.span.start < end for d in place.dates)
        for start, end in gaps
    )


def _other_way(scene: Scene, behind: bool, gap: str) -> int:
    """How much farther a date is that stands on the side of the amount where dates mostly do not."""
    if scene.patterns.head_final:
        return _BEHIND if behind and gap.strip() != "(" else 0
    return 0 if behind else _BEFORE


def leads(scene: Scene, other: Sum, date: DateMention) -> bool:
    """Whether the date stands right before another amount: "2030년 1500억 달러"."""
    gap = scene.between(date.span.end, other.start)
    return 0 < len(gap) <= RIGHT_BEFORE and not any(c in gap for c in ",;.)")


def _is_fronted(scene: Scene, place: Place, date: DateMention) -> bool:
    """Whether the date opens its sentence: "In 2016, when ..." goes for all of it."""
    lead = scene.between(place.sentence.start, date.span.start)
    if not scene.patterns.head_final and _closes_its_lead(scene, place, date):
        return True
    return len(lead) <= (_FRONTED_TOPIC if scene.patterns.head_final else _FRONTED) and not any(c in lead for c in ",;")


def _closes_its_lead(scene: Scene, place: Place, date: DateMention) -> bool:
    """Whether words with the date stand alone before the sentence: "Under an arrangement for 2021-2025, ..."."""
    lead = scene.between(place.sentence.start, date.span.start)
    if len(lead) > _LEAD or any(c in lead for c in ",;:") or not scene.text.startswith(",", date.span.end):
        return False
    return not any(o.start < date.span.start for o in place.sums)


def _leads_the_next(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the date opens a new part of the sentence, with an amount of its own: "..., in 2021 $78 billion"."""
    gap = scene.between(one.end, date.span.start)
    if date.span.start < one.end or not (scene.patterns.joins.search(gap) or scene.patterns.breaks.search(gap)):
        return False
    place = scene.places[one.sentence]
    later = next((o for o in place.sums if o.start >= date.span.end), None)
    # "was $120 million in 2020, [this year] it may rise by a third, to $160 million"
    since = max((o.end for o in place.sums if o.end <= one.start), default=place.sentence.start)
    told = gap.strip() == "," and any(since <= d.span.start and d.span.end <= one.start for d in place.dates)
    return later is not None and not any(
        c in scene.between(date.span.end, later.start) for c in (";." if told else ",;.")
    )


def belongs(scene: Scene, other: Sum, date: DateMention) -> bool:
    """Whether the date follows another amount directly: "$150 billion by 2030"."""
    gap = scene.between(other.end, date.span.start)
    if scene.patterns.head_final:
        return gap.strip() == "("
    return len(gap) <= 12 and not any(c in gap for c in ",;.") and not scene.patterns.joins.search(gap)
