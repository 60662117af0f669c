"""Turn a Korean trigger into drafts: kind, stage, parties, date, value and subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.drafts import Draft, Telling
from pactbook.claims.agreements.event import is_old
from pactbook.claims.agreements.korean.acts import Act
from pactbook.claims.agreements.korean.context import Context
from pactbook.claims.agreements.korean.dating import own_date
from pactbook.claims.agreements.korean.deals import is_apart, is_back, is_older, is_same
from pactbook.claims.agreements.korean.names import Placed
from pactbook.claims.agreements.korean.parties import SUBJECTS, Clause, clause_of, named_parties
from pactbook.claims.agreements.korean.stand_ins import has_unknown_echo, home
from pactbook.claims.agreements.korean.subjects import object_of, topic_of
from pactbook.claims.agreements.korean.telling import is_deed, is_told
from pactbook.claims.agreements.korean.triggers import Trigger, widened
from pactbook.claims.agreements.parties import BETWEEN_STATES, NOBODY, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.settling import kinds_agree
from pactbook.model.claim import Because, Value
from pactbook.model.mention import DateMention
from pactbook.model.span import Span

#: What money has to mean to be the value of a deal.
_WORTH = frozenset({"loan", "grant", "contract_value", "fund"})
#: Kinds of deals that a body concludes with a state.
_WITH_STATES = frozenset({"loan", "grant", "contract", "memorandum", "agreement", "licence"})
#: The matter of what states only agreed on: no treaty that they have is meant.
_ACCORD = "accord"
#: How many paragraphs a subject is carried on.
_CARRIED = 2
#: How many paragraphs an undated deal may stand behind the day of the event.
_EVENT = 6
#: How near a date stands before the partner that it belongs to, in characters; the length of a day's value.
_NEAR, _DAY = 24, len("2023-04-21")


def drafts_of(trigger: Trigger, context: Context) -> list[Draft]:
    """The deals that the trigger tells: none where the words only sound like one, several for "A, B와 각각"."""
    clause = clause_of(context.scene, trigger, context.before)
    if not clause.placed and clause.pair_span is None and trigger.deal is not None:
        # A clause that names nobody goes on with what the one before it says.
        beside = [d.span.end for d in context.before if d.sentence == context.sentence]
        trigger = widened(trigger, max(beside, default=context.sentence.start))
        clause = clause_of(context.scene, trigger, context.before)
    draft = _draft(trigger, clause, context)
    found = [
        replace(draft, parties=p, because=[], evidence=[], tellings=[])
        for p in _shares(trigger, clause, draft, context)
    ]
    told = _made_before(trigger, context)
    for one in found or [draft]:
        if is_told(one, trigger, context):
            _tell_date(one, trigger, clause, context)
            one.apart = one.apart or _is_old_news(one, trigger, context)
            _give_reasons(one, trigger, context.scene)
            told.append(one)
    return told


def _made_before(trigger: Trigger, context: Context) -> list[Draft]:
    """The deal as it was made, where the clause tells that it was renewed: "2019년 체결한 MOU를 갱신했다"."""
    act, described = trigger.act, trigger.described
    if act is None or described is None or not (act.entry.decides and act.plain) or described.entry.status != "signed":
        return []
    return drafts_of(replace(trigger, act=None, later=None), context)


def _draft(trigger: Trigger, clause: Clause, context: Context) -> Draft:
    scene, deal = context.scene, trigger.deal
    kind = _kind(trigger, context)
    start, end = trigger.core
    draft = Draft(kind, "in_force", NOBODY, context.sentence, Span.of(scene.text, start, end))
    draft.status, act = status_of(trigger, kind)
    if context.item and trigger.bare and context.frame:
        draft.status = context.frame.status
    if is_deed(scene, trigger):
        draft.status = "signed"
    draft.weak_status = act is None and not context.item
    draft.parties = _parties(trigger, clause, kind, context)
    if deal is not None:
        draft.matter, draft.family = deal.matter, deal.head.family
        draft.subject = topic_of(scene, deal, trigger.start)
        draft.apart = (
            context.item or is_apart(scene, deal) or is_older(scene, deal) or _is_besides(draft, trigger, context)
        )
        _take_older(draft, trigger, context)
        draft.apart = draft.apart or bool(trigger.described and trigger.act and trigger.act.entry.decides)
        draft.again = _points_back(trigger, clause, draft, context)
        if draft.again:
            draft.kind = next(d.kind for d in reversed(context.before) if _alike(d, draft))
            draft.parties = named_parties(scene, trigger, clause, kind)
    else:
        draft.subject = object_of(scene, trigger.start, trigger.core[0])
    if _of_states(draft.parties) and kind in ("agreement", "any"):
        if deal is not None and deal.kind == "agreement" and not deal.head.of_states:
            draft.kind = "treaty"
        if deal is None:
            draft.matter = _ACCORD
    draft.values = _values(scene, trigger, kind)
    return draft


def _kind(trigger: Trigger, context: Context) -> str:
    deal, frame = trigger.deal, context.frame
    told = deal.kind if deal else trigger.act.entry.alone if trigger.act else "any"
    if told in ("agreement", "any"):
        if deal is not None and is_same(context.scene, deal):
            like = [d.kind for d in context.before if d.kind in ("memorandum", "agreement")]
            return like[-1] if like else told
        if told == "any" and frame and (context.item or context.sentence.paragraph - frame.paragraph <= 1):
            return frame.kind
    return told


def status_of(trigger: Trigger, kind: str) -> tuple[str, Act | None]:
    """The codebook stage of the deal and the act that tells it."""
    if trigger.later is not None:
        return trigger.later.status, trigger.later
    act = trigger.act or trigger.described
    described = trigger.described
    if act is not None and described is not None and act.entry.decides and act.status in AHEAD:
        # What is to be renewed or raised stands as it was made.
        act = described
    if act is None:
        return "signed" if kind in ("declaration", "action_plan", "memorandum") else "in_force", None
    decided = act.entry.decides and kind == "partnership" and act.status == "planned"
    return ("signed" if decided else act.status), act


def _parties(trigger: Trigger, clause: Clause, kind: str, context: Context) -> Parties:
    named = named_parties(context.scene, trigger, clause, kind)
    partners = clause.of("with")
    if len(named.ids) >= 2 and not (partners and {n.id for n in named.names} <= {p.named.id for p in partners}):
        return named
    span = Span.of(context.scene.text, *trigger.core)
    local = trigger.deal is not None and trigger.deal.local
    theirs = (kind in BETWEEN_STATES and not local) or _of_states(Parties(clause.pair, "pair"))
    if theirs and all(n.kind in (STATE, "international") for n in named.names):
        return _states(named, clause, span)
    if named.names and all(n.kind == STATE for n in named.names) and kind not in _WITH_STATES:
        named = NOBODY
    if clause.pair and set(named.ids) <= {n.id for n in clause.pair}:
        return Parties(clause.pair, "named")
    if named.names and clause.of(*SUBJECTS):
        return _with_partner(trigger, named, context)
    if trigger.deal and trigger.deal.head.of_states:
        return Parties(home(span), "default")
    carried = tuple(n for n in _carried(context) if n.id not in named.ids)
    if _has_stranger(trigger, clause, context.scene):
        return named
    if named.names:
        return Parties((*carried, *named.names), "named")
    return _understood(trigger, carried, context, span)


def _has_stranger(trigger: Trigger, clause: Clause, scene: Scene) -> bool:
    """Whether somebody whom no one knows is the subject, alone or together with the first name: "A와 현지 업체는"."""
    grammar, stop = scene.words.korean.grammar, trigger.core[0]
    first = clause.placed[0] if clause.placed else None
    if first is not None and first.part == "with" and grammar.other_subject.match(scene.plain, first.end + 1, stop):
        return True
    if has_unknown_echo(scene, trigger.start, stop, grammar.pair_topic):
        return True
    strangers = grammar.stranger.finditer(scene.plain, trigger.start, stop)
    return any(not scene.named_in(max(0, m.start() - 20), m.end()) for m in strangers)


def _with_partner(trigger: Trigger, named: Parties, context: Context) -> Parties:
    """The subject with the partner of its last deal, where another is told besides: "A는 계약도 맺었다"."""
    last = context.before[-1] if context.before else None
    deal, scene = trigger.deal, context.scene
    also = deal is not None and (deal.local or bool(scene.words.korean.grammar.also.match(scene.plain, deal.end)))
    near = last is not None and last.sentence.paragraph == context.sentence.paragraph
    if last is None or not (also and near) or not set(named.ids) < last.ids or len(last.ids) != 2:
        return named
    return Parties(last.parties.names, "named")


def _understood(trigger: Trigger, carried: tuple[Named, ...], context: Context, span: Span) -> Parties:
    """The parties where the clause names nobody: those of the item before, the subject carried on, the two states."""
    if _is_ditto(trigger, context):
        return context.before[-1].parties
    if context.item:
        return Parties(home(span), "default")
    if _were_several(context) and (states := _states_here(context)):
        return states
    beside = context.before[-1] if context.before and context.before[-1].sentence == context.sentence else None
    if beside is not None and not beside.again:
        return beside.parties
    return Parties(carried, "named" if len({n.id for n in carried}) > 1 else "pair")


def _were_several(context: Context) -> bool:
    """Whether the sentence before told deals of different parties: who signed this one cannot be one of them."""
    last = context.before[-1].sentence if context.before else None
    return last != context.sentence and len({d.ids for d in context.before if d.sentence == last}) > 1


def _states_here(context: Context) -> Parties | None:
    """The two states, where the paragraph has told a deal of theirs."""
    told = [d.parties for d in context.before if d.sentence.paragraph == context.sentence.paragraph]
    return next((p for p in reversed(told) if _of_states(p)), None)


def _is_ditto(trigger: Trigger, context: Context) -> bool:
    """Whether a ditto mark stands for the parties of the item before: "협력 MOU(〃)"."""
    grammar, scene = context.scene.words.korean.grammar, context.scene
    ditto = trigger.deal and grammar.ditto.search(scene.plain, trigger.deal.end, trigger.end)
    return bool(ditto and context.item and context.before)


def _states(named: Parties, clause: Clause, span: Span) -> Parties:
    """The two states, where one or none of them is named."""
    if clause.pair and all(n.kind == STATE for n in clause.pair) and set(named.ids) <= {n.id for n in clause.pair}:
        return Parties(clause.pair, "pair")
    both = home(span)
    if not named.names:
        return Parties(both, "default")
    korea = [n for n in both if n.id == "KR"]
    other = korea if "KR" not in named.ids else [n for n in both if n.id == "VN"]
    return Parties((*other, *named.names), "named")


def _of_states(parties: Parties) -> bool:
    return len(parties.ids) >= 2 and all(n.kind in (STATE, "international") for n in parties.names)


def _carried(context: Context) -> tuple[Named, ...]:
    """The subject that the clause leaves out: that of the clause before, else of the sentence before."""
    return context.topic.within(context.sentence.paragraph, _CARRIED)


def _shares(trigger: Trigger, clause: Clause, draft: Draft, context: Context) -> list[Parties]:
    """The pairs of "A는 B와, C는 D와" and of "A는 B, C와 각각"; empty where there is one deal."""
    if draft.parties.how != "named" or draft.kind in BETWEEN_STATES:
        return []
    own = [p for p in clause.placed if p.named.kind != STATE and p.named in draft.parties.names]
    subjects, withs = [p for p in own if p.part in SUBJECTS], [p for p in own if p.part == "with"]
    order = "".join("s" if p.part in SUBJECTS else "w" for p in own if p.part in (*SUBJECTS, "with"))
    if order in ("swsw", "swswsw", "swswswsw"):
        return [Parties((s.named, w.named), "named") for s, w in zip(subjects, withs, strict=True)]
    scene = context.scene
    each = scene.words.korean.grammar.each.search(scene.plain, trigger.start, trigger.end)
    if each and len({w.named.id for w in withs}) == 1 and (parts := _parts(trigger, draft)):
        return [draft.parties] * parts
    several = len({w.named.id for w in withs}) > 1 and (each or any(w.parted for w in withs) or _apart(withs))
    if not several:
        return []
    firsts = tuple(n for n in draft.parties.names if n not in [w.named for w in withs])
    return [Parties((*firsts, w.named), "named") for w in withs] if firsts else []


def _parts(trigger: Trigger, draft: Draft) -> int:
    """How many subjects the deals made with one partner each have: "A, B에 관한 MOU를 각각"; 0 for no more than one."""
    return 0


def _apart(withs: Sequence[Placed]) -> bool:
    """Whether the partners stand apart, each with its own particle: "B와는 ..., C와는 ..."."""
    return len(withs) > 1 and not any(w.listed for w in withs)


def _is_besides(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether the deal is another of the same parties and kind: in one list, or told besides, with its own subject."""
    alike = [d for d in context.before if d.kind == draft.kind and d.ids == draft.ids and d.family == draft.family]
    grammar, plain = context.scene.words.korean.grammar, context.scene.plain
    if trigger.deal is None or not alike:
        return False
    if grammar.long_ago.search(plain, trigger.start, trigger.deal.start):
        return True
    if draft.subject is None or any(d.subject is None for d in alike):
        return False
    beside = any(d.sentence == context.sentence for d in alike)
    also = grammar.also.match(plain, trigger.deal.end) or grammar.besides.match(plain, trigger.start)
    told = {d.subject.text for d in alike if d.subject}
    return bool(beside or also) and draft.subject.text not in told


def _is_old_news(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether an old date tells the deal from one that the article reports as news."""
    published = context.scene.article.published
    if draft.again or not (draft.own_date and draft.date and published) or not is_old(draft.date, published):
        return False
    new = [d for d in context.before if d.of_event and d.ids == draft.ids and d.kind == draft.kind]
    return bool(new) and draft.kind not in BETWEEN_STATES


def _take_older(draft: Draft, trigger: Trigger, context: Context) -> None:
    """Give "the deal until now" the parties of the new one told before."""
    alike = [d for d in context.before if _alike(d, draft)]
    if trigger.deal and alike and is_older(context.scene, trigger.deal) and draft.parties.how != "named":
        draft.parties = Parties(alike[-1].parties.names, "named")
        draft.kind = alike[-1].kind


def _points_back(trigger: Trigger, clause: Clause, draft: Draft, context: Context) -> bool:
    """Whether the clause goes on about a deal told before: "이번 협약", or a bare "협약을 맺은 뒤"."""
    deal, scene = trigger.deal, context.scene
    alike = [d for d in context.before if _alike(d, draft)]
    if deal is None or draft.apart or context.item or not alike:
        return False
    if is_back(scene, deal):
        return True
    if draft.status in AHEAD and not any(d.status in AHEAD for d in alike):
        return False
    own = clause.pair or any(p.part in (*SUBJECTS, "with", "between", "of") for p in clause.placed)
    also = scene.words.korean.grammar.also.match(scene.plain, deal.end)
    return not own and not also and draft.subject is None


def _alike(one: Draft, two: Draft) -> bool:
    apart = one.family and two.family and one.family != two.family
    return not apart and one.matter != _ACCORD and kinds_agree(one.kind, two.kind) and two.matter in ("", one.matter)


def _tell_date(draft: Draft, trigger: Trigger, clause: Clause, context: Context) -> None:
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
    if draft.status not in AHEAD and _is_at_event(trigger, context):
        draft.date = _event_day(trigger, context)
        draft.of_event = draft.date is None
        return
    weak = draft.weak_status and not (trigger.bare and context.frame)
    if draft.status != "signed" or draft.again or weak or _is_of_old_times(trigger, context):
        return
    draft.of_event = True
    draft.date = context.event.day_for(draft.sentence.paragraph, _EVENT)


def _same_time(trigger: Trigger, context: Context) -> str | None:
    """The month or the year of the deal told before: "같은 달", "같은 해"."""
    scene, grammar = context.scene, context.scene.words.korean.grammar
    last = next((d.date for d in reversed(context.before) if d.date and "/" not in d.date), None)
    for pattern, length in ((grammar.same_month, len("2023-04")), (grammar.same_year, len("2023"))):
        if last and len(last) >= length and pattern.search(scene.plain, trigger.start, trigger.core[1]):
            return last[:length]
    return None


def _is_at_event(trigger: Trigger, context: Context) -> bool:
    """Whether the clause says that the deal was made on the day, or at the event, told before."""
    scene, grammar = context.scene, context.scene.words.korean.grammar
    place = (scene.plain, trigger.start, trigger.core[1])
    return bool(grammar.at_event.search(*place) or grammar.at_place.search(*place))


def _event_day(trigger: Trigger, context: Context) -> str | None:
    """The day of "이날" is the event's, that of "이 자리에서" the last one told in the paragraph."""
    scene = context.scene
    last = next((d.date for d in reversed(context.before) if d.date), None)
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


def _is_of_old_times(trigger: Trigger, context: Context) -> bool:
    """Whether the sentence speaks of a month or a year long ago before it tells the deal."""
    scene = context.scene
    dates = [
        d.value for d in scene.dates_in(context.sentence.start, trigger.core[0]) if d.value and len(d.value) < _DAY
    ]
    return any(is_old(v, scene.article.published or v, 20) for v in dates)


def _parted_date(draft: Draft, clause: Clause, scene: Scene) -> DateMention | None:
    """The date right before the partner where each partner has one: "10월 A시, 11월 B시와도"."""
    partners = [p for p in clause.of("with") if p.named in draft.parties.names]
    if not any(p.parted or p.listed for p in clause.of("with")) or len(partners) != 1:
        return None
    place = partners[0].start
    dates = [d for d in scene.dates_in(max(0, place - _NEAR), place) if d.value]
    return dates[-1] if dates else None


def _values(scene: Scene, trigger: Trigger, kind: str) -> list[Value]:
    """The sums that the deal is worth: of a fitting measure, or right before the deal's word with "규모의"."""
    if kind in BETWEEN_STATES or (trigger.deal is None and kind != "contract"):
        return []
    found = []
    place = trigger.deal.start if trigger.deal else trigger.core[0]
    for figure in scene.figures_in(trigger.start, trigger.end):
        if figure.measure in _WORTH or trigger.deal is None or _is_worth(scene, figure.span.end, place):
            found.append(Value(figure.low, figure.high, figure.currency))
    return found


def _is_worth(scene: Scene, end: int, deal: int) -> bool:
    m = scene.words.korean.grammar.worth.match(scene.plain, end, deal)
    return bool(m) and deal - end < 40


def _give_reasons(draft: Draft, trigger: Trigger, scene: Scene) -> None:
    """Keep for each cell the words that told it, and the sentence as evidence."""
    if trigger.deal is not None:
        draft.because.append(Because("kind", trigger.deal.span, trigger.deal.rule))
    _, act = status_of(trigger, draft.kind)
    if act is not None:
        draft.because.append(Because("status", act.span, act.rule))
    draft.because.extend(Because("parties", n.span, draft.parties.how) for n in draft.parties.names)
    draft.evidence.append(Span.of(scene.text, draft.sentence.start, draft.sentence.end))
    draft.tellings.append(
        Telling(trigger.deal.span if trigger.deal else None, draft.sentence, trigger.start, trigger.end)
    )
