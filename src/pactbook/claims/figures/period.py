"""Which time an amount covers."""

from __future__ import annotations

from msgspec import Struct

from pactbook.claims.figures.changes import is_of_another
from pactbook.claims.figures.date_distance import RIGHT_BEFORE, distance_of
from pactbook.claims.figures.period_values import is_deadline, value_as
from pactbook.claims.figures.scene import Scene, Sum
from pactbook.knowledge.measures import PeriodKind
from pactbook.model import edtf
from pactbook.model.mention import DateMention

_REACH: dict[PeriodKind, int] = {"flow": 170, "stock": 90, "term": 110, "once": 60, "rate": 70}


class Period(Struct, frozen=True):
    """An EDTF value and the date that says it; ``rule`` tells how it was chosen."""

    value: str
    date: DateMention
    rule: str


def period_of(scene: Scene, one: Sum, kind: PeriodKind) -> Period | None:
    """The nearest date of the sentence that can be the time of an amount of this kind."""
    best: tuple[int, Period] | None = None
    for date in scene.places[one.sentence].dates:
        value = value_as(scene, one, date, kind)
        if value is None or is_of_another(scene, one, date) or _is_afterthought(scene, one, date, kind):
            continue
        if _is_in_aside(scene, one, date):
            continue
        distance = distance_of(scene, one, date, kind)
        if distance <= _REACH[kind] and (best is None or distance < best[0]):
            best = distance, Period(value, date, kind)
    return best[1] if best else None


def _is_in_aside(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether a clause between commas holds the date: "Korea, which led the table a year ago, was fifth with"."""
    start = scene.places[one.sentence].sentence.start
    if date.span.end > one.start or any(date.span.end <= o.start < one.start for o in scene.places[one.sentence].sums):
        return False
    opened = [m.end() for m in scene.patterns.asides.finditer(scene.text, start, date.span.start)]
    if not opened or "," in scene.between(opened[-1], date.span.start):
        return False
    return "," in scene.between(date.span.end, one.start)


def _is_afterthought(scene: Scene, one: Sum, date: DateMention, kind: PeriodKind) -> bool:
    """Whether a date behind the amount speaks of something else, where dates stand before their amounts."""
    if not scene.patterns.head_final or kind == "flow" or date.span.start < one.end:
        return False
    gap = scene.between(one.end, date.span.start)
    spans = date.value is not None and edtf.precision(date.value) == "interval"
    if gap.strip() == "(" or (spans and scene.patterns.worth_of.fullmatch(gap)):
        return False  # "12억 달러 규모의 2012~2015년 기본약정"
    later = any(o.start >= date.span.end for o in scene.places[one.sentence].sums)
    return later or not is_deadline(scene, date)


def is_ahead(scene: Scene, one: Sum) -> bool:
    """Whether a date right before the amount lies ahead, though it is not the time that the amount covers."""
    if not scene.patterns.head_final:
        return False
    right = [d for d in scene.places[one.sentence].dates if 0 <= one.start - d.span.end <= RIGHT_BEFORE]
    return any(is_past(d.value, scene.article.published) is False for d in right if d.value)


def is_past(period: str | None, published: str | None) -> bool | None:
    """True where all of the period lies before the publication, False where all lies after, None where neither."""
    covered = edtf.bounds(period) if period else None
    now = edtf.bounds(published) if published else None
    if covered is None or now is None:
        return None
    return True if covered[1] < now[0] else False if covered[0] > now[1] else None
