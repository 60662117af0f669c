"""The part of a sentence that each of its deals has for its own clause."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from pactbook.claims.agreements.scene import Named, Scene
from pactbook.claims.agreements.triggers import Trigger

#: How near behind a verb that tells a deal by itself its object stands, in characters.
_RIGHT_BEHIND = 3


def clauses_of(scene: Scene, cores: list[Trigger], start: int, end: int) -> list[Trigger]:
    """Give each trigger the part of the segment that is its own."""
    if not cores:
        return []
    if len(cores) == 1:
        return [_within(cores[0], start, end)]
    cores.sort(key=lambda t: t.core)
    cuts = [start, *(_cut(scene, one, two) for one, two in pairwise(cores)), end]
    parts = [_within(t, a, b) for t, (a, b) in zip(cores, pairwise(cuts), strict=True)]
    return _up_to_subject(scene, _around_ground(parts))


def _within(trigger: Trigger, start: int, end: int) -> Trigger:
    """The trigger with this part for its clause, and at least with its own words."""
    start, end = min(start, trigger.core[0]), max(end, trigger.core[1])
    same = start == trigger.start and end == trigger.end
    return trigger if same else replace(trigger, start=start, end=end)


def _around_ground(found: list[Trigger]) -> list[Trigger]:
    """A deal inside the clause of the one that amends it ends before the outer act; the outer clause goes on."""
    for i, (one, two) in enumerate(pairwise(found)):
        if not (two.deal and one.act and one.deal) or (one.shared and not two.shared):
            continue  # "an agreement and a treaty were signed": the act is the second's as well
        if one.deal.span.end <= two.deal.span.start < one.act.span.start:
            found[i] = replace(one, end=max(one.end, two.end))
            found[i + 1] = replace(two, end=max(one.act.span.start, two.core[1]))
    return found


def _up_to_subject(scene: Scene, found: list[Trigger]) -> list[Trigger]:
    """Ties with which a sentence opens are those of the subject behind the comma: "Twinned since 2005, [A and B]"."""
    for i, (one, two) in enumerate(pairwise(found)):
        if one.deal is not None or one.act is None or two.act is None:
            continue
        stood = scene.grammar.stood_since.match(scene.plain, one.act.span.end)
        if stood and one.end < two.act.span.start <= two.core[0] and one.act.value == "partnership":
            found[i] = replace(one, end=two.act.span.start)
    return found


def _cut(scene: Scene, one: Trigger, two: Trigger) -> int:
    """Where the clause of ``two`` begins: before the subject that its act follows."""
    low, high = one.core[1], two.core[0]
    if low >= high or two.member:
        return high
    place, grammar = high, scene.grammar
    for name in _subjects(scene, one, two):
        if one.deal is None and name.start - low < _RIGHT_BEHIND:
            break  # "A bắt tay [B] làm phần mềm, sau thỏa thuận ký hồi tháng 5"
        gap = scene.plain[name.end : place]
        other = grammar.with_next.search(scene.plain, low, name.start)
        if other and place == high and grammar.next_deal.fullmatch(scene.plain, name.end, high):
            return other.end() - len(other.group().lstrip(",; "))
        if len(gap) > 70 or any(c in gap for c in '":;') or grammar.not_subject.search(gap):
            break
        if grammar.object_of.search(scene.plain[max(one.start, low - 10) : name.start]):
            if two.shared or two.act is None:
                # "a memorandum between A and B, and a loan": B is no subject of what has no verb of its own.
                place = high
            break
        place = name.start
        if not grammar.subject_list.search(scene.plain[low:place]):
            break
    joints = [m.end() for m in grammar.clause_joint.finditer(scene.plain, low, place)]
    return joints[-1] if joints else place


def _subjects(scene: Scene, one: Trigger, two: Trigger) -> list[Named]:
    """The names between two deals that may be subjects of the second, the last first."""
    named = scene.named_in(one.core[1], two.core[0])
    names = [n for n in reversed(named) if not scene.grammar.never_party.fullmatch(scene.plain, n.start, n.end)]
    return [] if names and _is_listed_behind(scene, one, two, names[0].end) else names


def _is_listed_behind(scene: Scene, one: Trigger, two: Trigger, end: int) -> bool:
    """Whether a name that ends at ``end`` is the last party of ``one``: "a loan of A to [B], and a contract of C"."""
    opens = two.deal is not None and two.deal.span.start == two.core[0]
    ended = one.deal is not None and one.core[1] < end
    return opens and ended and bool(scene.grammar.next_listed.fullmatch(scene.plain, end, two.core[0]))
