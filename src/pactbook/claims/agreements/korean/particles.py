"""Whether the particle behind a name makes it a party of a Korean deal: B와, B에, B에서, B의, B 지분을."""

from __future__ import annotations

from pactbook.claims.agreements.korean.acts import Act
from pactbook.claims.agreements.korean.names import Placed
from pactbook.claims.agreements.korean.triggers import Trigger
from pactbook.claims.agreements.scene import STATE, Scene

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
#: Kinds of bodies that grant licences.
GRANTERS = frozenset({"agency", "ministry", "zone", "subnational"})


def is_party(scene: Scene, trigger: Trigger, placed: Placed, kind: str) -> bool:
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
