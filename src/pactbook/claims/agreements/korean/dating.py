"""When a Korean clause says that a deal was, or will be, made."""

from __future__ import annotations

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.event import is_old
from pactbook.claims.agreements.korean.triggers import Trigger
from pactbook.claims.agreements.scene import Scene
from pactbook.model.edtf import bounds
from pactbook.model.mention import DateMention

#: Days that a date may cover and be the date of a deal.
_LONGEST = 366
#: Stages of a deal that was made before.
_MADE = frozenset({"ended", "completed"})
#: Days that a journey takes on which deals are signed: "23일부터 28일까지 하장성을 찾아".
_JOURNEY = 16
#: How near behind the noun of an act the date of a plan stands.
_BEHIND = 16
#: How near behind "협약식은" its day stands.
_CEREMONY = 30
_DAY = len("2023-04-21")


def own_date(scene: Scene, trigger: Trigger, status: str) -> DateMention | None:
    """The date that the clause gives to the deal: the last before its act, a day of late rather than an old year."""
    act = trigger.act
    dates = [d for d in _dates(scene, trigger) if _can_date(scene, d, status)]
    made = trigger.described is not None and trigger.described.entry.status == "signed"
    if trigger.described is not None and ((made and status in _MADE) or act is None):
        # What was made and then ended or renewed is dated by when it was made.
        own = [d for d in dates if d.span.end <= trigger.described.start]
        if own or act is None:
            return own[-1] if own else None
    if act is not None and trigger.described is not None and trigger.deal is not None:
        between = [d for d in dates if trigger.deal.end <= d.span.start < act.start]
        own = [d for d in dates if d.span.end <= trigger.described.start]
        found = between or ([] if act.entry.decides and act.plain else own)
        return found[-1] if found else None
    anchor = act or trigger.described or trigger.deal
    if anchor is None:
        return None
    before = [d for d in dates if d.span.start < anchor.start]
    if not before and trigger.later is not None:
        before = [d for d in dates if d.span.start < trigger.later.start]
    if not before:
        sentence = scene.sentence_at(trigger.start)
        earlier = scene.dates_in(sentence.start, trigger.start) if sentence else []
        before = [d for d in earlier if _can_date(scene, d, status)][-1:]
    if act is not None and act.entry.ceremony:
        behind = scene.dates_in(act.end, act.end + _CEREMONY)
        before = [d for d in behind if _can_date(scene, d, status)][:1] or before
    if not before and act is not None and act.form == "noun" and status in AHEAD:
        # "협상을 연내 마무리하기로": the plan's date may stand behind the noun.
        before = [d for d in scene.dates_in(act.end, act.end + _BEHIND) if _can_date(scene, d, status)][:1]
    late = [d for d in before if len(d.value or "") == _DAY and not _is_old(scene, d)]
    if before and late and _is_old(scene, before[-1]) and trigger.described is None and status not in AHEAD:
        return late[-1]
    if status == "ended":
        return before[0] if before else None
    return before[-1] if before else None


def _dates(scene: Scene, trigger: Trigger) -> list[DateMention]:
    end = max(trigger.end, trigger.later.end if trigger.later else 0)
    return scene.dates_in(trigger.start, end)


def _is_old(scene: Scene, date: DateMention) -> bool:
    published = scene.article.published
    return bool(published and date.value and is_old(date.value, published))


def _can_date(scene: Scene, date: DateMention, status: str) -> bool:
    """Whether a date can be that of the deal: no period, no deadline, and on the side of today that the stage tells."""
    limits = bounds(date.value) if date.value else None
    if limits is None or (limits[1] - limits[0]).days > _LONGEST:
        return False
    short = "/" in (date.value or "") and (limits[1] - limits[0]).days < _JOURNEY and status not in AHEAD
    if not short and scene.words.korean.grammar.date_covers.match(scene.plain, date.span.end):
        return False
    now = bounds(scene.article.published) if scene.article.published else None
    if now is None:
        return True
    if status in AHEAD:
        # A day that is not yet over is when the plan was made known.
        return limits[1] > now[1] if limits[0] == limits[1] else limits[1] >= now[0]
    return limits[0] <= now[1]
