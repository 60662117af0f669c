"""The date of a Korean deal: of its clause, of its partner, of the event that the article tells of."""

from __future__ import annotations

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.event import is_old
from pactbook.claims.agreements.korean.clauses import Clause
from pactbook.claims.agreements.korean.context import Context
from pactbook.claims.agreements.korean.dating import can_date, own_date
from pactbook.claims.agreements.korean.triggers import Trigger
from pactbook.claims.agreements.scene import Scene
from pactbook.model.claim import Because
from pactbook.model.mention import DateMention

#: How many paragraphs an undated deal may stand behind the day of the event.
_EVENT = 6
#: How many paragraphs behind the day of the event a deal of others is still of the event.
_NEXT = 1
#: How near a date stands before the partner that it belongs to, in characters; the length of a day's value.
_NEAR, _DAY = 24, len("2023-04-21")


def tell_date(draft: Draft, trigger: Trigger, clause: Clause, context: Context) -> None:
    """The date of the clause, else that of the event, else that of the list."""
    scene = context.scene
    if draft.again and draft.status in AHEAD:
        return
    date = _parted_date(draft, clause, scene) or own_date(scene, trigger, draft.status)
    if date is not None and date.value is not None:
        draft.date, draft.own_date = date.value, True
        draft.because.append(Because("date", date.span, date.rule))
        return
    coarse = _same_time(trigger, context)
    if coarse is not None:
        draft.date, draft.own_date = coarse, True
        return
    if (draft.status not in AHEAD or _is_due(trigger, scene)) and _is_at_event(trigger, context):
        draft.date = _event_day(trigger, context)
        draft.of_event = draft.date is None
        return
    weak = draft.weak_status and not (trigger.bare and context.frame)
    if draft.status != "signed" or draft.again or weak or _is_of_old_times(trigger, context):
        return
    if _is_ground(trigger, scene) or scene.words.korean.grammar.vague_past.search(
        scene.plain, trigger.start, trigger.core[1]
    ):
        return
    if trigger.deal is None and trigger.act is not None and trigger.act.entry.trade and not _is_shared(draft, context):
        # A sale of others, told in between, has no day.
        return
    if _was_once(trigger, scene) or _is_renewed_lately(trigger, scene):
        return
    waits = trigger.act is not None and trigger.act.status in AHEAD
    if waits or not _goes_with_event(draft, context):
        return
    draft.of_event = True
    draft.date = context.event.day_for(draft.sentence.paragraph, _EVENT)


def _is_renewed_lately(trigger: Trigger, scene: Scene) -> bool:
    """Whether the deal was renewed of late: "B와 맺은 대출 계약은 최근 1년 더 늘렸다"."""
    act = trigger.act
    if act is None or not act.entry.decides:
        return False
    return scene.words.korean.grammar.lately.search(scene.plain, trigger.start, act.start) is not None


def _was_once(trigger: Trigger, scene: Scene) -> bool:
    """Whether the deal was made at some time before what the article reports: "B와도 협약을 맺은 바 있다"."""
    act = trigger.act
    return act is not None and scene.words.korean.grammar.had_done.match(scene.plain, act.end) is not None


def _is_due(trigger: Trigger, scene: Scene) -> bool:
    """Whether the act is told in the present: "이날 오후 기본약정을 맺는다"."""
    act = trigger.act
    return (
        act is not None and act.form == "stem" and bool(scene.words.korean.grammar.present.match(scene.plain, act.end))
    )


def _goes_with_event(draft: Draft, context: Context) -> bool:
    """Whether an undated deal is one of those that the event brought: of its parties, near its day, or of many."""
    near = draft.sentence.paragraph - context.event.paragraph <= _NEXT
    return near or _is_shared(draft, context) or context.frame is not None


def _is_shared(draft: Draft, context: Context) -> bool:
    """Whether a deal of the event has one of the parties."""
    return any(d.ids & draft.ids for d in context.before if d.date and d.date == context.event.day)


def _same_time(trigger: Trigger, context: Context) -> str | None:
    """The month or the year of the deal told before: "같은 달", "같은 해"."""
    scene, grammar = context.scene, context.scene.words.korean.grammar
    if grammar.back_then.match(scene.plain, trigger.start):
        return _time_here(context)
    last = next((d.date for d in reversed(context.before) if d.date and "/" not in d.date), None)
    if grammar.that_year.search(scene.plain, trigger.start, trigger.core[1]):
        return _year_told(context) or last
    for pattern, length in ((grammar.same_month, len("2023-04")), (grammar.same_year, len("2023"))):
        if last and len(last) >= length and pattern.search(scene.plain, trigger.start, trigger.core[1]):
            return last[:length]
    return None


def _time_here(context: Context) -> str | None:
    """The last time, now past, that the paragraph has told of before the sentence: "6월 상담회. 당시 ..."."""
    scene, sentence = context.scene, context.sentence
    first = next(s.start for s in scene.article.sentences if s.paragraph == sentence.paragraph)
    told = [d for d in scene.dates_in(first, sentence.start) if can_date(scene, d, "signed")]
    return told[-1].value if told else None


def _year_told(context: Context) -> str | None:
    """The year that the paragraph has told of last before the sentence: "2012년 시작됐다. 그해 ...를 맺었다"."""
    scene, sentence = context.scene, context.sentence
    first = next(s.start for s in scene.article.sentences if s.paragraph == sentence.paragraph)
    told = [d.value for d in scene.dates_in(first, sentence.start) if d.value and "/" not in d.value]
    return told[-1][: len("2023")] if told else None


def _is_at_event(trigger: Trigger, context: Context) -> bool:
    """Whether the clause says that the deal was made on the day, or at the event, told before."""
    scene, grammar = context.scene, context.scene.words.korean.grammar
    place = (scene.plain, trigger.start, trigger.core[1])
    return bool(grammar.at_event.search(*place) or grammar.at_place.search(*place))


def _event_day(trigger: Trigger, context: Context) -> str | None:
    """The day of "이날" is the event's, that of "이 자리에서" the last one told in the paragraph."""
    scene = context.scene
    last = next((d.date for d in reversed(context.before) if d.date), None)
    if trigger.act is not None and trigger.act.status in AHEAD:
        # "FTA가 오는 20일 발효된다 ... 같은 날 B와의 FTA도 발효된다"
        due = next((d.date for d in reversed(context.before) if d.date and d.status in AHEAD), None)
        if due is not None:
            return due
    days = [context.event.day_for(context.sentence.paragraph, _EVENT), _day_here(context), last]
    if scene.words.korean.grammar.at_place.search(scene.plain, trigger.start, trigger.core[1]):
        days.insert(0, days.pop(1))
    return next((d for d in days if d), None)


def _day_here(context: Context) -> str | None:
    """The last day that the paragraph has told of before the sentence: "11일 ... 기념식. 이 자리에서 ..."."""
    scene, sentence = context.scene, context.sentence
    first = next(s.start for s in scene.article.sentences if s.paragraph == sentence.paragraph)
    days = [d.value for d in scene.dates_in(first, sentence.start) if d.value and len(d.value) == _DAY]
    published = scene.article.published
    return next((d for d in reversed(days) if published is None or d <= published), None)


def _is_ground(trigger: Trigger, scene: Scene) -> bool:
    """Whether the deal was made before and what is told stands on it: "베트남과 맺은 기본협정에 따른 차관"."""
    if trigger.deal is None or trigger.act is not None or trigger.described is None:
        return False
    return bool(scene.words.korean.grammar.ground.match(scene.plain, trigger.deal.end))


def _is_of_old_times(trigger: Trigger, context: Context) -> bool:
    """Whether the sentence speaks of a month or a year long ago before it tells the deal."""
    scene = context.scene
    dates = [
        d.value for d in scene.dates_in(context.sentence.start, trigger.core[0]) if d.value and len(d.value) < _DAY
    ]
    return any(is_old(v, scene.article.published or v, 20) for v in dates)


def _parted_date(draft: Draft, clause: Clause, scene: Scene) -> DateMention | None:
    """The date right before the partner where each partner has one: "10월 A시, 11월 B시와도"."""
    beside = clause.of("with")
    if not any(p.parted or p.listed for p in beside):
        return None
    partners = [p for p in beside if p.named in draft.parties.names]
    if len(partners) != 1:
        return None
    place = partners[0].start
    dates = [d for d in scene.dates_in(max(0, place - _NEAR), place) if d.value]
    return dates[-1] if dates else None
