"""The old deal beside its renewal: "nâng cấp hiệp định ký năm 2015" speaks of the upgrade and of what was signed."""

from __future__ import annotations

from dataclasses import replace

from pactbook.claims.agreements.acts import acts_in
from pactbook.claims.agreements.drafts import Draft, Telling, beside
from pactbook.claims.agreements.event import is_old
from pactbook.claims.agreements.parties import BETWEEN_STATES
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.claim import Because
from pactbook.model.mention import CueMention, DateMention

#: How near behind its verb the day of the old deal stands, in characters.
_DATED = 18
#: A date so near behind the word for its deal is a part of its name: "gia hạn thỏa thuận 2005".
_ATTACHED = 3
#: How near behind the renewal its day is told, in characters.
_RENEWED = 45
#: How many days before the article a deal is old.
_OLD = 90


def older_of(draft: Draft, trigger: Trigger, scene: Scene) -> Draft | None:
    """The old deal that the draft renews, changes or lifts, where its own day is told behind it; else None."""
    deal, act = trigger.deal, trigger.act
    if deal is None or act is None or act.span.end > deal.span.start or trigger.many or not draft.ids:
        return None
    if not (scene.grammar.upon_old.match(scene.plain, act.span.start) and _is_theirs(draft, scene)):
        return None
    for verb, status in _verbs(scene, deal, trigger.end):
        date = _day_of(scene, verb)
        if date is not None and date.value != draft.date:
            return _old(draft, deal, (verb, status, date))
    since = [d for d in scene.dates_in(deal.span.end, trigger.end) if _is_since(scene, deal, d)]
    return _old(draft, deal, (deal, "signed", since[0])) if since and since[0].value != draft.date else None


def newer_of(draft: Draft, trigger: Trigger, scene: Scene) -> Draft | None:
    """The renewal of the old deal of the draft, told behind it: "..., ký năm 2018, vừa được gia hạn"."""
    deal, act = trigger.deal, trigger.act
    if deal is None or act is None or act.span.start < deal.span.end or trigger.many or not draft.ids:
        return None
    published = scene.article.published
    if draft.status not in ("signed", "in_force") or not (published and draft.own_date and draft.date):
        return None
    if not is_old(draft.date, published, _OLD) or scene.grammar.upon_old.match(scene.plain, act.span.start):
        return None
    verb = next((a for a in acts_in(scene, act.span.end, trigger.end) if _makes_longer(scene, act, a)), None)
    return _new(draft, deal, verb, scene) if verb else None


def _makes_longer(scene: Scene, act: CueMention, verb: CueMention) -> bool:
    """Whether the verb says that the deal was renewed, and no other deal stands before it."""
    if not scene.grammar.renews.match(verb.span.text.lower()) or scene.cues_in(act.span.end, verb.span.start, "deal"):
        return False
    before = scene.plain[max(act.span.end, verb.span.start - 40) : verb.span.start]
    if scene.grammar.denied.search(before) or scene.grammar.possible.search(before):
        return False
    ahead = scene.cues_in(verb.span.start - len(before), verb.span.start, "ahead")
    return not ahead and bool(scene.grammar.made_longer.search(before))


def _new(draft: Draft, deal: CueMention, verb: CueMention, scene: Scene) -> Draft:
    dates = [d for d in scene.dates_in(verb.span.end, verb.span.end + _RENEWED) if d.value and "/" not in d.value]
    telling = Telling(deal.span, draft.sentence, deal.span.start, verb.span.end)
    told_by = Because("status", verb.span, verb.rule)
    renewal = beside(draft, "signed", told_by, dates[0] if dates else None, telling)
    return replace(renewal, recalled=False, apart=True)


def _is_theirs(draft: Draft, scene: Scene) -> bool:
    """Whether the sentence names whose deal it is; treaties are those of the states."""
    here = draft.sentence
    if draft.kind in BETWEEN_STATES or all(here.start <= n.start < here.end for n in draft.parties.names):
        return True
    # "On Thursday they renewed the memorandum, signed in 2013"
    return draft.parties.how == "pair" and bool(scene.cues_in(here.start, draft.span.end, "pair"))


def _is_since(scene: Scene, deal: CueMention, date: DateMention) -> bool:
    """Whether the old deal is said to go back to the date: "gia hạn hợp đồng đã chạy [từ năm 2020]"."""
    if any(s.value == "ended" for s in scene.cues_in(deal.span.end, date.span.start, "stage")):
        return False
    attached = 0 <= date.span.start - deal.span.end < _ATTACHED
    attached = attached or scene.plain[deal.span.end : date.span.start].strip() in scene.words.linking.holder
    before = attached or scene.grammar.since_old.search(scene.before(date.span.start, 30))
    published = scene.article.published
    return bool(before and published and date.value and "/" not in date.value and is_old(date.value, published, _OLD))


def _verbs(scene: Scene, deal: CueMention, end: int) -> list[tuple[CueMention, str]]:
    """What is said to have been done with the old deal, and how it then stood."""
    acts = [a for a in acts_in(scene, deal.span.end, end) if a.value == "signed"]
    signed = [(a, "signed") for a in acts if not scene.grammar.ceremony.search(scene.before(a.span.start, 12))]
    standing = [(s, s.value) for s in scene.cues_in(deal.span.end, end, "stage") if s.value == "in_force"]
    return sorted([*signed, *standing], key=lambda v: v[0].span.start)


def _day_of(scene: Scene, verb: CueMention) -> DateMention | None:
    published = scene.article.published
    dates = [d for d in scene.dates_in(verb.span.end, verb.span.end + _DATED) if d.value]
    if not dates or published is None or "/" in (dates[0].value or ""):
        return None
    return dates[0] if is_old(dates[0].value or "", published, _OLD) else None


def _old(draft: Draft, deal: CueMention, told: tuple[CueMention, str, DateMention]) -> Draft:
    verb, status, date = told
    telling = Telling(deal.span, draft.sentence, deal.span.start, max(date.span.end, deal.span.end))
    older = beside(draft, status, Because("status", verb.span, verb.rule), date, telling)
    return replace(older, span=deal.span, recalled=True, apart=False)
