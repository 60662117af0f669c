"""Who the parties of a Korean deal are: the names that are subject of its act, or that it is concluded with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.korean.acts import Act
from pactbook.claims.agreements.korean.names import NO_PART, Placed, placed_in
from pactbook.claims.agreements.korean.stand_ins import both, echoes_in, one_side, pair_in, state
from pactbook.claims.agreements.korean.triggers import Trigger
from pactbook.claims.agreements.parties import BETWEEN_STATES, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.model.span import Span

SUBJECTS = ("topic", "subject")
#: Kinds of deals in which something comes from somebody, or goes to somebody.
_GIVEN = frozenset({"contract", "loan", "grant", "licence"})
#: Kinds of bodies that order works.
_CLIENTS = frozenset({"company", "agency", "ministry"})
#: Kinds of bodies whose works somebody else builds.
_ORDERING = frozenset({*_CLIENTS, "hospital", "education", "research", "association"})
#: How near before what was won a client stands of whom only the place is told.
_CLIENT = 45
#: How near before what tells that something was bought its seller stands.
_SELLER = 4
#: How near before the word for a licence whom it is for stands.
_GRANTEE = 24
#: Kinds of bodies that grant licences.
GRANTERS = frozenset({"agency", "ministry", "zone", "subnational"})
#: How far before its word a treaty may be named after states.
_PAIR_NAME = 30
#: How far behind a name of a list its last name may end.
_LIST = 40
#: Kinds of bodies that have ties of their own, which are no state's.
LOCAL = frozenset({"subnational", "education", "company", "association", "hospital", "research", "zone"})


class Clause(Struct, frozen=True):
    """The names of a trigger's clause. ``pair`` stands for both parties ("양국").

    ``third`` tells that two bodies together have a third one as their partner: no deal of the two alone is meant.
    """

    placed: tuple[Placed, ...]
    pair: tuple[Named, ...] = ()
    pair_span: Span | None = None
    third: bool = False

    def of(self, *parts: str) -> list[Placed]:
        """The names with one of the parts."""
        return [p for p in self.placed if p.part in parts]


def clause_of(scene: Scene, trigger: Trigger, before: Sequence[Draft]) -> Clause:
    """The names of the trigger's clause that may be parties."""
    start, end = trigger.start, trigger.end
    named = [n for n in scene.named_in(start, end) if trigger.deal is None or n.end != trigger.deal.span.end]
    names = sorted([*named, *echoes_in(scene, start, end)], key=lambda n: (n.start, -n.end))
    placed = placed_in(scene, names, end + 2)
    found = pair_in(scene, start, end, scene.words.korean.grammar.pair_party)
    standing = _standing(scene, trigger, placed)
    partners = [p.named for p in standing if p.part == "with" and p.named.kind != STATE]
    if found and partners and (side := one_side(scene, found[0], found[1], partners[-1], before)):
        return Clause((*(Placed(n, "topic", n.end, n.end) for n in side), *standing), third=True)
    others = pair_in(scene, start, end, scene.words.korean.grammar.pair_with)
    if others and others[0].count <= 2 and not partners and not found:
        named_there = both(scene, others[0], others[1], before)
        standing = [*standing, *(Placed(n, "with", n.end, n.end, listed=True) for n in named_there if n.kind != STATE)]
        return Clause(tuple(standing), third=bool(named_there))
    pair = both(scene, found[0], found[1], before) if found else ()
    return Clause(tuple(standing), pair, found[1] if found else None)


def _standing(scene: Scene, trigger: Trigger, placed: Sequence[Placed]) -> list[Placed]:
    """The names without witnesses, sources, and those that only tell of the act of others."""
    grammar = scene.words.korean.grammar
    witness = grammar.witness.search(scene.plain, trigger.start, trigger.end)
    kept = list(placed)
    if witness is not None:
        shut = witness.start()
        opens = max([p.start for p in placed if p.part == "topic" and p.start < shut], default=trigger.start - 1)
        kept = [p for p in placed if not opens < p.start < shut or p.start == opens]
    if {"KR", "VN"} <= {p.named.country for p in kept if p.part in SUBJECTS and p.named.kind != STATE}:
        kept = [p for p in kept if p.part != "with"]
    kept = _without_onlookers(trigger, [_met(scene, p) for p in kept])
    lone = not any(p.part == "with" for p in kept)
    # "A는 B 본사를 찾아": B is the other side where no other is named.
    kept = [replace(p, part="with" if lone else NO_PART) if p.part == "visited" else p for p in kept]
    inner = [p for p in kept if p.part == "subject" and p.named.kind != STATE]
    announced = trigger.act is not None and grammar.announces.match(scene.plain, trigger.act.end)
    if announced and inner and len({p.named.id for p in [*inner, *_withs(kept)]}) > 1:
        kept = [p for p in kept if p.part != "topic" or p.start > inner[0].start]
    return kept


def _without_onlookers(trigger: Trigger, placed: list[Placed]) -> list[Placed]:
    """The names without a topic that only looks at what others have made: "A군은 B군이 C성과 맺은 협약을 본떴다"."""
    if trigger.described is None or trigger.act is not None:
        return placed
    made = [p for p in placed if p.end <= trigger.described.start and p.named.kind != STATE]
    inner = [p for p in made if p.part == "subject"]
    if not inner or not any(p.part == "with" and p.start > inner[0].start for p in made):
        return placed
    return [p for p in placed if p.part != "topic" or p.start > inner[0].start]


def _met(scene: Scene, one: Placed) -> Placed:
    """Whoever was visited to sign as a partner: "A는 B를 찾아", "A는 B와 C를 각각 만나"."""
    if one.part != "object" or one.named.kind == STATE:
        return one
    visited = scene.words.korean.grammar.visited
    met = (
        visited.search(scene.plain, one.tail, one.tail + _LIST) if one.listed else visited.match(scene.plain, one.tail)
    )
    return replace(one, part="with") if met else one


def _withs(placed: Sequence[Placed]) -> list[Placed]:
    return [p for p in placed if p.part == "with"]


def named_parties(scene: Scene, trigger: Trigger, clause: Clause, kind: str) -> Parties:
    """The parties that the clause names."""
    pair = named_after(scene, trigger)
    if pair and not _is_carried_out(trigger, clause):
        return Parties(pair, "named")
    stands = [
        p for p in clause.placed if _is_party(scene, trigger, p, kind) and not _is_aside(scene, trigger, clause, p)
    ]
    if not any(p.part in SUBJECTS for p in stands) and not clause.pair:
        # Where nobody else is the subject of the act, the subject of a describing clause is.
        stands = [p for p in clause.placed if p in stands or p.part == "subject"]
    if not any(p.part in SUBJECTS for p in stands):
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


def _is_party(scene: Scene, trigger: Trigger, placed: Placed, kind: str) -> bool:
    """Whether the particle of the name makes it a party."""
    part, name = placed.part, placed.named
    if name.kind == STATE and name.form in ("adjective", "capital"):
        return False
    if part in ("topic", "with", "along", "between", "member"):
        return True
    if part == "subject":
        grammar, place = scene.words.korean.grammar, (scene.plain, placed.tail)
        sells = kind == "contract" and (grammar.client.match(*place) or grammar.stake_owner.match(*place))
        return bool(sells) or not _is_inner(scene, trigger, placed)
    if part in ("of", "to") and trigger.deal is None and trigger.act is not None and _is_for(trigger.act):
        # "A는 B의 발전소를 준공했다", and not "다낭에 공장을 준공했다"
        return name.kind in _ORDERING
    if part == "of":
        if kind == "licence" and trigger.deal is None:
            # "B의 법인 설립을 승인했다"
            return name.kind != STATE
        chooses = scene.words.korean.grammar.chooses.match(scene.plain, placed.tail) if kind == "contract" else None
        return placed.acts is False and (_owns(scene, trigger, placed) or chooses is not None)
    if part in ("to", "from"):
        asked = trigger.act is not None and (trigger.act.status == "proposed" or kind in _GIVEN)
        return (asked and placed.start < trigger.core[1]) or _takes(scene, trigger, placed)
    if part == "place":
        return _is_at(scene, trigger, placed, kind)
    if part == "object" and scene.words.korean.grammar.visited.match(scene.plain, placed.tail):
        return True
    return _is_bought(scene, trigger, placed, kind)


def _is_for(act: Act) -> bool:
    """Whether the act tells works that somebody has ordered."""
    return act.entry.works or act.entry.task


def _is_at(scene: Scene, trigger: Trigger, placed: Placed, kind: str) -> bool:
    """Whether who stands with the particle of a place orders, sells or grants: "사업을 B공항공사에서 수주했다"."""
    name, act = placed.named, trigger.act
    if kind == "contract" and _is_won(trigger):
        # "B공항공사에서 따낸 계약"
        held = scene.words.korean.grammar.held.match(scene.plain, placed.end)
        orders = name.kind in _CLIENTS or (act is not None and act.entry.task and name.kind in _ORDERING)
        return orders and held is None and trigger.core[0] - placed.end < _CLIENT
    if kind == "contract" and act is not None and act.entry.alone == "loan" and trigger.deal is None:
        # "부지를 B 관리위원회에서 49년간 빌렸다"
        return name.kind in GRANTERS or name.kind == "company"
    grammar = scene.words.korean.grammar
    if kind == "contract" and trigger.deal is not None and grammar.takes_from.match(scene.plain, placed.tail):
        # "부지는 B에서 2055년까지 빌리는데, 임대차 계약에는 17일 서명했다"
        return name.kind in GRANTERS or name.kind == "company"
    if kind == "contract" and act is not None and act.entry.status == "completed":
        # "C의 지분을 B에서 사들였다"
        return name.kind == "company" and trigger.core[0] - placed.end <= _SELLER
    if kind == "loan" and scene.words.korean.grammar.borrows.match(scene.plain, placed.end):
        # "B은행에서 빌리기로 하고 대출계약서에 서명했다"
        return name.kind in ("company", "agency", "international")
    if kind == "loan" and act is not None and act.entry.trade:
        # "B은행에서 1억달러를 빌렸다"
        return name.kind in ("company", "agency", "international") and trigger.core[0] - placed.end < _CLIENT
    # "B 관리위원회에서 투자등록증을 받았다"
    return kind == "licence" and name.kind in GRANTERS and act is not None


def _is_won(trigger: Trigger) -> bool:
    """Whether a contract is won: by its act alone, or by what describes it."""
    act = trigger.act if trigger.deal is None else trigger.described
    if act is None or act.entry.status != "signed" or act.entry.trade:
        return False
    return trigger.deal is None or act.entry.alone == "contract"


def _takes(scene: Scene, trigger: Trigger, placed: Placed) -> bool:
    """Whether the deal is to give the body something: "B에 1억달러를 빌려주는 협약"."""
    deal = trigger.deal
    if deal is None or placed.part != "to" or placed.named.kind in (STATE, "subnational") or placed.end > deal.start:
        return False
    return bool(scene.words.korean.grammar.gives.match(scene.plain, placed.end, deal.start))


def _is_bought(scene: Scene, trigger: Trigger, placed: Placed, kind: str) -> bool:
    """Whether the name is that of what was bought, or of its owner: "B 지분을 인수했다", "A 계열 B를 샀다"."""
    if placed.part == "stake" and kind == "memorandum" and placed.named.kind == "company":
        # "B 지분을 사고 싶다는 의향서"
        return True
    deal = trigger.deal
    if placed.part == "stake" and kind == "contract" and deal is not None and placed.named.kind == "company":
        # "B 지분 15%를 인수하는 계약"
        return bool(scene.words.korean.grammar.bought.match(scene.plain, placed.end, deal.start))
    if kind != "contract" or deal is not None or placed.named.kind == STATE:
        return False
    return placed.part in ("object", "stake", "parent", "to", "from", "of")


def _is_inner(scene: Scene, trigger: Trigger, placed: Placed) -> bool:
    """Whether the name is the subject of a clause that only describes a noun: "KOICA가 짓는 병원의 ..."."""
    deal, act = trigger.deal, trigger.act
    if deal is None:
        # "세계은행이 자금을 대는 용역을 B부에서 수주했다"
        won = act is not None and act.entry.alone == "contract" and not act.entry.trade and act.form != "done"
        stop = act.start if won and act is not None else placed.end
        return scene.words.korean.grammar.inner.match(scene.plain, placed.end, stop) is not None
    if placed.start > deal.start:
        return False
    if trigger.described and placed.end <= trigger.described.start:
        return False
    m = scene.words.korean.grammar.inner.match(scene.plain, placed.end, deal.start)
    return bool(m) and act is not None


def _owns(scene: Scene, trigger: Trigger, placed: Placed) -> bool:
    """Whether the deal is the name's own: "A와 B의 업무협약", and not "A의 사업 관련 ..."."""
    deal = trigger.deal
    return deal is not None and placed.end <= deal.start and (placed.listed or deal.start - placed.end < 30)


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
