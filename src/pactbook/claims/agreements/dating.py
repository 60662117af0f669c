"""When a deal was, or will be, signed, agreed or took effect."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pactbook.claims.agreements.acts import AHEAD, acts_in
from pactbook.claims.agreements.date_clause import is_of_something_else
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.due import due_date
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.claim import Because
from pactbook.model.edtf import bounds, contains
from pactbook.model.mention import CueMention, DateMention
from pactbook.model.span import Span

#: A date so near before its deal is a part of its name.
_ATTACHED = 3
#: A date so near behind the word for its deal belongs to it.
_RIGHT_BEHIND = 5
#: How far behind the deal a deadline is that of its signing.
_DUE = 90
#: Characters past which a date is not the deal's; what counts as more than a character.
_FAR, _STAGE_BETWEEN, _AWAY, _COMMA, _BEFORE = 220, 150, 100, 30, 10
#: How far behind its act a deal may begin to be its object, in characters.
_OBJECT = 25
#: A page may bear a day that is so many days before what it tells.
_CLOCKS = 1
#: What a date that opens the clause counts for.
_FRONTED = 40
#: How far before a date a verb of saying may begin, in characters.
_SAID = 60


def own_date(scene: Scene, trigger: Trigger, status: str) -> DateMention | None:
    """The date that the clause itself gives to the deal: the one nearest to its act or stage."""
    told = scene.dates_in(trigger.start, trigger.end)
    if not told:
        return (due_date(scene, trigger) if status == "planned" else None) or _same_time(scene, trigger)
    anchor = (trigger.deal if trigger.shared else None) or _made(scene, trigger) or trigger.stage or trigger.deal
    if anchor is None:
        return None
    dates = [d for d in told if d.value and _can_date(scene, trigger, d, status)]
    if (older := _of_its_own(scene, trigger, dates)) is not None:
        return older
    if status == "planned" and (due := due_date(scene, trigger)):
        return due
    if trigger.stage and status in ("ended", "in_force") and trigger.act is None:
        beside = [d for d in dates if trigger.deal and _is_beside(d.span, trigger.deal.span)]
        if beside:
            return beside[0]
        anchor = trigger.stage
    end = anchor.span.end
    if trigger.deal and anchor is trigger.act and 0 <= trigger.deal.span.start - end < _OBJECT:
        end = trigger.deal.span.end
    dates = [d for d in dates if not is_of_something_else(scene, trigger, d, Span(anchor.span.start, end, ""))]
    dates = _but_of_saying(scene, dates, status)
    if not dates and (same := _same_time(scene, trigger)):
        return same
    far = {d: _distance(scene, trigger, anchor.span.start, end, d) for d in dates}
    best = min(dates, key=far.__getitem__, default=None)
    if best is None or far[best] >= _FAR:
        return None
    finer = [d for d in dates if d.value != best.value and contains(best.value or "", d.value or "")]
    return finer[0] if finer else best


def _but_of_saying(scene: Scene, dates: list[DateMention], status: str) -> list[DateMention]:
    """The dates without the day of saying, if there are others: "announced today that it was granted on May 18"."""
    if len(dates) == 1 and status not in AHEAD:
        return dates
    others = [d for d in dates if not is_of_saying(scene, d)]
    return others if others or status in AHEAD else dates


def is_of_saying(scene: Scene, date: DateMention) -> bool:
    """Whether the day is that on which it was told: "said on [Monday] that it had signed", "[today] announced that"."""
    if scene.grammar.said_on.search(scene.before(date.span.start, _SAID)):
        return True
    return scene.grammar.says_next.match(scene.plain, date.span.end) is not None


def _of_its_own(scene: Scene, trigger: Trigger, dates: Sequence[DateMention]) -> DateMention | None:
    """The year right behind a deal that only leads up to another: "Sau bản ghi nhớ [năm 2019], A và B ký hợp đồng"."""
    deal, act = trigger.deal, trigger.act
    if deal is None or (act is not None and act.span.start < deal.span.end):
        return None
    near = [d for d in dates if 0 <= d.span.start - deal.span.end < _RIGHT_BEHIND]
    if act is None or not near:
        return None
    return near[0] if ", " in scene.plain[near[0].span.end : act.span.start] and trigger.shared else None


def _made(scene: Scene, trigger: Trigger) -> CueMention | None:
    """The act that made the deal, told behind one that only says who has it: "has a pact with A, [renewed] in May"."""
    act, deal = trigger.act, trigger.deal
    if act is None or deal is None or not is_having(scene, act):
        return act
    behind = acts_in(scene, deal.span.end, trigger.end)
    return next((a for a in behind if a.value == "signed" and not is_having(scene, a)), act)


def is_having(scene: Scene, act: CueMention) -> bool:
    """Whether the act only says that somebody has the deal: "already has", "holds a"."""
    return bool(scene.grammar.having.fullmatch(scene.plain, act.span.start, act.span.end))


def _same_time(scene: Scene, trigger: Trigger) -> DateMention | None:
    """The date right before a clause that hangs on it: "in 2003, [the year in which] a treaty was signed"."""
    here = scene.sentence_at(trigger.core[0])
    if here is None:
        return None
    before = [d for d in scene.dates_in(here.start, trigger.core[0]) if d.value]
    if not before:
        return None
    told = scene.grammar.same_time.fullmatch(scene.plain, before[-1].span.end, trigger.core[0])
    return before[-1] if told else None


def _is_beside(date: Span, deal: Span) -> bool:
    """Whether a date belongs to the word for the deal: "the agreement of 2007", "the 2007 agreement"."""
    return 0 <= date.start - deal.end < _RIGHT_BEHIND or 0 <= deal.start - date.end < _ATTACHED


def _is_part_of_name(scene: Scene, date: Span, deal: Span) -> bool:
    """Whether a date stands in the name of its deal: "renewed their [2014] cooperation pact"."""
    gap = scene.plain[date.end : deal.start]
    if scene.plain[deal.end : date.start].strip() in scene.words.linking.holder:
        return True  # "renewed an arrangement of 2005"
    return _is_attached(date, deal) or (date.end < deal.start and bool(scene.grammar.named_year.fullmatch(gap)))


def _is_attached(date: Span, deal: Span) -> bool:
    """Whether nothing stands between the two: "a 2018 memorandum", "thỏa thuận hợp tác 2005"."""
    return 0 <= deal.start - date.end < _ATTACHED or 0 <= date.start - deal.end < _ATTACHED


def _distance(scene: Scene, trigger: Trigger, start: int, end: int, date: DateMention) -> int:
    """Characters between anchor and date; a date beyond another stage, or before the anchor, is farther."""
    if date.span.start >= end:
        between, far = scene.plain[end : date.span.start], 0
    else:
        between, far = scene.plain[date.span.end : start], _BEFORE
    if _is_fronted(scene, trigger, date):
        return _BEFORE + _FRONTED
    other = trigger.stage.span if trigger.stage and trigger.act else None
    if other and end <= other.start < date.span.start:
        far += _STAGE_BETWEEN
    if date.span.start >= end:
        far += _AWAY * len(scene.grammar.date_away.findall(between))
    return len(between) + far + _COMMA * between.count(", ")


def _is_fronted(scene: Scene, trigger: Trigger, date: DateMention) -> bool:
    """Whether the date opens the clause: "Ngày 24/11, tại ..., UBND tỉnh ... ký"."""
    return bool(scene.grammar.fronted.fullmatch(scene.plain, trigger.start, date.span.start))


def _is_of_other_act(scene: Scene, trigger: Trigger, date: DateMention) -> bool:
    """Whether another act stands right before the date: "renewed the memorandum signed in 2018"."""
    if trigger.act is None or date.span.start <= trigger.act.span.end:
        return False
    acts = [a for a in acts_in(scene, date.span.start - 16, date.span.start) if a.value == "signed"]
    if not acts or acts[-1].span.start <= trigger.act.span.end:
        return False
    return not is_having(scene, trigger.act)


def _can_date(scene: Scene, trigger: Trigger, date: DateMention, status: str) -> bool:
    """Whether a date can be that of the deal: no period of years, no deadline, no date of another deal."""
    limits = bounds(date.value) if date.value else None
    if limits is None or (limits[1] - limits[0]).days > 366:
        return False
    if (status != "ended" and _is_of_other_act(scene, trigger, date)) or scene.grammar.dateline.match(
        scene.plain, date.span.end
    ):
        return False
    grammar, before = scene.grammar, scene.before(date.span.start, 30)
    renewed = trigger.act and grammar.upon_old.match(scene.plain, trigger.act.span.start)
    if renewed and trigger.deal is not None and _is_part_of_name(scene, date.span, trigger.deal.span):
        return False  # "renewed a 2018 memorandum"
    if renewed and date.span.start > trigger.core[1] and grammar.since_old.search(scene.before(date.span.start, 30)):
        return False  # "gia hạn hợp đồng đã chạy từ năm 2020"
    limits_it = grammar.deadline_before.search(before) and not grammar.dates_back.search(before)
    if grammar.covers.search(before) or (limits_it and not _is_due(scene, trigger, date, status)):
        return False
    close = min(date.span.end + 40, trigger.end)
    behind = [d for d in scene.cues_in(date.span.end, close, "deal") if d.span.start - date.span.end < 3]
    if grammar.deadline.match(date.span.text.lower()) or any(d is not trigger.deal for d in behind):
        return False
    published = scene.article.published
    now = bounds(published) if published else None
    if status == "signed" and now and (limits[0] - now[1]).days > _CLOCKS and _is_done(scene, trigger):
        return False  # "đã ký thỏa thuận tiếp nhận 200 lao động năm 2025", "signed a deal to open a lab next March"
    return not (status in AHEAD and now and limits[1] < now[0])


def _is_done(scene: Scene, trigger: Trigger) -> bool:
    """Whether the form of the act says that it has been done, or where it has one form only words before it do."""
    act = trigger.act
    if act is None:
        return False
    if act.role == "feat":
        loose = scene.grammar.loose_feat.fullmatch(scene.plain, act.span.start, act.span.end)
        return act.form.startswith("signed") and not loose
    if act.form != "base":
        return act.value == "signed"
    return bool(scene.grammar.done.search(scene.before(act.span.start, 24)))


def share_dates(drafts: Sequence[Draft]) -> None:
    """Give deals that share the verb of a later one its date: "an agreement and a treaty were signed [in May]"."""
    for one, two in reversed(list(pairwise(drafts))):
        if one.shared and two.own_date and (one.date is None or not one.own_date) and one.status == two.status:
            one.date, one.own_date, one.of_event = two.date, True, False
            one.because.extend(b for b in two.because if b.cell == "date")
        elif one.shared and one.own_date and two.date is None and one.status == two.status:
            two.date, two.own_date = one.date, True  # "[In May] an agreement and a treaty were signed"


def _is_due(scene: Scene, trigger: Trigger, date: DateMention, status: str) -> bool:
    """Whether a deadline is that of the signing: "plan to sign it by the end of 2024", not "lift trade by 2030"."""
    last = trigger.core[1]
    if status != "planned" or trigger.act is None or not 0 <= date.span.start - last < _DUE:
        return False
    between = scene.plain[last : date.span.start]
    return not scene.figures_in(last, date.span.start) and " and " not in between and " to " not in between


def date_reason(scene: Scene, draft: Draft) -> Because | None:
    """Why a deal has a date that its clause does not tell: where the article first tells the day of the event."""
    if draft.date is None or any(b.cell == "date" for b in draft.because):
        return None
    found = next((d for d in scene.dates if d.value == draft.date), None)
    return Because("date", found.span, "event") if found else None
