"""The names of a Korean clause that may be parties, each with its part: who is subject, who stands with whom."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.korean.names import NO_PART, Placed, placed_in
from pactbook.claims.agreements.korean.stand_ins import both, one_side, pair_in, with_echoes
from pactbook.claims.agreements.korean.triggers import Trigger
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.model.span import Span

SUBJECTS = ("topic", "subject")
#: How far behind a name of a list its last name may end.
_LIST = 40


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
    named = scene.named_in(start, end)
    if trigger.deal is not None:
        word = trigger.deal.span.end
        named = [n for n in named if n.end != word]
    placed = placed_in(scene, with_echoes(scene, named, start, end), end + 2)
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
    if not placed:
        return []
    grammar = scene.words.korean.grammar
    witness = grammar.witness.search(scene.plain, trigger.start, trigger.end)
    kept = list(placed)
    if witness is not None:
        shut = witness.start()
        opens = max([p.start for p in placed if p.part == "topic" and p.start < shut], default=trigger.start - 1)
        kept = [p for p in placed if not opens < p.start < shut or p.start == opens]
    if {"KR", "VN"} <= {p.named.country for p in kept if p.part in SUBJECTS and p.named.kind != STATE}:
        kept = [p for p in kept if p.part != "with"]
    others = any(p.part == "with" and p.named.kind != STATE for p in kept)
    met = [_met(scene, p) if p.part == "object" and not (others and _is_place(p)) else p for p in kept]
    kept = _without_onlookers(trigger, met)
    if any(p.part == "visited" for p in kept):
        # "A는 B 본사를 찾아": B is the other side where no other is named.
        part = NO_PART if _withs(kept) else "with"
        kept = [replace(p, part=part) if p.part == "visited" else p for p in kept]
    inner = [p for p in kept if p.part == "subject" and p.named.kind != STATE]
    announced = inner and trigger.act is not None and grammar.announces.match(scene.plain, trigger.act.end)
    if announced and len({p.named.id for p in [*inner, *_withs(kept)]}) > 1:
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


def _is_place(one: Placed) -> bool:
    """Whether the name is a town's or a province's: who goes there may sign with another."""
    return one.named.kind == "subnational"


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
