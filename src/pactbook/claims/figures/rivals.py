"""Words that speak loud of one measure beside others that tell it is another."""

from __future__ import annotations

from msgspec.structs import replace

from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.claims.figures.vote import Vote

#: A wage is told by the month, and so is a rent, which is a price where a word so near before the amount says so.
_RATE, _NO_RATES, _TOLD = "wage", ("price", "remittance"), 20
#: Money that is given for something.
_GIVEN = ("grant", "loan", "fund")
#: What it may be given for: works, or something that is bought ("trao 90.000 USD mua thiết bị").
_PURPOSES = {"project_capital": _GIVEN, "contract_value": _GIVEN[:1]}
#: "greenhouses [valued at] $500,000"
_VALUED = 12
#: "bagged the $90 million project"
_ARTICLE, _ORDERED = 5, 80
#: A rival says so much less.
_OF_ANOTHER = 0.3


def settle(scene: Scene, one: Sum, votes: dict[str, Vote]) -> None:
    """Lower or drop the ``votes`` (measure → vote) that others of the sentence take the word from."""
    _mind_the_licence(scene, one, votes)
    _mind_the_rent(scene, one, votes)
    _mind_the_gift(scene, one, votes)
    for rival in _PURPOSES:
        _mind_the_purpose(scene, one, votes, rival)
    _mind_the_donor(scene, one, votes)
    _mind_the_income(scene, votes)
    _mind_the_order(scene, one, votes)
    _mind_what_is_bought(scene, one, votes)
    _mind_what_is_spent(scene, one, votes)


def _mind_the_rent(scene: Scene, one: Sum, votes: dict[str, Vote]) -> None:
    """A price, or what is sent home, is no wage, though told by the month: "giá thuê 15 triệu/tháng"."""
    rate = votes.get(_RATE)
    if rate is None or rate.cue is None or rate.cue.how != "beside":
        return
    told = [votes[name].cue for name in _NO_RATES if name in votes]
    loud = [c for c in told if c is not None and c.how in ("strong", "words")]
    earns = any(c.value == _RATE and c.how != "beside" for c in scene.cues(one.sentence))
    named = not earns and any(c.how == "strong" and c.end <= one.start for c in loud)
    if named or any(_is_near(one, c) for c in loud):
        votes[_RATE] = replace(rate, score=rate.score * (_OF_ANOTHER / 2 if named else _OF_ANOTHER))


def _is_near(one: Sum, cue: Cue) -> bool:
    return 0 <= one.start - cue.end <= _TOLD or 0 <= cue.start - one.end <= _TOLD


def _mind_the_licence(scene: Scene, one: Sum, votes: dict[str, Vote]) -> None:
    """Where a licence is given no money is: "granted the bank a licence for a branch with capital of $35 million"."""
    grant = votes.get("grant")
    if grant is None or grant.cue is None or grant.rule == "names" or scene.patterns.narrator is not None:
        return
    given = (c for c in _within(scene, one, grant.cue.end) if c.kind == "status" and c.value == "pledged")
    if any(c.how == "strong" for c in given):
        del votes["grant"]


def _mind_the_gift(scene: Scene, one: Sum, votes: dict[str, Vote]) -> None:
    """What a gift costs is given, however it is told: "gave each pupil $80", "donated a scanner priced at $90,000"."""
    grant = votes.get("grant")
    if grant is None or grant.cue is None or grant.cue.how not in ("strong", "words") or grant.cue.end > one.start:
        return
    if scene.patterns.breaks.search(scene.between(grant.cue.end, one.start)):
        return
    works = votes.get("project_capital")
    if works and scene.patterns.narrator is None and _is_valued(one, grant.cue, works):
        votes["project_capital"] = replace(works, score=min(works.score, grant.score) * _OF_ANOTHER)
    for name in ("price",) if scene.patterns.head_first else ("price", _RATE):
        rate = votes.get(name)
        if rate and (name == "price" or rate.rule == "beside"):
            votes[name] = replace(rate, score=min(rate.score, grant.score) * _OF_ANOTHER)


def _is_valued(one: Sum, given: Cue, works: Vote) -> bool:
    """Whether works that are given are told with their value: "were given greenhouses worth $500,000"."""
    if works.cue is None or works.rule != "words" or works.cue.start < given.end:
        return False
    return 0 <= one.start - works.cue.end <= _VALUED


def _mind_the_purpose(scene: Scene, one: Sum, votes: dict[str, Vote], rival: str) -> None:
    """What money is given for is no project or deal of that cost: "will give 500 million won for a library"."""
    works = votes.get(rival)
    if works is None or works.cue is None or works.cue.start < one.end or works.cue.how == "beside":
        return
    if not scene.patterns.purpose.search(scene.between(one.end, works.cue.end)):
        return
    for name in _PURPOSES[rival]:
        cue = votes[name].cue if name in votes else None
        told = cue is not None and cue.how in ("strong", "words", "names") and cue.end <= one.start
        if cue and told and not scene.patterns.breaks.search(scene.between(cue.end, one.start)):
            votes[rival] = replace(works, score=works.score * _OF_ANOTHER)


def _mind_the_donor(scene: Scene, one: Sum, votes: dict[str, Vote]) -> None:
    """What a donor pays for something buys nothing: "the embassy's grants scheme paid $9,000 for a footbridge"."""
    paid, grant = votes.get("contract_value"), votes.get("grant")
    if paid is None or paid.cue is None or grant is None or grant.cue is None:
        return
    if paid.rule == "in_return" and grant.rule == "strong" and grant.cue.end <= paid.cue.start:
        votes["contract_value"] = replace(paid, score=min(paid.score, grant.score) * _OF_ANOTHER)


def _mind_the_income(scene: Scene, votes: dict[str, Vote]) -> None:
    """An income is no price, though told by the head: "average income had risen to 11 million dong a head"."""
    price, told = votes.get("price"), [votes[name] for name in ("wage", "other", "revenue") if name in votes]
    if price is None or price.cue is None or price.cue.how != "beside":
        return
    by_head = scene.patterns.a_head.fullmatch(scene.between(price.cue.start, price.cue.end))
    if by_head and any(v.cue is not None and v.cue.how in ("strong", "words") for v in told):
        votes["price"] = replace(price, score=price.score * _OF_ANOTHER**2)


def _mind_the_order(scene: Scene, one: Sum, votes: dict[str, Vote]) -> None:
    """What is ordered is a contract, though it is a plant: "received an order for a $1.1 billion complex"."""
    works, order = votes.get("project_capital"), votes.get("contract_value")
    if works is None or works.rule != "beside" or order is None:
        return
    place = scene.places[one.sentence]
    start = max(place.sentence.start, one.start - _ORDERED)
    told = [m.end() for m in scene.patterns.ordered.finditer(scene.text, start, one.start)]
    if not told or any(told[-1] <= o.start < one.start for o in place.sums):
        return
    gap = scene.between(told[-1], one.start)
    licensed = any(c.value == "project_capital" and c.how == "strong" for c in _within(scene, one, told[-1]))
    if licensed or scene.patterns.breaks.search(gap):
        return
    if len(gap) <= _ARTICLE or scene.patterns.for_it.search(gap):
        votes["project_capital"] = replace(works, score=min(works.score, order.score) * _OF_ANOTHER)


def _within(scene: Scene, one: Sum, start: int) -> list[Cue]:
    return [c for c in scene.cues(one.sentence) if start <= c.start and c.end <= one.start]


def _mind_what_is_bought(scene: Scene, one: Sum, votes: dict[str, Vote]) -> None:
    """What is bought is no project, though it is a plant: "bought the hotel for $60 million"."""
    works, paid = votes.get("project_capital"), votes.get("contract_value")
    if works is None or works.cue is None or paid is None or paid.cue is None or paid.rule != "in_return":
        return
    if paid.cue.end <= works.cue.start and works.cue.end <= one.start and not scene.patterns.head_final:
        votes["project_capital"] = replace(works, score=works.score * _OF_ANOTHER)


def _mind_what_is_spent(scene: Scene, one: Sum, votes: dict[str, Vote]) -> None:
    """What is told to be paid of registered capital is: "$2 billion of the registered capital has been put to use"."""
    told, spent = votes.get("fdi_registered"), votes.get("fdi_disbursed")
    if told is None or told.cue is None or spent is None or spent.cue is None or scene.patterns.head_final:
        return
    if told.cue.start < one.end or spent.cue.start < told.cue.end:
        return
    gap, verb = scene.between(one.end, told.cue.start), scene.between(told.cue.end, spent.cue.start).strip()
    if scene.patterns.of_goods.match(gap) and (not verb or scene.patterns.own_verb.fullmatch(verb)):
        votes["fdi_disbursed"] = replace(spent, score=told.score)
        votes["fdi_registered"] = replace(told, score=told.score * _OF_ANOTHER)
