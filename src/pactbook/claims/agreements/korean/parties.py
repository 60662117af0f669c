"""Who the parties of a Korean deal are: the names that are subject of its act, or that it is concluded with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pactbook.claims.agreements.korean.clauses import SUBJECTS, Clause
from pactbook.claims.agreements.korean.names import NO_PART, Placed
from pactbook.claims.agreements.korean.particles import GRANTERS, is_party
from pactbook.claims.agreements.korean.stand_ins import state
from pactbook.claims.agreements.korean.triggers import Trigger
from pactbook.claims.agreements.parties import BETWEEN_STATES, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.model.span import Span

#: How near before the word for a licence whom it is for stands.
_GRANTEE = 24
#: Two names make one the other's parent, or its seller.
_PAIR = 2
#: How far before its word a treaty may be named after states.
_PAIR_NAME = 30
#: Kinds of bodies that have ties of their own, which are no state's.
LOCAL = frozenset({"subnational", "education", "company", "association", "hospital", "research", "zone"})


def named_parties(scene: Scene, trigger: Trigger, clause: Clause, kind: str) -> Parties:
    """The parties that the clause names."""
    pair = named_after(scene, trigger)
    if pair and not _is_carried_out(trigger, clause):
        return Parties(pair, "named")
    stands = [
        p for p in clause.placed if is_party(scene, trigger, p, kind) and not _is_aside(scene, trigger, clause, p)
    ]
    if not _has_subject(stands):
        if not clause.pair:
            # Where nobody else is the subject of the act, the subject of a describing clause is.
            stands = [p for p in clause.placed if p in stands or p.part == "subject"]
        if not _has_subject(stands):
            stands = _with_headed(scene, clause, stands)
            stands = _with_sellers(trigger, clause, stands)
    stands = stands or _bare_pair(scene, trigger, clause)
    if kind == "licence":
        stands = _with_grantee(clause, trigger, stands)
    stands = _without_daughters(stands, sold=trigger.act is not None and trigger.act.entry.trade)
    bodies = [p.named for p in stands if p.named.kind != STATE]
    if kind in ("contract", "licence") and (bought := _bought_before(scene, trigger)) is not None:
        bodies.append(bought)
    states = [p.named for p in stands if p.named.kind == STATE and p.named.form != "capital"]
    if kind in BETWEEN_STATES:
        return Parties(tuple(_between_states(bodies, states, kind)), "named")
    if not bodies:
        return Parties(tuple(states), "named")
    if len({b.id for b in bodies}) == 1:
        told_with = ("with", "to", "from") if kind == "licence" else ("with", "to")
        allied = [p.named for p in stands if p.named.kind == STATE and p.part in told_with and p.named in states]
        return Parties((*bodies, *allied), "named")
    return Parties(tuple(bodies), "named")


def _has_subject(placed: Sequence[Placed]) -> bool:
    return bool([p for p in placed if p.part in SUBJECTS])


def _is_aside(scene: Scene, trigger: Trigger, clause: Clause, placed: Placed) -> bool:
    """Whether the name only helps, or stands in a clause that describes: "A의 도움으로", "A에 부품을 대는 B는"."""
    grammar, topic = scene.words.korean.grammar, next(iter(clause.of("topic")), None)
    if placed.part == "of" and grammar.helps.match(scene.plain, placed.tail):
        return True
    if topic is None or topic.named.kind == STATE or topic.named.id == placed.named.id:
        return False
    if placed.part in ("to", "from") and placed.end < topic.start:
        return grammar.relative.fullmatch(scene.plain, placed.tail, topic.start) is not None
    act = trigger.act
    if placed.part != "subject" or trigger.deal is not None or act is None or not clause.of("with"):
        return False
    within = topic.end < placed.start and not act.entry.trade and act.form != "done"
    return within and grammar.inner.match(scene.plain, placed.end, act.start) is not None


def _with_sellers(trigger: Trigger, clause: Clause, stands: list[Placed]) -> list[Placed]:
    """The parties with the owner of what was sold, of whom nothing else is told: "A의 공장은 B에 팔렸다"."""
    if trigger.deal is not None or trigger.act is None or not trigger.act.entry.trade:
        return stands
    return [p for p in clause.placed if p in stands or (p.part == "of" and p.named.kind == "company")]


def _is_carried_out(trigger: Trigger, clause: Clause) -> bool:
    """Whether two bodies sign what carries out the treaty of their states: "한·베 사회보장협정 이행약정"."""
    signing = {p.named.id for p in clause.of(*SUBJECTS, "with") if p.named.kind != STATE}
    return trigger.deal is not None and trigger.deal.kind == "agreement" and len(signing) > 1


def _with_grantee(clause: Clause, trigger: Trigger, stands: list[Placed]) -> list[Placed]:
    """The parties with whom a licence is for, where no particle says so: "당국이 B 하노이지점 설립 인가를 내줬다"."""
    deal = trigger.deal
    if deal is None or len(stands) != 1 or stands[0].named.kind not in GRANTERS:
        return stands
    bare = [
        p
        for p in clause.placed
        if p.part == NO_PART
        and p.named.kind != STATE
        and p.named.country != stands[0].named.country
        and stands[0].end <= p.start
        and 0 < deal.start - p.end <= _GRANTEE
    ]
    return [*stands, *bare[:1]]


def _bought_before(scene: Scene, trigger: Trigger) -> Named | None:
    """What was bought, or allowed, where the act describes it: "지난해 인수한 [B]의 이름을", "승인한 [B]의 사업은"."""
    act = trigger.act
    if trigger.deal is not None or act is None or act.form != "done":
        return None
    if act.entry.status != "completed" and not act.entry.grants:
        return None
    name, place = scene.next_named(act.end), act.end
    if name is not None and name.kind == STATE:
        place = name.end
        name = scene.next_named(place)
    if name is None or name.kind != "company":
        return None
    told = scene.words.korean.grammar.apposition.fullmatch(scene.plain, place + 1, name.start)
    return name if name.start - place <= 1 or told else None


def _without_daughters(stands: Sequence[Placed], *, sold: bool) -> list[Placed]:
    """Where a daughter is bought from its parent the parent is the party, else she is: "A의 자회사 B를 인수했다"."""
    if len(stands) < _PAIR:
        return list(stands)
    out: set[str] = set()
    for n, parent in enumerate(stands):
        daughter = next((p for p in stands[n + 1 :] if p.named.id != parent.named.id), None)
        if parent.part == "parent" and daughter is not None:
            bought = daughter.part in ("object", "stake")
            deals = daughter.part in (*SUBJECTS, "with", "from", "to")
            out |= {daughter.named.id} if bought else {parent.named.id} if deals else set()
    if any(p.part in ("from", "place") or (sold and p.part == "to" and p.named.kind == "company") for p in stands):
        # "C 지분을 B에서 사들였다", "C 지분을 B에 매각했다": who sells or buys it is the party.
        out |= {p.named.id for p in stands if p.part == "stake"}
    return [p for p in stands if p.named.id not in out]


def _between_states(bodies: Sequence[Named], states: Sequence[Named], kind: str) -> Sequence[Named]:
    local = [b for b in bodies if b.kind in LOCAL]
    if local and not states and len({b.country for b in bodies}) > 1:
        # "진흥원이 껀터시와 협력 의정서를 맺고": no state can be meant.
        return bodies
    if local and (kind == "partnership" or len({b.id for b in local}) > 1):
        return local
    telling = [b for b in bodies if b.kind in ("ministry", "agency", "subnational")]
    if kind == "declaration" and telling and not states:
        return telling
    return [*(b for b in bodies if b.kind == "international"), *states]


def _with_headed(scene: Scene, clause: Clause, stands: list[Placed]) -> list[Placed]:
    """The parties with the second of a headline that only a comma follows: "A와 B, 업무협약 체결"."""
    headed = scene.words.korean.grammar.headed
    ends = [
        two
        for one, two in pairwise(clause.placed)
        if one in stands and one.listed and two.part == NO_PART and headed.match(scene.plain, two.tail)
    ]
    first = clause.placed[0] if clause.placed else None
    if stands and first is not None and first.part == NO_PART and headed.match(scene.plain, first.tail):
        ends.append(first)
    return [p for p in clause.placed if p in stands or p in ends]


def _bare_pair(scene: Scene, trigger: Trigger, clause: Clause) -> list[Placed]:
    """The names of a headline or a list item, which have no particles: "A-B, 업무협약 체결", "MOU(A-B)", "A, ..."."""
    bare = [p for p in clause.placed if p.part == NO_PART]
    listed = [p for n, p in enumerate(bare) if p.listed or (n and bare[n - 1].listed)]
    return listed or [p for p in bare[:1] if scene.words.korean.grammar.headed.match(scene.plain, p.tail)]


def named_after(scene: Scene, trigger: Trigger) -> tuple[Named, ...]:
    """The pair that the deal is named after, or that it is "with": "한·중 FTA", "중국과의 FTA"."""
    deal, grammar = trigger.deal, scene.words.korean.grammar
    if deal is None or deal.kind not in (*BETWEEN_STATES, "agreement", "any", "action_plan"):
        return ()
    low = max(trigger.start, deal.start - _PAIR_NAME)
    for m in grammar.pair_name.finditer(scene.plain, low, deal.start):
        pair = [_side(scene, m.start(g), m.end(g)) for g in ("one", "two")]
        if all(pair) and grammar.pair_tail.fullmatch(scene.plain, m.end(), deal.start):
            return tuple(p for p in pair if p is not None)
    return ()


def _side(scene: Scene, start: int, end: int) -> Named | None:
    """A state or a bloc named in a pair, be it by one syllable."""
    named = [n for n in scene.named_in(start, end) if n.start == start and n.kind in (STATE, "international")]
    if named:
        return named[0]
    code = scene.words.korean.states.get(scene.plain[start:end])
    return state(code, Span.of(scene.text, start, end)) if code else None
