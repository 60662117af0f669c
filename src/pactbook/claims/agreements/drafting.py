"""Turn one trigger into a draft: kind, status, parties, date and value, with what the sentences before tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from msgspec import structs

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.completing import has_same_subject, parties_of, parties_understood
from pactbook.claims.agreements.context import Context
from pactbook.claims.agreements.dating import own_date
from pactbook.claims.agreements.deals import (
    ANOTHER,
    is_apart,
    is_definite,
    is_ground,
    is_indefinite,
    is_weak,
    matter_of,
    points_back,
)
from pactbook.claims.agreements.drafts import Draft, Telling
from pactbook.claims.agreements.event import is_old
from pactbook.claims.agreements.frames import Frame
from pactbook.claims.agreements.kinds import OFFICES, is_pact, kind_of
from pactbook.claims.agreements.parties import NOBODY, Parties
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.claims.agreements.settling import kinds_agree
from pactbook.claims.agreements.singles import singles_meant
from pactbook.claims.agreements.status import is_renewed, status_of
from pactbook.claims.agreements.telling import is_told
from pactbook.claims.agreements.triggers import Trigger
from pactbook.claims.agreements.value import values_in
from pactbook.knowledge.reading import NEVER
from pactbook.model.claim import Because
from pactbook.model.edtf import bounds
from pactbook.model.mention import CueMention, DateMention
from pactbook.model.span import Span

#: How far before a licence stands that it was given, in characters.
_GRANTED = 60
#: How many paragraphs behind the day of the event a deal of others is still of the event.
_NEXT = 2
#: How many paragraphs behind the event a deal said to be of the occasion may stand.
_AT_EVENT = 12
#: So many bodies with a day of their own make a list of deals.
_DATED = 2
#: A heading within an article is no longer than this, in characters.
_HEADING = 40
#: Fewer names than these make no list of pairs.
_TWO_PAIRS = 4
#: Kinds whose plain word with "the" points back to a deal told before.
_POINTS_BACK = frozenset({"licence", "memorandum", "treaty", "contract", "loan", "action_plan", "declaration"})


def draft_of(trigger: Trigger, context: Context) -> Draft | None:
    """The draft that the trigger tells, or None where the words only sound like a deal."""
    scene, frame = context.scene, context.frame_for(trigger)
    kind = kind_of(trigger, context)
    draft = Draft(kind, "in_force", NOBODY, context.sentence, core_span(scene, trigger))
    draft.shared = trigger.shared and trigger.act is not None and trigger.act.span.start > draft.span.end
    _tell_status(draft, trigger, context, frame)
    draft.parties = parties_of(trigger, kind, context, frame)
    _mark(draft, trigger, context)
    if not is_told(draft, trigger, context):
        return None
    if draft.status in AHEAD and is_renewed(scene, trigger) and (draft.again or _is_possible(scene, trigger)):
        # That it is to be renewed, or may be, does not change what has been signed.
        return None
    if not draft.parties.names and not draft.again:
        deal = trigger.deal
        if deal is not None and deal.value == "any" and matter_of(deal) != ANOTHER and _is_of_nobody(scene):
            return None
        draft.parties = parties_understood(trigger, kind, context)
    tell_date(draft, trigger, context, frame)
    # What stands before a colon leads up to the deal: "it cost $233 million: in a loan agreement ...".
    colon = scene.plain.rfind(": ", trigger.start, trigger.core[0])
    draft.values = values_in(scene, kind, max(trigger.start, colon), trigger.end)
    give_reasons(draft, trigger, scene)
    if kind == "any" and is_pact(draft, trigger):
        draft.kind = "treaty"
    if kind == "treaty" and trigger.deal and scene.grammar.lent_under.search(scene.before(trigger.deal.span.start, 45)):
        draft.kind = "loan"
    return draft


def _is_possible(scene: Scene, trigger: Trigger) -> bool:
    """Whether the act is only one of the terms: "it can be [prolonged]"."""
    return trigger.act is not None and bool(scene.grammar.possible.search(scene.before(trigger.act.span.start, 24)))


def _is_of_nobody(scene: Scene) -> bool:
    """Whether "documents" of nobody in particular tell no deal in this language, which has no articles."""
    return scene.grammar.plural.pattern != NEVER.pattern


def one_for_each(draft: Draft, trigger: Trigger, scene: Scene) -> list[Draft]:
    """Part "signed memoranda with A, B and C" into a deal with each, and "between A and B, between C and D" into pairs.

    Any other draft stays one.
    """
    names = draft.parties.names
    if draft.many and (pairs := _pairs(draft, trigger, scene)):
        return pairs
    if pairs := _side_by_side(draft, trigger, scene):
        return pairs
    if dated := _each_with_its_day(draft, trigger, scene):
        return dated
    if draft.kind == "licence" and (given := _each_its_own(draft, trigger, scene)):
        return given
    first, last = trigger.core
    subjects = tuple(n for n in names if n.end <= first)
    others = {n.id: n for n in reversed(names) if n.start >= last}
    if (
        not draft.many
        or len({n.id for n in subjects}) != 1
        or len(others) < 2
        or draft.status not in ("signed", "planned")
    ):
        return [draft]
    parts = [Parties((*subjects, other), draft.parties.how) for other in sorted(others.values(), key=lambda n: n.start)]
    return [_part_of(draft, parties) for parties in parts]


def _each_with_its_day(draft: Draft, trigger: Trigger, scene: Scene) -> list[Draft]:
    """A deal with each of a list that tells its day in brackets: "thỏa thuận với A (2018), B (2020) và C (2021)"."""
    days = {d.span.start: d for d in scene.dates_in(trigger.core[0], trigger.end) if d.value}
    told = [
        (n, days[n.end + 2]) for n in draft.parties.names if n.end + 2 in days and _is_bracketed(scene, n.end, days)
    ]
    others = tuple(n for n in draft.parties.names if all(n.id != one.id for one, _ in told))
    others = others or tuple(singles_meant(scene, trigger, draft.parties)[:1]) if told else ()
    if len(told) < _DATED or not others:
        return []
    made = []
    for name, day in told:
        part = _part_of(draft, Parties((*others, name), draft.parties.how))
        part.date, part.own_date = day.value, True
        part.because.append(Because("date", day.span, day.rule))
        made.append(part)
    return made


def _is_bracketed(scene: Scene, end: int, days: Mapping[int, DateMention]) -> bool:
    """Whether brackets hold nothing but the day behind a name that ends at ``end``."""
    closes = days[end + 2].span.end
    return scene.text[end : end + 2] == " (" and scene.text[closes : closes + 1] == ")"


def _each_its_own(draft: Draft, trigger: Trigger, scene: Scene) -> list[Draft]:
    """A licence for each firm of a list, which is no consortium: "trao giấy chứng nhận cho A, B và C"."""
    first, last = trigger.core
    offices = tuple(n for n in draft.parties.names if n.kind in OFFICES)
    firms = list({n.id: n for n in draft.parties.names if n.kind == "company"}.values())
    # A Korean firm and a Vietnamese one are partners, unless a bracket tells the project of each.
    alike = len({n.country for n in firms}) == 1 or all(scene.text[n.end : n.end + 2] == " (" for n in firms)
    many = alike and len(firms) > 1 and len(offices) + len(firms) == len(draft.parties.names)
    if not many or any(n.start < last for n in firms) or any(n.end > first for n in offices):
        return []
    if scene.grammar.as_one.search(scene.plain, last, firms[-1].end):
        return []
    made = []
    for one, end in zip(firms, [*(n.start for n in firms[1:]), trigger.end], strict=True):
        part = _part_of(draft, Parties((*offices, one), draft.parties.how))
        part.values = values_in(scene, draft.kind, one.end, end) or part.values
        made.append(part)
    return made


def _pairs(draft: Draft, trigger: Trigger, scene: Scene) -> list[Draft]:
    """One deal for each "between A and B" of a list of pairs; none where there is one pair or none."""
    found = list(scene.grammar.pair_of_list.finditer(scene.plain, trigger.core[1], trigger.end))
    if len(found) < 2:
        return []
    ends = [*(m.start() for m in found[1:]), trigger.end]
    made = []
    for opened, end in zip(found, ends, strict=True):
        names = tuple(n for n in draft.parties.names if opened.end() <= n.start < end)
        if len({n.id for n in names}) != 2:
            return []
        part = _part_of(draft, Parties(names, draft.parties.how))
        topic = scene.grammar.topic.search(scene.plain, names[-1].end, end)
        if topic is not None:
            part.tellings = [Telling(None, draft.sentence, topic.end(), end)]
            part.subject = Span.of(scene.text, topic.end(), end)
        made.append(part)
    return made


def _side_by_side(draft: Draft, trigger: Trigger, scene: Scene) -> list[Draft]:
    """One deal for each pair of a list: "A với B, C với D đã ký"; none where the names are not paired so."""
    names = sorted((n for n in draft.parties.names if n.end <= trigger.core[0]), key=lambda n: n.start)
    if len(names) < _TWO_PAIRS or len(names) % 2 or len({n.id for n in names}) != len(draft.ids) != 0:
        return []
    gaps = [scene.plain[one.end : two.start] for one, two in pairwise(names)]
    joint, comma = scene.grammar.paired_with, scene.grammar.next_pair
    if not all((comma if n % 2 else joint).fullmatch(gap) for n, gap in enumerate(gaps)):
        return []
    return [_part_of(draft, Parties(tuple(names[n : n + 2]), draft.parties.how)) for n in range(0, len(names), 2)]


def _part_of(draft: Draft, parties: Parties) -> Draft:
    """One deal of several told by the same words."""
    return replace(
        draft,
        parties=parties,
        many=False,
        member=True,
        values=list(draft.values),
        because=list(draft.because),
        evidence=list(draft.evidence),
        tellings=list(draft.tellings),
    )


def core_span(scene: Scene, trigger: Trigger) -> Span:
    """The words of deal, act and stage as a quote."""
    start, end = trigger.core
    return Span.of(scene.text, start, end)


def give_reasons(draft: Draft, trigger: Trigger, scene: Scene) -> None:
    """Keep for each cell the words that told it, and the sentence as evidence."""
    if trigger.deal is not None:
        draft.because.append(Because("kind", trigger.deal.span, trigger.deal.rule))
    elif trigger.act is not None and trigger.act.role == "feat":
        draft.because.append(Because("kind", trigger.act.span, trigger.act.rule))
    draft.because.extend(Because("parties", n.span, draft.parties.how) for n in draft.parties.names)
    draft.evidence.append(Span.of(scene.text, draft.sentence.start, draft.sentence.end))
    told = trigger.deal.span if trigger.deal else None
    draft.tellings.append(Telling(told, draft.sentence, trigger.start, trigger.end))


def tell_date(draft: Draft, trigger: Trigger, context: Context, frame: Frame | None) -> None:
    """The date of the clause, else of the deal it shares a verb with, of the frame, or of the event."""
    date = own_date(context.scene, trigger, draft.status)
    if date is None and trigger.shared and not context.beside:
        # What was counted before is not told by itself: "In 2003 there were two more: a treaty on ..."
        date = own_date(context.scene, structs.replace(trigger, start=context.sentence.start), draft.status)
    if date is not None and date.value is not None:
        # "said on Monday that it had signed": the day of saying gives way to any other.
        said = context.scene.grammar.said_on.search(context.scene.before(date.span.start, 45))
        draft.date, draft.own_date = date.value, not said
        _compare_with_today(draft, trigger, context.scene.article.published)
        draft.because.append(Because("date", date.span, date.rule))
    elif _shares_date(trigger, context):
        draft.date = context.beside[-1].date
    elif frame is not None:
        draft.date = frame.date
    elif _is_of_event(draft, trigger, context):
        draft.of_event = True
        if _goes_with_event(draft, context):
            reach = _AT_EVENT if _is_at_event(draft, context) else 6 if trigger.deal else 1
            draft.date = context.event.day_for(draft.sentence.paragraph, reach)


def _shares_date(trigger: Trigger, context: Context) -> bool:
    """Whether the day is that of the deal beside it, whose verb or whose word it shares."""
    last = context.beside[-1] if context.beside else None
    if last is None:
        return False
    return trigger.elliptic or (trigger.shared and not (last.again and not last.date))


def _compare_with_today(draft: Draft, trigger: Trigger, published: str | None) -> None:
    """What is dated well before the article is only recalled.

    A verb of one form with a date after the article tells what is yet to be done.
    """
    if published is None or draft.date is None:
        return
    then, now = bounds(draft.date), bounds(published)
    draft.recalled = is_old(draft.date, published)
    if then and now and draft.status == "ended" and then[0] > now[1]:
        draft.status, draft.date, draft.own_date = "in_force", None, False  # "hết hạn vào tháng 12 tới"
    of_one_form = trigger.act is not None and trigger.act.form == "base"
    if then and now and of_one_form and draft.status == "signed" and then[0] > now[1]:
        draft.status = "planned"


def _is_at_event(draft: Draft, context: Context) -> bool:
    """Whether the sentence says that it was on the occasion reported: "Nhân dịp này, hai bên ký ..."."""
    return bool(context.scene.grammar.at_event.search(context.scene.plain, draft.sentence.start, draft.span.start))


def _goes_with_event(draft: Draft, context: Context) -> bool:
    """Whether an undated deal is one of those that the event brought: near its day, of its parties, or one of many."""
    there = [d for d in context.before if d.date and d.date == context.event.day]
    shares = any(d.ids & draft.ids for d in there)
    if not shares and _has_crosshead(context.scene, context.event.paragraph, draft.sentence.paragraph):
        return False
    near = draft.sentence.paragraph - context.event.paragraph <= _NEXT
    if near or _is_at_event(draft, context) or all(n.kind == STATE for n in draft.parties.names):
        return True
    return shares or len(there) > 1 or context.frame is not None or any(d.many for d in context.before)


def _has_crosshead(scene: Scene, first: int, last: int) -> bool:
    """Whether a heading stands between two paragraphs: another story begins behind it."""
    between = (s for s in scene.article.sentences if first < s.paragraph < last and s.role == "body")
    return any(s.end - s.start < _HEADING and scene.text[s.end - 1 : s.end].isalnum() for s in between)


def _is_of_event(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether an undated deal was signed at the event that the article reports, not some other time."""
    said = draft.kind == "declaration"
    if draft.status != "signed" or draft.again or (draft.weak_status and not said):
        return False
    own = trigger.act is not None and draft.parties.how == "named" and len(draft.ids) > 1
    if draft.definite and not (said or own):
        return False
    article, scene = context.scene.article, context.scene
    if scene.grammar.earlier.search(scene.plain, trigger.start, trigger.core[0]):
        return False
    here = [d.value for d in scene.dates_in(draft.sentence.start, trigger.core[0])]
    near = [d.date for d in context.before if d.sentence.paragraph == draft.sentence.paragraph]
    coarse = [v for v in (*here, *near) if v and len(v) != len("2023-04-21")]
    return not any(is_old(v, article.published or v, 20) for v in coarse)


def _tell_status(draft: Draft, trigger: Trigger, context: Context, frame: Frame | None) -> None:
    scene = context.scene
    draft.status, cue = status_of(scene, trigger, draft.kind)
    draft.weak_status = trigger.bare and frame is None
    if frame and trigger.bare and draft.status == "in_force":
        draft.status, cue = frame.status, None
    if trigger.bare and trigger.deal and is_ground(scene, trigger.deal) and is_indefinite(scene, trigger.deal):
        draft.status = "signed"
    if trigger.bare and trigger.deal and scene.grammar.granted.search(scene.before(trigger.deal.span.start, _GRANTED)):
        draft.status = "signed"  # "được tỉnh Thanh Hóa [chấp thuận chủ trương đầu tư]"
    if cue is not None:
        draft.because.append(Because("status", cue.span, cue.rule))


def _is_handed(draft: Draft, deal: CueMention) -> bool:
    """Whether only an office is named with "the certificate": it hands over what has been told."""
    return deal.value == "licence" and all(n.kind in OFFICES for n in draft.parties.names)


def _may_mean(scene: Scene, deal: CueMention, draft: Draft, before: Draft) -> bool:
    """Whether a word with "the" may mean the deal before: "the deal" may be a loan, "the framework arrangement" not."""
    # Some languages write every syllable by itself: "thỏa thuận" is one plain word.
    plain = scene.grammar.this_at.match(scene.plain, deal.span.start)
    named = " " in deal.span.text and deal.value == "agreement" and not plain
    return before.kind in (draft.kind, "any") if named else kinds_agree(before.kind, draft.kind)


def _is_one_more(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words before an act that makes a deal say that it is one more: "Hai bên cũng [ký] ..."."""
    act, deal = trigger.act, trigger.deal
    if act is None or (deal is not None and (deal.role != "deal" or deal.span.start < act.span.end)):
        return False
    sentence = scene.sentence_at(act.span.start)
    start = sentence.start if sentence else trigger.start
    makes = deal is None or scene.grammar.makes.fullmatch(act.span.text.lower())
    return bool(makes and scene.grammar.one_more.search(scene.plain[start : act.span.start]))


def _is_of_feat(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether a bare word is what a verb of the sentence told: "A giao cho B thi công; [hợp đồng] trị giá ..."."""
    last = context.beside[-1] if context.beside else None
    if last is None or trigger.many or not trigger.deal or not is_weak(trigger.deal):
        return False
    meant = not draft.parties.names or (draft.parties.how == "pair" and draft.ids == last.ids)
    return meant and all(t.deal is None for t in last.tellings) and last.kind == draft.kind


def _mark(draft: Draft, trigger: Trigger, context: Context) -> None:
    """Tell a new deal from one told before, and one deal from several."""
    scene, deal = context.scene, trigger.deal
    draft.member, draft.many = trigger.member, trigger.many
    draft.apart = trigger.member or context.item or (deal is not None and is_apart(scene, deal))
    if context.item and context.frame and context.frame.of_one:
        draft.again, draft.apart = True, False
    if deal is None:
        of_states = trigger.act is not None and trigger.act.form.endswith(":states")
        draft.apart = draft.apart or of_states or _is_one_more(scene, trigger)
        return
    draft.definite = is_definite(scene, deal)
    draft.apart = draft.apart or (not draft.definite and _is_one_more(scene, trigger))
    beside = trigger.shared or (bool(context.beside) and has_same_subject(trigger, scene))
    ground = is_ground(scene, deal)
    draft.listed = (beside and not draft.definite and not ground) or (ground and context.item and bool(context.beside))
    draft.matter = matter_of(trigger.ground or deal)
    loose = deal.value == "any"
    if loose and draft.definite and not context.item:
        draft.apart = False
    if draft.matter == ANOTHER:
        draft.apart, draft.matter = True, ""
    back = points_back(scene, deal) or (loose and draft.definite) or _is_of_feat(draft, trigger, context)
    named = draft.parties.how == "named" and bool(draft.parties.names)
    unnamed = loose or not named or _is_handed(draft, deal)
    if back and not draft.apart and (is_weak(deal) or deal.value in _POINTS_BACK) and unnamed:
        told = [
            d
            for d in (*context.before, *context.beside)
            if (d.guessed or _may_mean(scene, deal, draft, d)) and draft.matter in ("", d.matter)
        ]
        draft.again = draft.again or bool(told)
