"""When a Korean clause says that a deal was, or will be, made."""

from __future__ import annotations

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.event import is_old
from pactbook.claims.agreements.korean.acts import Act
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
#: How far a year right behind an act may reach.
_YEAR = 12
_DAY = len("2023-04-21")
#: A renewed deal is told with the day of its renewal and that of its making.
_TWO = 2
#: How far before the word for a deal the date of what it is about may end.
_MATTER = 20


def own_date(scene: Scene, trigger: Trigger, status: str) -> DateMention | None:
    """The date that the clause gives to the deal: the last before its act, a day of late rather than an old year."""
    act, described = trigger.act, trigger.described
    dates = _dates(scene, trigger)
    if dates:
        dates = _of_clause(scene, trigger, dates, status)
    if described is not None:
        own = [d for d in dates if d.span.end <= described.start and not _is_of_other(scene, d, described.start)]
        made = described.entry.status == "signed" and status in _MADE
        waits = act is not None and act.entry.status == "in_force" and act.status in AHEAD and status == "signed"
        if act is None or ((made or waits) and own):
            # What was made and then ended or renewed is dated by when it was made.
            return own[-1] if own else None
        between = [d for d in dates if trigger.deal and trigger.deal.end <= d.span.start < act.start]
        between = between or _signed_then(scene, act, status)
        renewed = act.entry.decides and (act.plain or trigger.settled)
        found = between or (_of_renewal(scene, own) if renewed else own)
        return found[-1] if found else None
    before = _before(scene, trigger, dates, status)
    if not before:
        return None
    if len(before) > 1 and _is_of_matter(scene, trigger, before[-1]):
        before = before[:-1]
    if status == "ended":
        return before[0]
    if status not in AHEAD and _is_old(scene, before[-1]):
        late = [d for d in before if len(d.value or "") == _DAY and not _is_old(scene, d)]
        return late[-1] if late else before[-1]
    return before[-1]


def _of_clause(scene: Scene, trigger: Trigger, dates: list[DateMention], status: str) -> list[DateMention]:
    """Those of the dates in the clause that may be the deal's."""
    act, grammar = trigger.act, scene.words.korean.grammar
    dates = [d for d in dates if can_date(scene, d, status) or _is_today(scene, trigger, d, status)]
    dates = [d for d in dates if not grammar.told_by.match(scene.plain, d.span.end)] or dates
    if act is not None and act.entry.decides and act.plain and (deal := trigger.deal) is not None:
        # "2016년의 양해각서를 연장했다": when it was made, not when it was renewed
        dates = [d for d in dates if not grammar.of_its_day.fullmatch(scene.plain, d.span.end, deal.start)]
    if trigger.described is None and act is not None:
        dates = [d for d in dates if not _is_of_other(scene, d, act.start)]
    return dates


def _of_renewal(scene: Scene, before: list[DateMention]) -> list[DateMention]:
    """Of the dates before what describes a renewed deal, a day of late: "18일 서울에서 만나 [2018년] 맺은 협정을"."""
    if len(before) < _TWO or not _is_old(scene, before[-1]):
        return []
    return [d for d in before[:-1] if len(d.value or "") == _DAY and not _is_old(scene, d)]


def _signed_then(scene: Scene, act: Act, status: str) -> list[DateMention]:
    """The dates behind an act that renews, before what was signed then: "손질해 27일 다시 서명했다"."""
    if not act.entry.decides or act.form != "stem":
        return []
    then = scene.words.korean.grammar.then_signed.match(scene.plain, act.end)
    dates = scene.dates_in(act.end, then.end()) if then else []
    return [d for d in dates if can_date(scene, d, status)]


def _is_of_other(scene: Scene, date: DateMention, stop: int) -> bool:
    """Whether something else was done in the year or the month: "2018년 준공한 공장에 쓸 변압기 계약을"."""
    coarse = len(date.value or "") < _DAY
    return coarse and scene.words.korean.grammar.of_other.match(scene.plain, date.span.end, stop) is not None


def _is_today(scene: Scene, trigger: Trigger, date: DateMention, status: str) -> bool:
    """Whether it is told in the present what is done on the day of the news: "B와 운영 계약을 18일 체결한다"."""
    act = trigger.act
    if act is None or act.form != "stem" or status not in AHEAD or date.span.end > act.start:
        return False
    told = scene.words.korean.grammar.present.match(scene.plain, act.end)
    return told is not None and date.value == scene.article.published


def _is_of_matter(scene: Scene, trigger: Trigger, date: DateMention) -> bool:
    """Whether the last of several dates says when what the deal is about will be: "지난 4월 B와 [10월] 공연 계약을"."""
    deal = trigger.deal
    if deal is None or not 0 < deal.start - date.span.end <= _MATTER:
        return False
    return scene.words.korean.grammar.of_matter.fullmatch(scene.plain, date.span.end, deal.start) is not None


def lies_ahead(scene: Scene, trigger: Trigger) -> bool:
    """Whether the last date before an act that only goes on is yet to come: "오는 20일 협약을 체결하고 ..."."""
    act = trigger.act
    now = bounds(scene.article.published) if scene.article.published else None
    if act is None or act.form not in ("stem", "noun") or now is None:
        return False
    dates = scene.dates_in(trigger.start, act.start)
    limits = bounds(dates[-1].value) if dates and dates[-1].value else None
    if limits is None:
        return False
    grammar = scene.words.korean.grammar
    if trigger.deal is not None and grammar.due.fullmatch(scene.plain, dates[-1].span.end, trigger.deal.start):
        return limits[1] > now[1]
    return limits[0] > now[1] and grammar.date_covers.match(scene.plain, dates[-1].span.end) is None


def aims_ahead(scene: Scene, trigger: Trigger) -> bool:
    """Whether the clause names a time to come by which a thing is to be: "2020년까지 구축하기로 했다"."""
    now = bounds(scene.article.published) if scene.article.published else None
    limits = [bounds(d.value) for d in scene.dates_in(trigger.start, trigger.core[0]) if d.value]
    return now is not None and any(limit is not None and limit[0] > now[1] for limit in limits)


def lies_behind(scene: Scene, trigger: Trigger) -> bool:
    """Whether the clause tells what was done when a deal was made on a day long past: "2017년 계약을 체결할 때"."""
    act, now = trigger.act, scene.article.published
    if act is None or act.form != "will" or now is None:
        return False
    if scene.words.korean.grammar.when.match(scene.plain, act.end) is None:
        return False
    dates = [d for d in scene.dates_in(trigger.start, act.start) if can_date(scene, d, "signed")]
    return bool(dates) and dates[-1].value is not None and is_old(dates[-1].value, now)


def _before(scene: Scene, trigger: Trigger, dates: list[DateMention], status: str) -> list[DateMention]:
    """The dates before the act; else those before a later act, before the clause, or behind a ceremony or a plan."""
    act, anchor = trigger.act, trigger.act or trigger.deal
    if act is not None and act.entry.ceremony:
        told_on = scene.words.korean.grammar.told_on
        behind = [
            d
            for d in scene.dates_in(act.end, act.end + _CEREMONY)
            if can_date(scene, d, status) and not told_on.match(scene.plain, d.span.end)
        ]
        if behind:
            return behind[:1]
    if act is not None and act.form == "done" and (behind := _right_behind(scene, act.end, status)):
        return behind
    found = [d for d in dates if anchor is not None and d.span.start < anchor.start]
    if not found and act is not None and act.form == "noun":
        found = _in_bracket(scene, act.end, status)
    if not found and status in AHEAD and act is not None and trigger.deal is not None:
        # "약정을 내년 2월까지 체결한다", "내년 2월까지 약정을 체결한다"
        within = scene.words.korean.grammar.due
        due = [
            d
            for d in scene.dates_in(trigger.start, act.start)
            if d.span.start >= trigger.deal.end or within.fullmatch(scene.plain, d.span.end, trigger.deal.start)
        ]
        found = [d for d in due if can_date(scene, d, status, until=True)][-1:]
    if not found and trigger.later is not None:
        found = [d for d in dates if d.span.start < trigger.later.start]
    if not found and (sentence := scene.sentence_at(trigger.start)):
        ahead = scene.dates_in(sentence.start, trigger.start)
        found = [d for d in ahead if can_date(scene, d, status) and not _is_of_other(scene, d, trigger.start)][-1:]
    if not found and act is not None and act.form == "noun" and status in AHEAD:
        # "협상을 연내 마무리하기로": the plan's date may stand behind the noun.
        found = [d for d in scene.dates_in(act.end, act.end + _BEHIND) if can_date(scene, d, status)][:1]
    return found


def _in_bracket(scene: Scene, place: int, status: str) -> list[DateMention]:
    """The day in brackets right behind the act of a headline: "체결(14일·하노이)"."""
    if not scene.words.korean.grammar.day_behind.match(scene.plain, place):
        return []
    return [d for d in scene.dates_in(place, place + _YEAR) if can_date(scene, d, status)][:1]


def _right_behind(scene: Scene, place: int, status: str) -> list[DateMention]:
    """The year that the act describes: "협정이 발효된 2015년 이후", "맺은 1989년부터", "맺은 것은 2015년이다"."""
    cleft = scene.words.korean.grammar.cleft.match(scene.plain, place)
    place = cleft.end() if cleft else place
    now = bounds(scene.article.published) if scene.article.published else None
    found = [d for d in scene.dates_in(place, place + _YEAR) if d.span.start - place <= 1 and d.value]
    limits = bounds(found[0].value) if found and found[0].value else None
    if limits is None or status in AHEAD or (now is not None and limits[0] > now[1]):
        return []
    return found[:1] if (limits[1] - limits[0]).days <= _LONGEST else []


def _dates(scene: Scene, trigger: Trigger) -> list[DateMention]:
    end = max(trigger.end, trigger.later.end if trigger.later else 0)
    return scene.dates_in(trigger.start, end)


def _is_old(scene: Scene, date: DateMention) -> bool:
    published = scene.article.published
    return bool(published and date.value and is_old(date.value, published))


def can_date(scene: Scene, date: DateMention, status: str, *, until: bool = False) -> bool:
    """Whether a date can be that of the deal: no period, no deadline, and on the side of today that the stage tells."""
    limits = bounds(date.value) if date.value else None
    if limits is None or (limits[1] - limits[0]).days > _LONGEST:
        return False
    if status == "in_force" and scene.plain.startswith("부터", date.span.end):
        # "2010년부터 협약을 시행 중이다"
        until = True
    short = "/" in (date.value or "") and (limits[1] - limits[0]).days < _JOURNEY and status not in AHEAD
    if not (short or until) and scene.words.korean.grammar.date_covers.match(scene.plain, date.span.end):
        return False
    now = bounds(scene.article.published) if scene.article.published else None
    if now is None:
        return True
    if status in AHEAD:
        # A day that is not yet over is when the plan was made known.
        return limits[1] > now[1] if limits[0] == limits[1] else limits[1] >= now[0]
    return limits[0] <= now[1]
