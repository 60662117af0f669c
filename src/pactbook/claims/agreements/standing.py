"""How a deal stands that is told only in passing: what is done under it shows that it is being carried out."""

from __future__ import annotations

from pactbook.claims.agreements.deals import is_ground
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.event import is_old
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.knowledge.reading import NEVER
from pactbook.model.mention import CueMention
from pactbook.model.span import Span

#: So many days before the article a deal was made that is only background.
_LONG_AGO = 300
#: How far before its act stand the words that make it the verb of the clause.
_VERB = 30


def standing_of(draft: Draft, trigger: Trigger, scene: Scene) -> str:
    """The stage of a deal that was signed: in force, or completed, where the text only comes back to it."""
    deal, published = trigger.deal, scene.article.published
    if draft.status == "signed" and _lasts(draft, trigger, scene):
        return "in_force"
    if draft.status in ("in_force", "signed") and _is_over(draft, trigger, scene):
        return "ended"
    if deal is None or draft.status != "signed" or draft.again or not published:
        return draft.status
    if trigger.act is not None and scene.grammar.upon_old.match(trigger.act.span.text.lower()):
        return draft.status  # what has been renewed is news
    dated = draft.date is not None and draft.own_date
    long_ago = dated and is_old(draft.date or "", published, _LONG_AGO)
    if scene.grammar.superseded.search(scene.before(deal.span.start, 60)):
        return "ended" if long_ago else draft.status  # "it replaces a memorandum that they concluded in 2000"
    if scene.grammar.rests_on.search(scene.before(deal.span.start, 60)) and is_ground(scene, deal):
        return _of_ground(draft, trigger, scene, long_ago=long_ago)
    return "in_force" if long_ago and _is_in_passing(scene, deal, trigger.act, draft.sentence.end) else draft.status


def _lasts(draft: Draft, trigger: Trigger, scene: Scene) -> bool:
    """Whether the deal is told with the day since which it has been there, or is made anew again and again."""
    act = trigger.act
    if act is not None and scene.grammar.has_now.fullmatch(act.span.text.lower()):
        # "an insurer with which it also has a pact"
        return bool(scene.grammar.with_whom.search(scene.plain, trigger.start, act.span.start))
    if act is not None and scene.grammar.ever_anew.match(scene.plain, act.span.end):
        return True  # "a contract between the two is renewed [every three years]"
    days = [b.span for b in draft.because if b.cell == "date"] if draft.own_date else []
    return act is not None and any(_is_since(scene, d) for d in days)


def _is_since(scene: Scene, day: Span) -> bool:
    """Whether a deal has been there since the day, and not somebody who made it then: "since 2006, when they ..."."""
    when = scene.grammar.when_then.match(scene.plain, day.end)
    return not when and bool(scene.grammar.ever_since.search(scene.before(day.start, 24)))


def _is_over(draft: Draft, trigger: Trigger, scene: Scene) -> bool:
    """Whether somebody only had the deal, and the sentence says until when: "[until 2016] Masan had a deal with A"."""
    act = trigger.act
    if act is None or not scene.grammar.had.match(act.span.text.lower()):
        return False
    before, behind = scene.plain[trigger.start : act.span.start], scene.plain[trigger.core[1] : draft.sentence.end]
    return bool(scene.grammar.until_then.search(before) or scene.grammar.until_then.search(behind))


def _of_ground(draft: Draft, trigger: Trigger, scene: Scene, *, long_ago: bool) -> str:
    """The stage of a deal under which something is done: "has bought gas from A under a 15-year [contract]"."""
    here = draft.sentence
    if draft.of_event or (draft.date is not None and not draft.own_date):
        return draft.status
    if not long_ago and draft.date is not None and not is_old(draft.date, scene.article.published or ""):
        return draft.status
    if long_ago and scene.grammar.done_with.search(scene.plain, trigger.start, here.end):
        return "completed"
    if trigger.act is not None and trigger.act.role == "feat" and not long_ago:
        return draft.status  # "has borrowed $50 million from KDB under a contract": the borrowing is the news
    return "in_force" if long_ago or not scene.grammar.yet_to_do.search(scene.plain, here.start, here.end) else "signed"


def _is_in_passing(scene: Scene, deal: CueMention, act: CueMention | None, stop: int) -> bool:
    """Whether the signing only qualifies the deal: "the memorandum [signed] in 2009", "the pact that they [struck]"."""
    if act is None or act.span.start < deal.span.end or scene.grammar.verb_of_clause.pattern == NEVER.pattern:
        return False
    if scene.grammar.goes_itself.match(act.span.text.lower()):
        return False  # "a tax treaty followed in May 1994"
    if scene.grammar.done_in.search(scene.before(deal.span.start, 40)):
        return False  # "in a loan agreement signed in May 2011 it had put $200 million at the ministry's disposal"
    between = scene.plain[deal.span.end : act.span.start]
    if ";" in between or ":" in between:
        return False
    main = scene.grammar.verb_of_clause.search(scene.before(act.span.start, _VERB))
    if scene.grammar.unratified.search(scene.plain, act.span.end, stop):
        return False
    return not main or bool(scene.grammar.relative.search(between))
