"""Who the parties of a deal are: the names that hang on its act and its word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pactbook.claims.agreements.at_work import role_of
from pactbook.claims.agreements.funds import without_fund
from pactbook.claims.agreements.giving import gives, is_government
from pactbook.claims.agreements.labels import labelled
from pactbook.claims.agreements.links import is_attached, link, named_after
from pactbook.claims.agreements.pairs import is_seat_of
from pactbook.claims.agreements.parties import BETWEEN_STATES, HOME, LOCAL, OFFICES, Parties
from pactbook.claims.agreements.relative import antecedents, asides
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.taking_part import is_let, is_party, starts_clause
from pactbook.claims.agreements.triggers import Trigger
from pactbook.claims.agreements.ventures import is_told_venture, owners_aside, sides_start
from pactbook.model.mention import CueMention

#: Kinds of bodies of which one is enough to tell that a partnership or a declaration is theirs, not the states'.
_TELLING = {
    "partnership": frozenset({"subnational", "education", "hospital"}),
    "declaration": frozenset({"ministry", "agency", "subnational"}),
}
#: Kinds of deals that two sides make in favour of somebody else.
_FOR_OTHERS = frozenset({"grant", "agreement", "memorandum", "contract", "any"})
#: How many sides a deal has at least.
_SIDES = 2
#: How near behind "part of" the deal stands that is meant, with its sum before it: "part of an $8 million credit".
_COUNTED = 12
#: How near behind its verb who is seen is named, with an article before it.
_ARTICLE = 6
#: How near behind a body the one is named that it belongs to, in characters.
_HELD = 45
#: How far before a body the word for a stake in it begins, in characters.
_STAKE = 24


def named_parties(scene: Scene, trigger: Trigger, kind: str) -> Parties:
    """The bodies or states that are named as parties in the trigger's clause."""
    if trigger.deal is not None and trigger.bare and (label := labelled(scene, trigger.deal)):
        return Parties(label, "named")
    standing = _standing(scene, trigger, kind)
    bodies = _dealers(scene, trigger, without_fund(scene, kind, [n for n in standing if n.kind != STATE]))
    bodies = _without_gainer(scene, trigger, kind, bodies)
    states = [n for n in standing if n.kind == STATE]
    if kind in BETWEEN_STATES or is_of_states(scene, trigger):
        return Parties(tuple(_between_states(scene, trigger, bodies, states)), "named")
    if not bodies:
        return Parties(tuple(states) if len({s.id for s in states}) > 1 else (), "named")
    return Parties((*bodies, *_allied(scene, trigger, bodies, states)), "named")


def _dealers(scene: Scene, trigger: Trigger, bodies: list[Named]) -> list[Named]:
    """The bodies without the firm whose shares go from one of them to another."""
    if trigger.deal is not None or len({b.id for b in bodies}) < 3:
        return bodies
    return [
        b for b in bodies if link(scene, trigger, b)[0] not in scene.words.linking.share[:1] and not _is_stake(scene, b)
    ]


def _without_gainer(scene: Scene, trigger: Trigger, kind: str, bodies: list[Named]) -> list[Named]:
    """The bodies without the one that the two sides before the act do it for: "A và B ký văn kiện dự án cho [C]"."""
    if kind not in _FOR_OTHERS or not [b for b in bodies if b.end > trigger.core[1]]:
        return bodies
    first = {b.id: b for b in bodies if b.end <= trigger.core[0]}
    both = {b.country for b in first.values()} >= set(HOME) or _is_beside_single(scene, trigger, first.values())
    if not both or scene.grammar.as_one.search(scene.plain, trigger.start, trigger.core[0]):
        return bodies
    taken = scene.words.linking.hander
    return [b for b in bodies if b.id in first or b.end <= trigger.core[1] or link(scene, trigger, b)[0] not in taken]


def _is_beside_single(scene: Scene, trigger: Trigger, named: Iterable[Named]) -> bool:
    """Whether a word for a body told before is joined to the only one named before the act: "tập đoàn này và [A]"."""
    ends = {c.span.end for c in scene.cues_in(trigger.start, trigger.core[0], "single")}
    joins = scene.grammar.plain_and
    return any(joins.fullmatch(scene.plain, e + 1, n.start - 1) for n in named for e in ends if e < n.start - 1)


def _is_stake(scene: Scene, body: Named) -> bool:
    """Whether the body is what is sold: "mua của Masan 16,3% vốn [VinCommerce]"."""
    before = scene.before(body.start, _STAKE)
    joints = ("", *(f"{w} " for w in scene.words.linking.share[:2]))
    return any(before.endswith(f" {w} {joint}") for w in scene.words.linking.stakes for joint in joints)


def is_of_states(scene: Scene, trigger: Trigger) -> bool:
    """Whether an action plan is one "for the strategic partnership", which is of states."""
    deal = trigger.deal
    if deal is None or deal.value != "action_plan":
        return False
    return any(c.value == "partnership" for c in scene.cues_in(deal.span.end, deal.span.end + 70, "deal"))


def _between_states(
    scene: Scene, trigger: Trigger, bodies: Sequence[Named], states: Sequence[Named]
) -> Sequence[Named]:
    """The states, or the bloc and the state, or bodies that have ties of their own."""
    pair = named_after(scene, trigger)
    local = [b for b in bodies if b.kind in LOCAL]
    several = len(scene.grammar.pair_of_list.findall(scene.plain, trigger.core[1], trigger.end)) > 1
    if pair and not (several and len({n.id for n in local}) > len(pair)):
        return pair
    free = [s for s in states if s.form != "capital"]
    if len({n.id for n in local}) >= 2:
        return local
    # A protocol of two agencies is theirs; a treaty that ministers sign is the states'.
    agencies = [b for b in bodies if b.kind == "agency"]
    if {b.country for b in agencies} >= {"KR", "VN"}:
        return agencies
    cue = trigger.deal or trigger.act
    kind = cue.value if cue else ""
    if kind == "partnership" and not free and len({b.country for b in bodies}) > 1:
        return bodies
    telling = _TELLING.get(kind, frozenset())
    own = [b for b in bodies if b.kind in telling or (kind == "partnership" and _is_with(scene, trigger, b))]
    both = kind == "partnership" or len({b.country for b in own}) > 1
    if own and kind == "partnership" and not free:
        return bodies
    if own and both and not free:
        return own  # what one foreign ministry signs with "his counterpart" is the states'
    return [*(b for b in bodies if b.kind == "international"), *states]


def _is_with(scene: Scene, trigger: Trigger, body: Named) -> bool:
    """Whether the deal is "with" a firm or another body that has ties of its own."""
    return body.kind in LOCAL and link(scene, trigger, body)[0] in scene.words.linking.party[:1]


def _allied(scene: Scene, trigger: Trigger, bodies: Sequence[Named], states: Sequence[Named]) -> list[Named]:
    """States that are parties beside bodies: with a bloc always, with one body where the deal is "with" the state."""
    if all(b.kind == "international" for b in bodies):
        return list(states)
    if len({b.id for b in bodies}) > 1:
        return []
    linking = scene.words.linking
    named = [s for s in states if s.form in ("name", "government") or is_government(scene, s)]
    givers = [s for s in states if gives(scene, trigger, s, bodies)]
    return givers[:1] or [s for s in named if link(scene, trigger, s)[0] in linking.party[:1]]


def _standing(scene: Scene, trigger: Trigger, kind: str) -> list[Named]:
    """The names that stand as parties; a name in a list stands as the first of the list does."""
    about = antecedents(scene, trigger)
    kept = [n for n in about if n.start < trigger.start]
    names = scene.named_in(trigger.start, trigger.end)
    if not names:
        return kept
    sides = sides_start(scene, trigger.deal, trigger.start)
    shut = _shut_out(scene, trigger)
    if about:
        shut.append((trigger.start, about[0].start))
    previous = kept[-1] if kept else None
    was_party = previous is not None
    for name in names:
        if scene.grammar.never_party.fullmatch(scene.plain, name.start, name.end):
            continue
        if name.start < sides or is_told_venture(scene, trigger.deal, name) or _is_seat_of_word(scene, name):
            continue
        if shut and any(s <= name.start < e for s, e in shut) and not role_of(scene, trigger, name):
            # What follows a witness begins anew: "officials of A, B and C signed".
            previous, was_party = None, False
            continue
        if previous is not None and (_is_parent(scene, previous, name) or is_seat_of(scene, previous, name)):
            continue
        if (
            previous is not None
            and _is_next_in_list(scene, previous, name)
            and not _is_new_subject(scene, trigger, previous, name)
            and (was_party or not _is_fronted(scene, trigger, previous, name))
        ):
            takes_part = was_party or _is_beyond(scene, trigger, kept, previous, name)
        else:
            takes_part = name in about or is_party(scene, trigger, name, kind)
        if takes_part and not is_attached(scene, name) and not _is_of_later_clause(scene, trigger, kept, name):
            kept.append(name)
        previous, was_party = name, takes_part
    return kept


def _is_seat_of_word(scene: Scene, name: Named) -> bool:
    """Whether the place stands in words for a firm that sits there: "the [Ho Chi Minh City] dairy maker"."""
    if name.kind != "subnational":
        return False
    near = scene.cues_in(max(0, name.start - _HELD), name.end + _HELD, "single")
    firms = [c for c in near if c.form and c.value == "company"]
    return any(c.span.start < name.start and name.end < c.span.end for c in firms)


def _is_of_later_clause(scene: Scene, trigger: Trigger, kept: Sequence[Named], name: Named) -> bool:
    """Whether both sides are named before a comma, and something else is done with the body behind it.

    "Since the memorandum between A and B was renewed, workers leave a deposit with [C]".
    """
    last = trigger.core[1]
    if len(kept) < _SIDES or scene.plain.find(", ", last, name.start) < 0:
        return False
    word, at = link(scene, trigger, name)
    if word not in scene.words.linking.party[:1] or at < last:
        return False
    if scene.grammar.repeated_link.search(scene.before(at, 5)):
        return False
    comma = scene.plain.find(", ", last, at)
    before = [n.country for n in kept if n.end <= comma]
    return comma >= 0 and len(set(before)) > 1 and len(before) == len(kept)


def _is_fronted(scene: Scene, trigger: Trigger, previous: Named, name: Named) -> bool:
    """Whether ``previous`` is where or whence it was: "Tại KOTRA, VCCI ký ..."."""
    word, at = link(scene, trigger, previous)
    gap = scene.plain[previous.end : name.start].strip()
    return gap == "," and word in scene.words.linking.place and at - trigger.start < 40


def _is_parent(scene: Scene, previous: Named, name: Named) -> bool:
    """Whether the name in brackets only says to whom the one before belongs: "Vietrade (Ministry of Industry)"."""
    beside = scene.plain[name.end : name.end + 1] == ")" and scene.plain[previous.end : name.start].strip() == "("
    return beside and name.id != previous.id and STATE not in (previous.kind, name.kind)


def _is_next_in_list(scene: Scene, previous: Named, name: Named) -> bool:
    if name.start - previous.end >= 70 or (name.kind == STATE) != (previous.kind == STATE):
        return False
    return bool(scene.grammar.list_gap.fullmatch(scene.plain, previous.end, name.start))


def _is_new_subject(scene: Scene, trigger: Trigger, previous: Named, name: Named) -> bool:
    """Whether a clause of its own begins behind the comma: "will sew for A, and [B] has found a buyer"."""
    joined = scene.plain[previous.end : name.start].startswith(", ") and previous.start >= trigger.core[1]
    return joined and starts_clause(scene, trigger, name)


def _is_beyond(scene: Scene, trigger: Trigger, kept: Sequence[Named], previous: Named, name: Named) -> bool:
    """Whether ``previous`` only describes the party before: "A, a school in X, and B", "A of the town of X and B"."""
    if not kept:
        return False
    word = link(scene, trigger, previous)[0]
    near = previous.start - kept[-1].end < _HELD
    if near and word in scene.words.linking.parent:
        return True
    if near and word in scene.words.linking.holder and name.start < trigger.core[0]:
        return True
    if not scene.plain[previous.end : name.start].startswith(","):
        return False
    return bool(scene.grammar.apposition.search(scene.plain, kept[-1].end, previous.start))


def _shut_out(scene: Scene, trigger: Trigger) -> list[tuple[int, int]]:
    """Ranges whose names are witnesses, hosts or sources, or belong to another matter."""
    last = trigger.core[1]
    ranges: list[tuple[int, int]] = list(_of_others(scene, trigger))
    if later := scene.grammar.later.search(scene.plain, last, trigger.end):
        ranges.append((later.start(), trigger.end))
    if (let := _let_act(scene, trigger)) is not None:
        ranges.append((trigger.start, let.start))
    for cue in scene.cues_in(trigger.start, trigger.end, "outside"):
        if cue.value == "before" and (_is_of_deal(scene, cue) or (trigger.act and cue.span.overlaps(trigger.act.span))):
            continue
        if cue.value == "before":
            stop = scene.grammar.outside_end.search(scene.plain, cue.span.end)
            ranges.append((cue.span.end, stop.start() if stop else trigger.end))
        elif cue.value == "subject" and cue.span.start < last:
            ranges.append((trigger.start, cue.span.end))
        elif cue.value == "after" and cue.span.start > last:
            # "..., KOICA said": from the last comma or quotation mark to the verb.
            opens = max(scene.plain.rfind(mark, trigger.start, cue.span.start) for mark in (", ", '"'))
            ranges.append((max(opens, trigger.start), cue.span.end))
    return ranges


def _let_act(scene: Scene, trigger: Trigger) -> Named | None:
    """Who is let do what makes the deal: whoever lets it is none of its parties."""
    act = trigger.act
    if act is None or act.value == "loan" or scene.grammar.lets_out.match(act.span.text.lower()):
        return None
    return next((n for n in scene.named_in(trigger.start, trigger.core[0]) if is_let(scene, trigger, n)), None)


def _of_others(scene: Scene, trigger: Trigger) -> Iterator[tuple[int, int]]:
    """Ranges before the clause that tells the deal: who tells of it, and what came of it; and who holds its event."""
    if (teller := _teller(scene, trigger)) is not None:
        yield trigger.start, teller
    if (quote := scene.plain.rfind(': "', trigger.start, trigger.core[0])) >= 0:
        yield trigger.start, quote  # 'Ông Huy, cán bộ Bộ A, nhớ lại: "Daewoo ..."'
    if (inner := _inner_clause(scene, trigger)) is not None:
        yield trigger.start, inner
    if (cleared := _cleared(scene, trigger)) is not None:
        yield trigger.start, cleared
    if (seen := _seen(scene, trigger)) is not None:
        yield trigger.start, seen
    yield from asides(scene, trigger)
    yield from owners_aside(scene, trigger.deal, (trigger.start, trigger.end), trigger.core)
    for aside in (scene.grammar.held_aside, scene.grammar.hosted):
        if aside.search(scene.plain, trigger.start, trigger.end):
            yield from (m.span() for m in aside.finditer(scene.plain, trigger.start, trigger.end))


def _cleared(scene: Scene, trigger: Trigger) -> int | None:
    """Where the deal of others begins that an office only clears: "The State Bank has cleared a loan of A to B"."""
    deal = trigger.deal
    if deal is None or deal.value == "licence":
        return None
    said = scene.grammar.clears.search(scene.plain, trigger.start, deal.span.start)
    if said is None or not any(n.kind in OFFICES for n in scene.named_in(trigger.start, said.start())):
        return None
    behind = {n.id for n in scene.named_in(said.end(), trigger.end) if n.kind != STATE and n.kind not in OFFICES}
    return said.end() if len(behind) >= _SIDES else None


def _seen(scene: Scene, trigger: Trigger) -> int | None:
    """Where the words end that say who sees others do it: "The minister [saw] B and C sign"."""
    act = trigger.act
    if act is None or act.form == "past":
        return None
    for seen in scene.grammar.seen.finditer(scene.plain, trigger.start, act.span.start):
        follower = scene.next_named(seen.end())
        if follower and follower.start - seen.end() < _ARTICLE and follower.end <= act.span.start:
            return seen.end()
    return None


def _inner_clause(scene: Scene, trigger: Trigger) -> int | None:
    """Where a clause begins that has both parties in it: "the fruit is sold at C since [A and B] made a deal"."""
    first = trigger.act.span.start if trigger.act else trigger.core[0]
    opened = [m.end() for m in scene.grammar.subordinate.finditer(scene.plain, trigger.start, first)]
    if not opened:
        return None
    inside = [n for n in scene.named_in(opened[-1], trigger.end) if n.kind != STATE]
    begins = bool(inside) and inside[0].start == opened[-1] and inside[0].end <= first
    return opened[-1] if begins and len({n.id for n in inside}) > 1 else None


def _teller(scene: Scene, trigger: Trigger) -> int | None:
    """Where the words for who tells of it end, if another subject follows them: "A cho biết, B và C ký"."""
    first = trigger.act.span.start if trigger.act else trigger.core[0]
    for told in scene.grammar.says.finditer(scene.plain, trigger.start, first):
        follower = scene.next_named(told.end())
        if follower and follower.start - told.end() < 20 and follower.end <= first:
            return told.end()
    return None


def _is_of_deal(scene: Scene, cue: CueMention) -> bool:
    """Whether the words speak of the deal, not of a body: "theo [bản ghi nhớ] mà A và B ký"."""
    behind = scene.cues_in(cue.span.end, cue.span.end + 40, "deal", "deals")
    return bool(behind) and behind[0].span.start - cue.span.end < _COUNTED
