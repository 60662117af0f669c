"""Whether a Korean clause goes on about a deal told before, or tells another one."""

from __future__ import annotations

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.event import is_old
from pactbook.claims.agreements.korean.clauses import SUBJECTS, Clause
from pactbook.claims.agreements.korean.context import Context
from pactbook.claims.agreements.korean.deals import Deal, is_back, is_older
from pactbook.claims.agreements.korean.triggers import Trigger
from pactbook.claims.agreements.parties import BETWEEN_STATES, Parties
from pactbook.claims.agreements.scene import STATE
from pactbook.claims.agreements.settling import kinds_agree
from pactbook.model.edtf import compatible

#: The length of a month's value.
_MONTH = len("2023-04")
#: How near before a word for a deal "현행" stands.
_NOW = 8
#: A treaty's word with so many syllables is its own.
_OWN_NAME = 6
#: The matter of what states only agreed on: no treaty that they have is meant.
ACCORD = "accord"


def is_besides(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether the deal is another of the same parties and kind: in one list, or told besides, with its own subject."""
    deal, ids = trigger.deal, draft.ids
    theirs = [d for d in context.before if d.ids == ids]
    if deal is None or not theirs:
        return False
    grammar, plain = context.scene.words.korean.grammar, context.scene.plain
    if grammar.long_ago.search(plain, trigger.start, deal.start):
        return any(kinds_agree(d.kind, draft.kind) for d in theirs)
    if draft.subject is None:
        return False
    if also := grammar.also.match(plain, deal.end) is not None:
        alike = [d for d in theirs if kinds_agree(d.kind, draft.kind)]
    else:
        alike = [d for d in theirs if d.kind == draft.kind and d.family == draft.family]
    if not alike or (not also and any(d.subject is None for d in alike)):
        return False
    beside = any(d.sentence == context.sentence for d in alike)
    told = {d.subject.text for d in alike if d.subject}
    return (beside or also or bool(grammar.besides.match(plain, trigger.start))) and draft.subject.text not in told


def is_old_news(draft: Draft, trigger: Trigger, context: Context) -> bool:
    """Whether an old date tells the deal from one that the article reports as news."""
    published = context.scene.article.published
    if _is_of_another_time(draft, context):
        return True
    if draft.again or not (draft.own_date and draft.date and published) or not is_old(draft.date, published):
        return False
    new = [d for d in context.before if d.of_event and d.ids == draft.ids and d.kind == draft.kind]
    return bool(new) and draft.kind not in BETWEEN_STATES


def _is_of_another_time(draft: Draft, context: Context) -> bool:
    """Whether a deal has a subject and a month that those told before have not: "지난 1월 ... 계약을 따낸 데 이어"."""
    own = draft.own_date and draft.subject and not draft.again
    if not own or draft.kind in BETWEEN_STATES or draft.status != "signed":
        return False
    alike = [d for d in context.before if d.kind == draft.kind and draft.ids <= d.ids]
    return bool(alike) and all(d.status == "signed" and _is_other(d, draft) for d in alike)


def _is_other(one: Draft, two: Draft) -> bool:
    """Whether two drafts have each a subject and a month, and neither the same."""
    subjects = [d.subject.text for d in (one, two) if d.subject is not None]
    months = [d.date[:_MONTH] for d in (one, two) if d.date]
    return len(set(subjects)) == 2 == len(set(months))


def take_older(draft: Draft, trigger: Trigger, context: Context) -> None:
    """Give "the deal until now" the parties of the new one told before."""
    deal = trigger.deal
    if deal is None:
        return
    now = _stands_now(deal, draft, context)
    older = draft.parties.how != "named" and is_older(context.scene, deal)
    last = next((d for d in reversed(context.before) if are_alike(d, draft)), None) if now or older else None
    if last is None:
        return
    stands = now and (last.status in AHEAD or (last.renewed and last.status == "signed"))
    draft.apart = draft.apart or stands
    if older or (stands and draft.parties.how != "named"):
        draft.parties = Parties(last.parties.names, "named")
        draft.kind = last.kind


def points_back(trigger: Trigger, clause: Clause, draft: Draft, context: Context) -> bool:
    """Whether the clause goes on about a deal told before: "이번 협약", or a bare "협약을 맺은 뒤"."""
    deal, scene = trigger.deal, context.scene
    if deal is None or draft.apart or context.item:
        return False
    back = is_back(scene, deal)
    if draft.subject is not None and not back:
        return False
    alike = [d for d in context.before if are_alike(d, draft)]
    if deal.kind == "treaty":
        # "군사비밀정보보호협정" is no arrangement of the two ministries told before.
        called = deal.span.text.replace(" ", "")
        alike = [
            d
            for d in alike
            if d.kind == "treaty" and any(t.deal is not None and _speaks_of(t.deal.text, called) for t in d.tellings)
        ]
    if not alike or _is_of_list(alike):
        return False
    if back:
        return True
    if draft.status in AHEAD and not any(d.status in AHEAD for d in alike):
        return False
    if _is_the_end(draft, clause, alike[-1]) or _is_its_end(draft, trigger, clause, alike[-1]):
        return True
    own = clause.pair or any(p.part in (*SUBJECTS, "with", "between", "of") for p in clause.placed)
    also = scene.words.korean.grammar.also.match(scene.plain, deal.end)
    return not own and not also


def _is_the_end(draft: Draft, clause: Clause, told: Draft) -> bool:
    """Whether it is told of both parties how their deal has ended: "두 병원은 계약을 끝냈다"."""
    over = draft.status in ("ended", "completed") and told.status == "signed" and draft.subject is None
    return over and bool(clause.pair) and {n.id for n in clause.pair} == set(told.ids)


def _is_its_end(draft: Draft, trigger: Trigger, clause: Clause, told: Draft) -> bool:
    """Whether one side has ended the deal just told: "A는 B와 합작 계약을 맺었다. A는 합작 사업에서 철수했다"."""
    over = draft.status in ("ended", "completed") and told.status == "signed" and draft.subject is None
    if not over or trigger.described is not None or not draft.ids <= told.ids:
        return False
    near = draft.sentence.paragraph - told.sentence.paragraph <= 1
    return near and bool(clause.placed) and {p.named.id for p in clause.placed} <= told.ids


def _stands_now(deal: Deal, draft: Draft, context: Context) -> bool:
    """Whether the deal is told as the one in force while another is to follow it: "현행 양해각서는 2004년 체결됐다"."""
    scene = context.scene
    now = scene.words.korean.grammar.current.search(scene.before(deal.start, _NOW))
    return now is not None and draft.status not in AHEAD


def set_renewed_apart(draft: Draft, made: list[Draft], trigger: Trigger, context: Context) -> None:
    """Tell a deal from its renewal where a sentence names neither party: "이 협약은 지난해 연장됐다".

    ``made`` is the deal as the same clause says that it was made: "2021년 맺은 각서를 연장한 것이다".
    """
    act = trigger.act
    renews = act is not None and act.entry.decides and act.plain
    if not renews and not (draft.again and draft.own_date):
        return
    told = [d for d in context.before if are_alike(d, draft)]
    alike = next((d for d in reversed(told) if not d.again), next(reversed(told), None))
    if alike is None:
        return
    first = context.scene.words.korean.grammar.at_first.search(context.scene.plain, trigger.start, trigger.core[1])
    older = draft.status == "ended" or trigger.described is not None or first is not None
    if draft.again and alike.renewed and draft.own_date and older:
        # "협정을 갱신했다. 2017년 협정이 만료된 데 따른 것이다"
        if alike.date is None or not compatible(alike.date, draft.date):
            draft.parties, draft.again, draft.apart = alike.parties, False, True
        return
    if not renews or alike.date is None:
        return
    if draft.again and draft.own_date and not compatible(alike.date, draft.date):
        draft.parties, draft.again, draft.apart = alike.parties, False, True
    for one in made:
        bare = (one.again and not one.ids) or one.parties == alike.parties
        if bare and one.date is not None and not compatible(alike.date, one.date):
            # What was told before is the renewal.
            one.parties, one.again, one.apart = alike.parties, False, True
            draft.again, draft.apart = draft.date is None, draft.date is not None


def is_broken_off(draft: Draft, context: Context) -> bool:
    """Whether the sentence has told how the deal was made that it says is ended: "맺었으나 B와의 협약은 해지했다"."""
    return draft.status == "ended" and any(
        d.sentence == context.sentence and d.ids == draft.ids and d.status == "signed" and are_alike(d, draft)
        for d in context.before
    )


def name_sides(draft: Draft, context: Context) -> None:
    """Give a deal told of a state only the bodies that a later clause names: "A와 베트남 국방부가 맺은 이 계약"."""
    alike = next((d for d in reversed(context.before) if are_alike(d, draft)), None)
    bodies = [n for n in draft.parties.names if n.kind != STATE]
    if alike is None or len(bodies) < len(alike.parties.names) or alike.kind in BETWEEN_STATES:
        return
    if all(n.kind == STATE for n in alike.parties.names) and alike.ids <= {n.country for n in bodies}:
        alike.parties = draft.parties


def put_off(draft: Draft, trigger: Trigger, context: Context, told: list[Draft]) -> bool:
    """Whether what was told right before is only to be signed: "합작사를 세우기로 하고 연말 본계약을 맺는다".

    The deal told before then takes the stage and the day of ``draft``, which is no deal of its own.
    """
    deal, last = trigger.deal, next(reversed([*context.before, *told]), None)
    main = deal is not None and context.scene.words.korean.grammar.main_deal.match(deal.span.text)
    if not main or last is None or draft.status not in AHEAD or last.status not in ("signed", *AHEAD):
        return False
    near = last.sentence.paragraph == context.sentence.paragraph and last.kind in ("contract", "agreement", "any")
    if not near or last.family == "paper" or not draft.ids <= last.ids:
        return False
    last.kind, last.status, last.own_date, last.of_event = draft.kind, draft.status, draft.own_date, False
    last.date = draft.date or (last.date if last.status in AHEAD else None)
    last.because = [b for b in last.because if b.cell not in ("kind", "status", "date")] + draft.because
    last.evidence.extend(e for e in draft.evidence if e not in last.evidence)
    last.values = last.values or draft.values
    return True


def _is_of_list(alike: list[Draft]) -> bool:
    """Whether the last deals stand in a list, each of other parties: who says "the paper" means none of them."""
    last = [d for d in alike[-2:] if d.sentence.role == "item"]
    return len({d.ids for d in last}) > 1


def _speaks_of(one: str, called: str) -> bool:
    """Whether two words may be those for one treaty: not 수형자이송조약 and 민사사법공조조약."""
    bare = one.replace(" ", "")
    return bare in called or called in bare or min(len(bare), len(called)) < _OWN_NAME


def are_alike(one: Draft, two: Draft) -> bool:
    apart = one.family and two.family and one.family != two.family
    return not apart and one.matter != ACCORD and kinds_agree(one.kind, two.kind) and two.matter in ("", one.matter)
