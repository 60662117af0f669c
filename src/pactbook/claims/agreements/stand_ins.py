"""Parties that are not named where the deal is told: "the two sides", "the ministry", or nothing at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.groups import group_meant
from pactbook.claims.agreements.named_parties import is_of_states
from pactbook.claims.agreements.pairs import home_states, pair_meant, pair_within, two_states
from pactbook.claims.agreements.parties import BETWEEN_STATES, HOME, LOCAL, OFFICES, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.singles import singles_meant
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.mention import CueMention

#: How many sides a deal has at least.
_SIDES = 2
#: Where so many parties are named, nothing stands for more.
_MANY = 3
#: How far before its verb "the company" stands as its subject, in characters.
_SUBJECT, _VERB = 40, 14
#: Kinds of bodies that have ties of their own.
_OF_TIES = frozenset({"subnational", "education", "hospital"})
#: So often is a body named of which the text tells all along, and in one of so many sentences first.
_ALL_ALONG, _LEAD = 3, 4
#: Bodies by which one knows which two states are meant; a school has presidents of its own.
_TELLING = OFFICES | {"company"}
#: Kinds that are never taken to be the two states' where nobody is named.
_OF_BODIES = frozenset({"contract", "licence"})


def understood(scene: Scene, trigger: Trigger, kind: str, named: Parties, before: Sequence[Draft]) -> Parties:
    """Complete the named parties with those that other words of the clause stand for."""
    deal = trigger.deal
    if deal is not None and scene.grammar.of_governments.search(scene.before(deal.span.start, 45)):
        return Parties(two_states(scene), "named")
    if not named.names and (offices := _of_agencies(scene, trigger)):
        return Parties(offices, "pair")
    if kind == "partnership" and not named.names and (towns := _two_towns(scene, trigger, before)):
        return towns
    local = kind in ("partnership", "declaration") and any(n.kind != STATE for n in named.names)
    if not local and (kind in BETWEEN_STATES or is_of_states(scene, trigger)):
        return _states_meant(scene, trigger, named)
    if len(named.ids) < _MANY and (group := group_meant(scene, trigger)):
        return Parties((*group, *(n for n in named.names if n.id not in {g.id for g in group})), "named")
    pairs = scene.cues_in(trigger.start, trigger.end, "pair")
    pair = next((c for c in pairs if _is_meant(scene, trigger, c)), None) if pairs else None
    if pair is not None and _is_of_two_states(trigger, pair, named):
        return Parties(two_states(scene), "pair")
    if settled := _settled(scene, trigger, named):
        return settled
    both = _both(scene, trigger, pair, named, before) if pair is not None else None
    if both and not (kind in _OF_BODIES and all(n.kind == STATE for n in both.names)):
        return both
    singles = singles_meant(scene, trigger, named)[: 2 - len(named.ids)]
    if singles:
        return Parties((*singles, *named.names), "named" if named.names else "pair")
    return named


def _states_meant(scene: Scene, trigger: Trigger, named: Parties) -> Parties:
    """The states that the clause names, or those of both bodies where the sentence only says that it is two states."""
    states = _states(scene, trigger, named)
    if states.names or not _speaks_of_states(scene, trigger):
        return states
    return Parties(two_states(scene, _TELLING), "pair")


def _speaks_of_states(scene: Scene, trigger: Trigger) -> bool:
    """Whether the sentence has said that it is the two states: "[The two leaders] adopted a statement on the ..."."""
    here = scene.sentence_at(trigger.start)
    start = here.start if here else trigger.start
    return any(c.value == "state" for c in scene.cues_in(start, trigger.end, "pair"))


def _two_towns(scene: Scene, trigger: Trigger, before: Sequence[Draft]) -> Parties | None:
    """The two bodies whose ties they are: "[Hai thành phố] nâng cấp lên quan hệ kết nghĩa"."""
    pairs = scene.cues_in(trigger.start, trigger.end, "pair")
    meant = (c for c in pairs if _is_tied(trigger, c) or (c.value in _OF_TIES and _is_meant(scene, trigger, c)))
    pair = next(meant, None)
    both = pair_meant(scene, trigger, pair, before) if pair else None
    if both is None or (pair and pair.value not in _OF_TIES and any(n.kind not in _OF_TIES for n in both.names)):
        return None
    return both if both.names else None


def _is_tied(trigger: Trigger, pair: CueMention) -> bool:
    """Whether only a verb tells the ties, and words for any two stand beside it: "Twinned since 2005, [they]"."""
    return trigger.deal is None and trigger.act is not None and pair.value == "side"


def _settled(scene: Scene, trigger: Trigger, named: Parties) -> Parties | None:
    """Those named, where they are enough, with those that other words stand for; None where one is missing."""
    joined = _with_main_sides(scene, trigger, named) if named.names else None
    return joined or (_with_subject(scene, trigger, named) if len(named.ids) >= _SIDES else None)


def _with_main_sides(scene: Scene, trigger: Trigger, named: Parties) -> Parties | None:
    """The two sides, for one or both of which a word stands, before whoever joins in: "with [C] to take up half"."""
    after = [n for n in named.names if n.start >= trigger.core[1]]
    joining = {n.id for n in after if scene.grammar.joins_in.match(scene.plain, n.end)}
    main = tuple(n for n in named.names if n.id not in joining)
    missing = _SIDES - len({n.id for n in main})
    if not joining or missing <= 0:
        return None
    meant = [n for n in singles_meant(scene, trigger, Parties(main, named.how)) if n.id not in joining][:missing]
    return Parties((*meant, *named.names), named.how) if len(meant) == missing else None


def _with_subject(scene: Scene, trigger: Trigger, named: Parties) -> Parties:
    """Several others, with the one that signs with them: "[Công ty này] đã ký hợp đồng tín dụng với A và B"."""
    first, act = named.names[0], trigger.act
    if (
        act is None
        or not scene.grammar.makes.fullmatch(act.span.text.lower())
        or first.start < trigger.core[1]
        or not scene.grammar.with_one.search(scene.before(first.start, 40))
    ):
        return named
    singles = scene.cues_in(max(trigger.start, act.span.start - _SUBJECT), act.span.start, "single")
    near = [c for c in singles if act.span.start - c.span.end < _VERB]
    meant = singles_meant(scene, trigger, named)[:1] if near else []
    return Parties((*meant, *named.names), named.how)


def _of_agencies(scene: Scene, trigger: Trigger) -> tuple[Named, ...]:
    """The two offices of a protocol: "Bộ A đang đàm phán với Cục B; [nghị định thư] có thể được ký trong năm"."""
    deal = trigger.deal
    if deal is None or not scene.grammar.of_agencies.match(scene.plain, deal.span.start):
        return ()
    here = scene.sentence_at(trigger.start)
    # In a list, the sentence names the pairs of other papers too.
    pair = pair_within(scene, deal.span.end, trigger.end) or (pair_within(scene, here.start, here.end) if here else ())
    return pair if all(n.kind in OFFICES for n in pair) else ()


def _is_of_two_states(trigger: Trigger, pair: CueMention, named: Parties) -> bool:
    """Whether the two states are the subject of the act, and no two bodies are named behind them."""
    if pair.value != "state" or trigger.act is None or not 0 <= trigger.act.span.start - pair.span.end < 25:
        return False
    return len({n.id for n in named.names if n.kind != STATE and n.start > trigger.core[0]}) < 2


def _is_meant(scene: Scene, trigger: Trigger, pair: CueMention) -> bool:
    """Whether the words stand for the parties: "they" only as the subject of the act, not "firms of [the two]"."""
    if scene.grammar.not_pair.search(scene.before(pair.span.start, 30)):
        return False
    # Those who look on sign nothing: "lãnh đạo hai nước chứng kiến lễ trao".
    if any(c.value == "subject" for c in scene.cues_in(pair.span.end, trigger.core[0], "outside")):
        return False
    act = trigger.act
    return " " in pair.span.text or (act is not None and 0 <= act.span.start - pair.span.end < 14)


def _both(scene: Scene, trigger: Trigger, pair: CueMention, named: Parties, before: Sequence[Draft]) -> Parties | None:
    """The pair that "the two sides" stands for, completed with the one that is named; None where they do not fit."""
    both = pair_meant(scene, trigger, pair, before)
    if not named.names or set(named.ids) <= set(both.ids):
        return both
    other = _other_side(scene, named.names[0])
    return Parties((other, *named.names), "named") if other else None


def _other_side(scene: Scene, name: Named) -> Named | None:
    """The last body of the same kind and the other country named before ``name``."""
    for other in scene.named_before(name.start):
        if other.kind == name.kind and {other.country, name.country} == set(HOME):
            return other
    return None


def _states(scene: Scene, trigger: Trigger, named: Parties) -> Parties:
    if len(named.ids) >= 2:
        if any(n.country in HOME for n in named.names):
            return named
        partner = _last_home(scene, named.names[0].start)
        return Parties((*((partner,) if partner else ()), *named.names), "named")
    home = home_states(scene)
    if not named.names:
        return Parties(home, "default")
    only = named.names[0]
    if only.id in HOME:
        return Parties(home or named.names, "named")
    partner = _last_home(scene, only.start)
    return Parties((*((partner,) if partner else ()), *named.names), "named")


def _last_home(scene: Scene, place: int) -> Named | None:
    """Vietnam or Korea, whichever was named last before ``place``."""
    return next((n for n in scene.named_before(place) if n.id in HOME), None)


def with_other_side(scene: Scene, trigger: Trigger, one: Parties) -> Parties:
    """Add the body of the other country that the clause says acts under the deal: "with X, under which Y would ..."."""
    name = one.names[0]
    if name.kind == STATE:
        return one
    behind = scene.grammar.under_which.search(scene.plain, trigger.start, trigger.end)
    if behind is None:
        other = _protagonist(scene, trigger, name)
        return Parties((other, *one.names), "named") if other else one
    for other in scene.named_in(behind.end(), trigger.end):
        if other.start - behind.end() < 12 and other.id != name.id and other.kind != STATE:
            return Parties((*one.names, other), one.how)
    return one


def _is_partner(scene: Scene, trigger: Trigger, place: int, name: Named) -> bool:
    """Whether the deal is "with" the name, or with what stands for it: "an agreement with the hospital"."""
    if name.start >= place:
        return bool(scene.grammar.with_one.search(scene.plain[place : name.start]))
    singles = [c for c in scene.cues_in(place, trigger.end, "single") if c.value == name.kind]
    return name.kind not in OFFICES and any(
        scene.grammar.with_single.search(scene.before(c.span.start, 8)) for c in singles
    )


def _protagonist(scene: Scene, trigger: Trigger, name: Named) -> Named | None:
    """The body that the text before speaks of, for a deal "with X" whose clause has no subject of its own."""
    anchor = trigger.deal or trigger.act
    if anchor is None or name.country is None or not _is_partner(scene, trigger, anchor.span.end, name):
        return None
    near = [n for n in scene.named_in(max(0, trigger.start - 900), trigger.start) if n.kind not in (STATE, "media")]
    if name.start < anchor.span.end:
        near = [n for n in near if n.kind not in OFFICES]
    if name.country not in HOME:
        # Who signs with a body from elsewhere is only the one of whom the text tells all along.
        lead = scene.article.sentences[:_LEAD]
        known = {n.id for n in scene.named_in(0, lead[-1].end if lead else 0)}
        often = Counter(n.id for n in near)
        near = [n for n in near if n.kind == name.kind and n.id in known and often[n.id] >= _ALL_ALONG]
    others = [n for n in near if n.country in HOME and n.country != name.country]
    if not others and trigger.act is not None:
        # "According to KT, a memorandum was signed with VNPT"
        told = scene.named_in(trigger.start, min(anchor.span.start, trigger.act.span.start))
        others = [n for n in told if n.kind in LOCAL and n.country in HOME and n.country != name.country]
    if (just := _firm_just_named(scene, trigger, others)) is not None:
        return just
    counts = {n.id: sum(m.id == n.id for m in others) for n in others}
    return max(others, key=lambda n: (counts[n.id], n.end), default=None)


def _firm_just_named(scene: Scene, trigger: Trigger, others: Sequence[Named]) -> Named | None:
    """The firm with which the sentence before begins, for a contract: "Nhà thầu là A, ... Hợp đồng thầu phụ với B"."""
    here = scene.sentence_at(trigger.start)
    before = scene.sentence_at(max(0, here.start - 2)) if here else None
    if here is None or before is None or trigger.deal is None or trigger.deal.value != "contract":
        return None
    if before.paragraph != here.paragraph:
        return None
    named = [n for n in scene.named_in(before.start, before.end) if n.kind != STATE]
    return named[0] if named and named[0].kind == "company" and named[0].id in {n.id for n in others} else None
