"""The date of a draft: its clause's own, that of the deal it shares a verb with, the frame's, or the event's."""

from __future__ import annotations

from msgspec import structs

from pactbook.claims.agreements.context import Context
from pactbook.claims.agreements.dating import is_of_saying, own_date
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.event import can_be_event, is_old
from pactbook.claims.agreements.frames import Frame
from pactbook.claims.agreements.occasion import day_of_occasion
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.claim import Because
from pactbook.model.edtf import bounds
from pactbook.model.mention import DateMention

#: How many paragraphs behind the day of the event a deal of others is still of the event.
_NEXT = 2
#: How many paragraphs behind the event a deal said to be of the occasion may stand.
_AT_EVENT = 12
#: How far behind the act a word that sets it earlier may end, and how near it begins, in characters.
_BEHIND, _GAP = 22, 5
#: How far behind its act a deal is said to go back to an older paper, in characters.
_GOES_BACK = 90
#: A heading within an article is no longer than this, in characters.
_HEADING = 40


def tell_date(draft: Draft, trigger: Trigger, context: Context, frame: Frame | None) -> None:
    """The date of the clause, else of the deal it shares a verb with, of the frame, or of the event."""
    date = own_date(context.scene, trigger, draft.status)
    if date is None and trigger.shared and not context.beside:
        # What was counted before is not told by itself: "In 2003 there were two more: a treaty on ..."
        date = own_date(context.scene, structs.replace(trigger, start=context.sentence.start), draft.status)
    if date is not None and _is_of_delivery(draft, trigger, context.scene, date):
        date = None
    if date is None and draft.status == "planned":
        date = day_of_occasion(trigger, context)
    if date is not None and date.value is not None:
        # "said on Monday that it had signed": the day of saying gives way to any other.
        said = is_of_saying(context.scene, date) or _announces(context.scene, trigger)
        draft.date, draft.own_date, draft.said = date.value, not said, said
        _compare_with_today(draft, trigger, context.scene)
        draft.because.append(Because("date", date.span, date.rule))
    elif _shares_date(trigger, context):
        draft.date = context.beside[-1].date
    elif frame is not None:
        draft.date = frame.date
    elif (day := _day_there(draft, context)) is not None:
        draft.date = day
    elif _is_of_event(draft, trigger, context):
        draft.of_event = True
        if _goes_with_event(draft, context):
            reach = _AT_EVENT if _is_at_event(draft, context) else 6 if trigger.deal else 1
            draft.date = context.event.day_for(draft.sentence.paragraph, reach)


def _is_of_delivery(draft: Draft, trigger: Trigger, scene: Scene, date: DateMention) -> bool:
    """Whether the time yet to come is that of what was agreed: "ký hợp đồng bán 500 tấn cho A [trong năm sau]"."""
    act, published = trigger.act, scene.article.published
    if act is None or act.form != "base" or draft.status != "signed" or not published or not date.value:
        return False
    then, now = bounds(date.value), bounds(published)
    if not (then and now and then[0] > now[1]) or then[0] == then[1]:
        return False
    return bool(scene.grammar.delivers.search(scene.plain, act.span.end, date.span.start))


def _announces(scene: Scene, trigger: Trigger) -> bool:
    """Whether the act only makes the deal known: "today announced a joint venture with FPT"."""
    return bool(trigger.act and scene.grammar.announces.match(scene.plain, trigger.act.span.start))


def _shares_date(trigger: Trigger, context: Context) -> bool:
    """Whether the day is that of the deal beside it, whose verb or whose word it shares."""
    last = context.beside[-1] if context.beside else None
    if last is None:
        return False
    return trigger.elliptic or (trigger.shared and not (last.again and not last.date))


def _compare_with_today(draft: Draft, trigger: Trigger, scene: Scene) -> None:
    """What is dated well before the article is only recalled.

    A verb of one form with a date after the article tells what is yet to be done.
    """
    published = scene.article.published
    if published is None or draft.date is None:
        return
    then, now = bounds(draft.date), bounds(published)
    draft.recalled = is_old(draft.date, published)
    if then and now and draft.status == "ended" and then[0] > now[1]:
        # "hết hạn vào tháng 12 tới", but "terminated its contract, effective June 30"
        draft.status = "ended" if _is_done_from(trigger, scene) else "in_force"
        draft.date, draft.own_date = None, False
    runs_out = trigger.stage is not None and trigger.stage.value == "ended" and draft.status == "in_force"
    if then and now and runs_out and then[1] > now[1]:
        draft.date, draft.own_date = None, False  # "sẽ hết hạn vào cuối năm nay"
    of_one_form = trigger.act is not None and trigger.act.form == "base"
    if then and now and of_one_form and draft.status == "signed" and then[0] > now[1]:
        draft.status = "planned"


def _is_done_from(trigger: Trigger, scene: Scene) -> bool:
    """Whether the end has been brought about, and only counts from a later day: "ended it, [effective] June 30"."""
    stage = trigger.stage
    return stage is not None and bool(scene.grammar.from_when.search(scene.plain, stage.span.end, trigger.end))


def _is_earlier(scene: Scene, trigger: Trigger) -> bool:
    """Whether a word right behind the act sets it before what is reported: "theo bản ghi nhớ ký [tuần trước]"."""
    act = trigger.act
    told = scene.grammar.earlier.search(scene.plain, act.span.end, act.span.end + _BEHIND) if act else None
    return told is not None and act is not None and told.start() - act.span.end <= _GAP


def _is_at_event(draft: Draft, context: Context) -> bool:
    """Whether the paragraph says that it was on the occasion reported: "Nhân dịp này, hai bên ký ..."."""
    scene, here = context.scene, draft.sentence
    if scene.grammar.at_event.search(scene.plain, here.start, draft.span.start):
        return True
    start = min(
        (d.sentence.start for d in context.before if d.sentence.paragraph == here.paragraph), default=here.start
    )
    return bool(scene.grammar.at_event.search(scene.plain, start, here.start))


def _day_there(draft: Draft, context: Context) -> str | None:
    """The day of the scene that the sentence before told: "On May 2 they visited X. There, A and B signed"."""
    scene, here, published = context.scene, context.sentence, context.scene.article.published
    if draft.status != "signed" or not scene.grammar.there.match(scene.plain, here.start, here.end):
        return None
    before = scene.sentence_at(max(0, here.start - 2))
    if before is None or before.paragraph != here.paragraph or before.start >= here.start:
        return None
    days = [d.value for d in scene.dates_in(before.start, before.end) if d.value]
    return days[-1] if days and can_be_event(days[-1], published) else None


def _is_item_of_its_own(draft: Draft, context: Context) -> bool:
    """Whether the deal and the event stand in two items of a digest, of which each tells a story of its own."""
    scene, there = context.scene, context.event.paragraph
    if draft.sentence.paragraph == there or context.frame is not None:
        return False
    starts = [_starts_of(scene, p) for p in (draft.sentence.paragraph, there)]
    return all(start is not None and scene.grammar.item_mark.match(scene.plain, start) for start in starts)


def _starts_of(scene: Scene, paragraph: int) -> int | None:
    """Where the paragraph begins."""
    return next((s.start for s in scene.article.sentences if s.paragraph == paragraph), None)


def _goes_with_event(draft: Draft, context: Context) -> bool:
    """Whether an undated deal is one of those that the event brought: near its day, of its parties, or one of many."""
    if _is_item_of_its_own(draft, context):
        return False
    there = [d for d in context.before if d.date and d.date == context.event.day]
    shares = any(d.ids & draft.ids for d in there)
    if not shares and has_crosshead(context.scene, context.event.paragraph, draft.sentence.paragraph):
        return False
    near = draft.sentence.paragraph - context.event.paragraph <= _NEXT
    if near or _is_at_event(draft, context) or all(n.kind == STATE for n in draft.parties.names):
        return True
    return shares or len(there) > 1 or context.frame is not None or any(d.many for d in context.before)


def has_crosshead(scene: Scene, first: int, last: int) -> bool:
    """Whether a heading stands between two paragraphs: another story begins behind it."""
    if last - first <= 1:
        return False  # no paragraph stands between
    between = (s for s in scene.article.sentences if first < s.paragraph < last and s.role == "body")
    return any(s.end - s.start < _HEADING and scene.text[s.end - 1 : s.end].isalnum() for s in between)


def _goes_back(draft: Draft, trigger: Trigger, scene: Scene) -> bool:
    """Whether the sentence goes on to say since when: "A và B lập liên doanh theo hợp đồng ký [năm 2019]"."""
    published = scene.article.published
    for date in scene.dates_in(trigger.core[1], draft.sentence.end) if published else ():
        if date.value and is_old(date.value, published or "", 20):
            between = scene.plain[trigger.core[1] : date.span.start]
            if len(between) < _GOES_BACK and scene.grammar.made_then.search(between):
                return True
    return False


def _is_at_once(scene: Scene, trigger: Trigger) -> bool:
    """Whether words behind the act set it on the occasion: "theo bản ghi nhớ được ký [ngay sau đó]"."""
    act = trigger.act
    return act is not None and bool(scene.grammar.at_event.search(scene.plain, act.span.end, act.span.end + _BEHIND))


def _is_of_event(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether an undated deal was signed at the event that the article reports, not some other time."""
    said = draft.kind == "declaration"
    if draft.status != "signed" or draft.again or (draft.weak_status and not said):
        return False
    # "The chairman handed the certificate to A": whose office gives it need not be said.
    sides = 1 if draft.kind == "licence" else 2
    own = trigger.act is not None and draft.parties.how == "named" and len(draft.ids) >= sides
    if draft.definite and not (said or own or _is_at_once(context.scene, trigger)):
        return False
    article, scene = context.scene.article, context.scene
    if scene.grammar.earlier.search(scene.plain, trigger.start, trigger.core[0]) or _is_earlier(scene, trigger):
        return False
    beside = {d.date for d in context.beside}  # "ôn lại quan hệ kết nghĩa từ năm 2007 và ký ..."
    here = [d.value for d in scene.dates_in(draft.sentence.start, trigger.core[0]) if d.value not in beside]
    if _goes_back(draft, trigger, scene):
        return False
    # What the news has replaced is as old as it may be.
    told = [d for d in context.before if d.status != "ended"]
    near = [d.date for d in told if d.sentence.paragraph == draft.sentence.paragraph]
    coarse = [v for v in (*here, *near) if v and len(v) != len("2023-04-21")]
    return not any(is_old(v, article.published or v, 20) for v in coarse)
