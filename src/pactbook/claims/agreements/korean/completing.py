"""The parties of a Korean deal: those of its clause, completed by what the sentences around it tell."""

from __future__ import annotations

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.korean.clauses import SUBJECTS, Clause
from pactbook.claims.agreements.korean.context import Context
from pactbook.claims.agreements.korean.names import placed_in
from pactbook.claims.agreements.korean.particles import GRANTERS
from pactbook.claims.agreements.korean.parties import LOCAL, named_parties
from pactbook.claims.agreements.korean.stand_ins import has_unknown_echo, home, state
from pactbook.claims.agreements.korean.triggers import Trigger
from pactbook.claims.agreements.parties import BETWEEN_STATES, HOME, NOBODY, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.model.span import Span

#: Kinds of deals that a body concludes with a state.
_WITH_STATES = frozenset({"loan", "grant", "contract", "memorandum", "agreement", "licence"})
#: Kinds of deals that are for the works of a state.
_AID = frozenset({"loan", "grant"})
#: The country of those who write Korean news.
OURS = "KR"
#: How many paragraphs a subject is carried on.
_CARRIED = 2


def parties_of(trigger: Trigger, clause: Clause, kind: str, context: Context) -> Parties:
    named = named_parties(context.scene, trigger, clause, kind)
    if kind in _AID and len(named.ids) == 1 and (receiver := _receiver(trigger, named, context.scene)):
        named = Parties((*named.names, receiver), named.how)
    named = _with_ours(trigger, named, context)
    partners = clause.of("with")
    if len(named.ids) >= 2 and not (partners and {n.id for n in named.names} <= {p.named.id for p in partners}):
        return named
    span = Span.of(context.scene.text, *trigger.core)
    local = trigger.deal is not None and trigger.deal.local
    of_states = trigger.deal is not None and trigger.deal.head.of_states and bool(named.names)
    if (understood := _told_around(trigger, clause, named, kind, context)) is not None:
        return understood
    theirs = (kind in BETWEEN_STATES and not local) or of_states or are_states(Parties(clause.pair, "pair"))
    if theirs and all(n.kind in (STATE, "international") for n in named.names):
        return _states(named, clause, span)
    if named.names and all(n.kind == STATE for n in named.names) and kind not in _WITH_STATES:
        named = NOBODY
    if clause.pair and set(named.ids) <= {n.id for n in clause.pair}:
        return Parties(clause.pair, "named")
    if named.names and clause.of(*SUBJECTS):
        return _with_partner(trigger, named, context)
    if trigger.deal and trigger.deal.head.of_states and all(n.kind == STATE for n in named.names):
        return Parties(home(span), "default")
    return _with_carried(trigger, clause, named, context)


def _with_ours(trigger: Trigger, named: Parties, context: Context) -> Parties:
    """The state named with that of the reader, where "we" stands for it: "베트남은 2004년 우리와 양해각서를 맺었다"."""
    if len(named.ids) != 1 or named.names[0].kind != STATE or OURS in named.ids:
        return named
    said = context.scene.words.korean.grammar.ours.search(context.scene.plain, trigger.start, trigger.core[1])
    if said is None:
        return named
    return Parties((state(OURS, Span.of(context.scene.text, *said.span("who"))), *named.names), "named")


def _with_carried(trigger: Trigger, clause: Clause, named: Parties, context: Context) -> Parties:
    """The parties named, with the subject that the clause leaves out or whoever else the text has told."""
    carried = tuple(n for n in _carried(context) if n.id not in named.ids)
    if named.names and not carried and (sayer := _sayer(trigger, named, context)) is not None:
        return Parties((sayer, *named.names), "named")
    if _has_stranger(trigger, clause, context.scene) or (context.item and named.names):
        return named
    if named.names:
        return Parties((*_one_of_pair(carried, context), *named.names), "named")
    return _understood(trigger, carried, context, Span.of(context.scene.text, *trigger.core))


def _told_around(trigger: Trigger, clause: Clause, named: Parties, kind: str, context: Context) -> Parties | None:
    """The parties where the sentences around name the other side: two towns, who sells abroad, who is granted."""
    if clause.pair and not named.names and all(n.kind in LOCAL for n in clause.pair) and not _names_states(trigger):
        # "두 도시는 ... 공동선언을 발표할 예정이다"
        return Parties(clause.pair, "named")
    if (other := _whom_it_describes(trigger, clause, named, context.scene)) is not None:
        return Parties((*named.names, other), "named")
    if (partner := _partner_of_last(trigger, clause, named, context)) is not None:
        return Parties((*named.names, partner), "named")
    if kind == "contract" and (maker := _maker(named, context)) is not None:
        return Parties((maker, *named.names), "named")
    if kind == "licence" and trigger.deal is not None and (grantee := _grantee(named, context)) is not None:
        return Parties((*named.names, grantee), "named")
    return None


def _names_states(trigger: Trigger) -> bool:
    """Whether the deal is one that only states have: a treaty, the standing of their ties."""
    return trigger.deal is not None and (trigger.deal.kind == "treaty" or bool(trigger.deal.matter))


def _receiver(trigger: Trigger, named: Parties, scene: Scene) -> Named | None:
    """The state whose works the money is for: "미얀마 정부가 추진하는 사업에 5600만달러를 지원하는 차관계약"."""
    receives = scene.words.korean.grammar.receives
    for name in scene.named_in(trigger.start, trigger.core[0]):
        if name.kind == STATE and name.id not in named.ids and receives.match(scene.plain, name.end):
            return None if name.country == named.names[0].country else name
    return None


def _sayer(trigger: Trigger, named: Parties, context: Context) -> Named | None:
    """Who tells of a deal that names its partner only: "B와 맺은 협약은 끝났다고 A는 설명했다"."""
    scene, sentence = context.scene, context.sentence
    grammar = scene.words.korean.grammar
    for name in scene.named_in(sentence.start, trigger.core[0]):
        if grammar.speaker.match(scene.plain, name.end) and _is_other_side(name, named):
            return name
    said = grammar.sayer.search(scene.plain, trigger.core[1], sentence.end)
    if said is None:
        return _said_behind(named, context)
    placed = placed_in(scene, scene.named_in(said.end(), sentence.end), sentence.end)
    return next((p.named for p in placed if p.part in SUBJECTS and _is_other_side(p.named, named)), None)


def _said_behind(partners: Parties, context: Context) -> Named | None:
    """Who is named, right behind a sentence in quotes, to have said it: ""B와 협약을 맺었죠." A 대표의 말이다"."""
    scene, sentence = context.scene, context.sentence
    if scene.plain[sentence.start : sentence.end].strip()[-1:] != '"':
        return None
    behind = next((s for s in scene.article.sentences if s.start >= sentence.end), None)
    if behind is None or behind.paragraph != sentence.paragraph:
        return None
    for one in placed_in(scene, scene.named_in(behind.start, behind.end), behind.end)[:1]:
        said = scene.words.korean.grammar.said_it.match(scene.plain, one.tail)
        if said and one.acts and _is_other_side(one.named, partners):
            return one.named
    return None


def _is_other_side(name: Named, partners: Parties) -> bool:
    """Whether who speaks may have made the deal with the partners: of another country, and no firm's by a ministry."""
    if name.kind in (STATE, "media", "research", "international") or name.country in {
        p.country for p in partners.names
    }:
        return False
    return name.kind != "ministry" or all(p.kind != "company" for p in partners.names)


def _grantee(named: Parties, context: Context) -> Named | None:
    """For whom a licence is that is told of its granter only: the firm from abroad that the text speaks of."""
    if len(named.ids) != 1 or named.names[0].kind not in GRANTERS:
        return None
    firms = [n for n in context.topic.within(context.sentence.paragraph, 1) if n.kind == "company"]
    return firms[0] if firms and firms[0].country != named.names[0].country else None


def _whom_it_describes(trigger: Trigger, clause: Clause, named: Parties, scene: Scene) -> Named | None:
    """The partner that a deal describes: "A는 2008년 자매결연을 맺은 B와 교류를 넓힌다"."""
    act, deal = trigger.act, trigger.deal
    if act is None or deal is None or not act.describes or len(named.ids) != 1:
        return None
    told = clause.of(*SUBJECTS)
    if not told and not clause.of("with"):
        return None
    behind, place = scene.next_named(act.end), act.end
    if behind is not None and behind.kind == STATE and behind.start - place <= 1:
        # "자매결연을 맺은 베트남 B와"
        place = behind.end
        behind = scene.next_named(place)
    if behind is None or behind.start - place > 1 or behind.kind == STATE:
        return None
    if not told and placed_in(scene, [behind], behind.end + 4)[0].part not in SUBJECTS:
        # "B와 협약을 맺은 A는 ..."
        return None
    return behind if behind.country != named.names[0].country else None


def _partner_of_last(trigger: Trigger, clause: Clause, named: Parties, context: Context) -> Named | None:
    """The other side of the deal told before, where one more does the like: "B에 빌려주기로 했고, C도 빌려주기로"."""
    last, scene = context.before[-1] if context.before else None, context.scene
    if last is None or clause.pair or len(named.ids) != 1 or named.ids[0] in last.ids:
        return None
    subjects = clause.of(*SUBJECTS)
    if len(subjects) != 1:
        return None
    also = trigger.deal is not None and bool(scene.words.korean.grammar.also.match(scene.plain, trigger.deal.end))
    too = scene.words.korean.grammar.also.match(scene.plain, subjects[0].tail) is not None
    near = last.sentence.paragraph == context.sentence.paragraph and last.parties.how == "named"
    near = near and not _is_elsewhere(trigger, last.parties, scene)
    others = [n for n in last.parties.names if n.kind != STATE]
    if not near or len({n.id for n in others}) > 2 or not ((too and trigger.deal is None) or also):
        return None
    other = others[-1] if others else None
    alike = len(others) == 1 or others[0].country == subjects[0].named.country
    return other if other is not None and alike and other.country != named.names[0].country else None


def _maker(named: Parties, context: Context) -> Named | None:
    """Who sells to a buyer from a third country: the firm of the last contract told near by."""
    told = [d for d in context.before if d.kind == "contract" and any(n.kind == "company" for n in d.parties.names)]
    last = next(reversed(told), None)
    abroad = all(n.country is not None and n.country not in HOME for n in named.names)
    if last is None or not named.names or not abroad:
        return None
    near = context.sentence.paragraph - last.sentence.paragraph <= _CARRIED
    firms = [n for n in last.parties.names if n.kind == "company" and n.country in HOME]
    return firms[0] if near and len(firms) == 1 else None


def _one_of_pair(carried: tuple[Named, ...], context: Context) -> tuple[Named, ...]:
    """Of a pair carried on, only who led its deal goes on to another partner: "... 이에 앞서 B와도 협약을 맺었다"."""
    ids = {n.id for n in carried}
    told = len(ids) == 2 and any(d.ids == ids for d in context.before)
    return carried[:1] if told else carried


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
    if last is None or not set(named.ids) < last.ids or len(last.ids) != 2:
        return named
    if _is_elsewhere(trigger, last.parties, scene):
        return named
    goes_on = last.parties.how == "named" and _goes_on_with(trigger, context)
    return Parties(last.parties.names, "named") if (also and near) or goes_on else named


def _is_elsewhere(trigger: Trigger, last: Parties, scene: Scene) -> bool:
    """Whether the clause speaks of a country that neither side of the deal before is of: "A는 체코 본계약도"."""
    sides = {n.country for n in last.names}
    return any(n.kind == STATE and n.country not in sides for n in scene.named_in(trigger.start, trigger.core[1]))


def _goes_on_with(trigger: Trigger, context: Context) -> bool:
    """Whether the plan of one side can only be with the other: "A는 B와 의향서를 맺었다. B는 내년 본계약을 맺는다"."""
    scene, deal, act = context.scene, trigger.deal, trigger.act
    if deal is None or act is None or context.sentence.paragraph - context.before[-1].sentence.paragraph > 1:
        return False
    if scene.words.korean.grammar.unknown_partner.search(scene.plain, trigger.start, deal.start):
        return False
    main = scene.words.korean.grammar.main_deal.match(deal.span.text)
    return bool(main) or bool(context.before[-1].status in AHEAD and act.status in AHEAD)


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
    partner = _with_last_partner(carried, context)
    return partner or Parties(carried, "named" if len({n.id for n in carried}) > 1 else "pair")


def _with_last_partner(carried: tuple[Named, ...], context: Context) -> Parties | None:
    """The pair of the deal before in the paragraph, where only one of it is carried on: "... 계약은 따로 맺는다"."""
    last = context.before[-1] if context.before else None
    if last is None or last.sentence.paragraph != context.sentence.paragraph or len(carried) != 1:
        return None
    pair = len(last.ids) == 2 and last.parties.how == "named" and carried[0].id in last.ids
    return Parties(last.parties.names, "named") if pair else None


def _were_several(context: Context) -> bool:
    """Whether the sentence before told deals of different parties: who signed this one cannot be one of them."""
    last = context.before[-1].sentence if context.before else None
    return last != context.sentence and len({d.ids for d in context.before if d.sentence == last}) > 1


def _states_here(context: Context) -> Parties | None:
    """The two states, where the paragraph has told a deal of theirs."""
    told = [d.parties for d in context.before if d.sentence.paragraph == context.sentence.paragraph]
    return next((p for p in reversed(told) if are_states(p)), None)


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


def are_states(parties: Parties) -> bool:
    return len(parties.ids) >= 2 and all(n.kind in (STATE, "international") for n in parties.names)


def _carried(context: Context) -> tuple[Named, ...]:
    """The subject that the clause leaves out: that of the clause before, else of the sentence before."""
    return context.topic.within(context.sentence.paragraph, _CARRIED)
