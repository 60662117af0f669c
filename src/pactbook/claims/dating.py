"""When a deal was, or will be, signed, agreed or took effect."""

from __future__ import annotations

import re

from pactbook.claims.scene import Scene
from pactbook.claims.triggers import Trigger
from pactbook.model.edtf import bounds, contains
from pactbook.model.mention import DateMention

#: Words after which a date belongs to something else.
_AWAY = re.compile(r"\b(?:where|when|which|after|until|begins?|started?|since then)\b")
_FAR = 220
_DEADLINE = re.compile(r"\b(?:by|until|through|before|within|from)\s(?:the\s)?$")
_IS_DEADLINE = re.compile(r"(?:by|until|from|before|within)\b")
_PERIOD = re.compile(r"\b(?:for|covering|in the period|during)\s(?:the\s)?(?:years?\s|period\s)?$")


def own_date(scene: Scene, trigger: Trigger, status: str) -> DateMention | None:
    """The date that the clause itself gives to the deal: the one nearest to its act or stage."""
    anchor = (trigger.deal if trigger.shared else None) or trigger.act or trigger.stage or trigger.deal
    if anchor is None:
        return None
    dates = [d for d in scene.dates_in(trigger.start, trigger.end) if d.value and _can_date(scene, trigger, d, status)]
    if trigger.stage and status in ("ended", "in_force") and trigger.act is None:
        beside = [d for d in dates if trigger.deal and 0 <= d.span.start - trigger.deal.span.end < 5]
        if beside:
            return beside[0]
        anchor = trigger.stage
    far = {d: _distance(scene, trigger, anchor.span.start, anchor.span.end, d) for d in dates}
    best = min(dates, key=far.__getitem__, default=None)
    if best is None or far[best] >= _FAR:
        return None
    finer = [d for d in dates if d.value != best.value and contains(best.value or "", d.value or "")]
    return finer[0] if finer else best


def _distance(scene: Scene, trigger: Trigger, start: int, end: int, date: DateMention) -> int:
    """Characters between anchor and date; a date beyond another stage, or before the anchor, is farther."""
    if date.span.start >= end:
        between, far = scene.plain[end : date.span.start], 0
    else:
        between, far = scene.plain[date.span.end : start], 10
    other = trigger.stage.span if trigger.stage and trigger.act else None
    if other and end <= other.start < date.span.start:
        far += 150
    if date.span.start >= end:
        far += 100 * len(_AWAY.findall(between))
    return len(between) + far + 30 * between.count(", ")


def _can_date(scene: Scene, trigger: Trigger, date: DateMention, status: str) -> bool:
    """Whether a date can be that of a deal: no period of years, no deadline of something else."""
    limits = bounds(date.value) if date.value else None
    if limits is None:
        return False
    first, last = limits
    before = scene.plain[max(0, date.span.start - 30) : date.span.start]
    if any(
        d is not trigger.deal
        for d in scene.cues_in(date.span.end, date.span.end + 40, "deal")[:1]
        if d.span.start - date.span.end < 3
    ):
        return False
    if (last - first).days > 366 or _PERIOD.search(before):
        return False
    if _DEADLINE.search(before) or _IS_DEADLINE.match(date.span.text.lower()):
        return False
    published = scene.article.published
    now = bounds(published) if published else None
    return not (status in ("planned", "proposed") and now and last < now[0])


class Event:
    """The event that the article reports: its day is the day of what was signed there."""

    def __init__(self) -> None:
        self.day: str | None = None
        self.paragraph = -9
        self._signed = False

    def sign(self, value: str | None, paragraph: int, published: str | None) -> None:
        """Remember a day on which something was signed: it counts for more than any other day."""
        if value and _can_be_event(value, published):
            self.day, self.paragraph, self._signed = value, paragraph, True

    def see(self, value: str | None, paragraph: int, published: str | None) -> None:
        """Remember a day of which the article speaks; the latest is the event's."""
        if value and not self._signed and _can_be_event(value, published) and value >= (self.day or ""):
            self.day, self.paragraph = value, paragraph

    def day_for(self, paragraph: int, reach: int) -> str | None:
        """The day of the event where it was spoken of not more than ``reach`` paragraphs before."""
        return self.day if 0 <= paragraph - self.paragraph <= (2 * reach if self._signed else reach) else None


def _can_be_event(value: str, published: str | None) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    return published is None or (value <= published[:10] and not is_old(value, published))


def is_old(value: str, published: str, days: int = 45) -> bool:
    """Whether ``value`` lies more than ``days`` before the publication."""
    then, now = bounds(value), bounds(published)
    return bool(then and now and (now[0] - then[1]).days > days)
