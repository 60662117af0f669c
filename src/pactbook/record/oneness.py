"""Bodies that an analyst said to be one, or not to be: what that makes of the tellings that name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.model.decision import Decision
from pactbook.model.told import Telling

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bodies:
    """What stands of bodies: ``same`` maps each to the one that stands for it, ``strangers`` are pairs that differ.

    ``heard`` are the decisions that hold, the latest first; ``overruled`` are those that a later one contradicts, each
    with the later one.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    strangers: frozenset[Pair] = frozenset()
    heard: tuple[Decision, ...] = ()
    overruled: tuple[tuple[Decision, Decision], ...] = ()

    def group(self, body: str) -> frozenset[str]:
        """All ids of a body."""
        return frozenset([body, *(b for b, stands in self.same.items() if stands == self.same.get(body))])


def bodies_said(decisions: Iterable[Decision]) -> Bodies:
    """What decisions that stand say of bodies. Of two that contradict each other, if by way of others, the later holds.

    So the latest is heard first, and each further one as far as it leaves that true.
    """
    groups: dict[str, frozenset[str]] = {}
    heard: list[Decision] = []
    overruled: list[tuple[Decision, Decision]] = []
    for decision in sorted((d for d in decisions if d.on_bodies), key=lambda d: (d.when, d.id), reverse=True):
        ids = _ids(decision)
        one = ids.union(*(groups.get(body, ()) for body in ids))
        if decision.action == "same":
            against = next((d for d in heard if d.action == "differ" and _ids(d) <= one), None)
        else:
            within = ids <= groups.get(min(ids), frozenset())
            against = next((d for d in heard if within and d.action == "same" and _ids(d) <= one), None)
        if against:
            overruled.append((decision, against))
            continue
        heard.append(decision)
        if decision.action == "same":
            groups |= dict.fromkeys(one, one)
    same = one_body(_ids(d) for d in heard if d.action == "same")
    strangers = frozenset((min(ids), max(ids)) for d in heard if d.action == "differ" and len(ids := _ids(d)) == 2)
    return Bodies(same, strangers, tuple(heard), tuple(overruled))


def _ids(decision: Decision) -> frozenset[str]:
    return frozenset(anchor.article for anchor in decision.anchors)


def one_body(groups: Iterable[Iterable[str]]) -> dict[str, str]:
    """Id → the id that stands for it. ``groups`` hold ids of bodies that are one; groups that share a body are one.

    A body of the gazetteer stands for the others, else the smallest id.
    """
    joined: dict[str, set[str]] = {}
    for group in groups:
        merged = set(group).union(*(joined.get(body, ()) for body in group))
        joined |= dict.fromkeys(merged, merged)
    return {body: min(group, key=lambda b: (b not in bodies(), b)) for body, group in joined.items()}


def members(same: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The id that stands for a body → all ids of it, itself first."""
    groups: dict[str, list[str]] = {}
    for body, stands in sorted(same.items()):
        groups.setdefault(stands, []).append(body)
    return {name: tuple(sorted(group, key=lambda i: (i != name, i))) for name, group in groups.items()}


def renamed(telling: Telling, same: Mapping[str, str]) -> Telling:
    """The telling with the ids that stand for its parties."""
    parties = telling.claim.parties
    if not same or same.keys().isdisjoint(parties):
        return telling
    called = tuple(dict.fromkeys(same.get(p, p) for p in parties))
    return replace(telling, claim=replace(telling.claim, parties=called))
