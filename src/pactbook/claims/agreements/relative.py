"""Clauses about who was just named: "A, which signed with B", "A, with which B has a deal", "A, whose deal with B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.knowledge.reading import NEVER

#: How near before its clause the body stands that it is about, be it with its seat in between, in characters.
_NEAR = 32
#: How far back the words that open the clause may stand, in characters.
_OPENED = 80


def antecedents(scene: Scene, trigger: Trigger) -> tuple[Named, ...]:
    """The bodies that the clause of the deal is about: they take part, and none that is named before them does."""
    grammar, act, deal = scene.grammar, trigger.act, trigger.deal
    here = scene.sentence_at(trigger.core[0])
    if here is None:
        return ()
    first = act.span.start if act is not None else trigger.core[0]
    last = max(first, trigger.core[0], deal.span.start if deal else here.start)
    names = [n for n in scene.named_in(here.start, last) if n.kind != STATE]
    if not names:
        return ()
    places: list[int] = []
    for pattern, place in (
        (grammar.who_does, first),
        (grammar.whose_deal, deal.span.start if deal else here.start),
        (grammar.with_whom, trigger.core[0]),
    ):
        found = () if pattern is NEVER else list(pattern.finditer(scene.plain, max(here.start, place - _OPENED), place))
        if found and (pattern is grammar.with_whom or found[-1].end() == place):
            places.append(found[-1].start())
    if not places or scene.grammar.upon_which.search(scene.plain, max(places), trigger.core[0]):
        return ()
    place = max(places)
    return _right_before(scene, place, [n for n in names if n.end <= place])


def asides(scene: Scene, trigger: Trigger) -> Iterator[tuple[int, int]]:
    """Clauses about a body that end before the deal is told: "A[, from which B was spun off,] signed with C"."""
    first = min(trigger.core[0], trigger.act.span.start if trigger.act else trigger.core[0])
    ends = {n.end for n in scene.named_in(trigger.start, first) if n.kind != STATE}
    if not ends or scene.grammar.relative_aside is NEVER:
        return
    for aside in scene.grammar.relative_aside.finditer(scene.plain, trigger.start, first):
        start, comma = aside.start(), aside.start("list")
        if {start, start - 1} & ends:
            yield start, aside.end() if comma in ends or comma < 0 else comma


def _right_before(scene: Scene, place: int, names: Sequence[Named]) -> tuple[Named, ...]:
    """The one of ``names`` that ends right before ``place``, or the list of them."""
    if not names or place - names[-1].end > _NEAR:
        return ()
    last = names[-1]
    seated = scene.grammar.seat_behind.fullmatch(scene.plain, last.end, place)
    if scene.plain[last.end : place].strip(" )\"'") and not seated:
        return ()
    listed = [last]
    for one in reversed(names[:-1]):
        if not scene.grammar.list_gap.fullmatch(scene.plain, one.end, listed[0].start):
            break
        listed.insert(0, one)
    return tuple(listed)
