"""What the decisions mean for the claims that they were found to be about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from pactbook.model.decision import Decision
from pactbook.record.oneness import bodies_said

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Located:
    """A decision with the ids of the tellings that its anchors were found to be; None where one is told no more."""

    decision: Decision
    anchors: tuple[str | None, ...] = ()
    others: tuple[str | None, ...] = ()

    @property
    def orphaned(self) -> bool:
        """Whether the decision has lost what it was about: nothing to act on, or fewer than it takes."""
        found = sum(a is not None for a in self.anchors)
        if self.decision.action in ("merge", "copy") or self.decision.on_bodies:
            return found < 2
        if self.decision.action in ("split", "differ"):
            return not found or not any(self.others)
        return self.decision.action != "undo" and not found


@dataclass(frozen=True, slots=True)
class Rulings:
    """What stands. Pairs of ids are in order; ``edits`` are the edits in time, each with its tellings or its figure."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    rejected: Mapping[str, Decision] = field(default_factory=dict)
    accepted: Mapping[str, Decision] = field(default_factory=dict)
    edits: tuple[tuple[frozenset[str], Decision], ...] = ()
    #: Body → the body that stands for it.
    same: Mapping[str, str] = field(default_factory=dict)
    #: Bodies that are not one, whatever they sound like.
    strangers: frozenset[Pair] = frozenset()

    def edits_of(self, tellings: Iterable[str]) -> list[Decision]:
        """The edits of an agreement made of ``tellings``, or of a figure, the latest last."""
        inside = set(tellings)
        return [decision for about, decision in self.edits if about & inside]

    def all_of(self, figure: str) -> tuple[Decision, ...]:
        """What stands on a figure that was not rejected, in time: its edits, and the word that it is right."""
        accepted = [self.accepted[figure]] if figure in self.accepted else []
        return tuple(sorted([*self.edits_of([figure]), *accepted], key=lambda d: (d.when, d.id)))


NONE = Rulings()


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that nobody took back, in time. An undo that was itself taken back takes nothing back."""
    every = list(decisions)
    undone = taken_back(every)
    return [d for d in _in_time(every) if d.id not in undone and d.action != "undo"]


def taken_back(decisions: Iterable[Decision]) -> set[str]:
    """The ids of those that somebody took back, undos among them."""
    undone: set[str] = set()
    for decision in reversed(_in_time(decisions)):
        if decision.action == "undo" and decision.undoes and decision.id not in undone:
            undone.add(decision.undoes)
    return undone


def _in_time(decisions: Iterable[Decision]) -> list[Decision]:
    return sorted(decisions, key=lambda d: (d.when, d.id))


def rulings(located: Sequence[Located]) -> Rulings:
    """What stands when ``located``, decisions that stand in time, have all been heard: a later word wins."""
    verdicts: dict[Pair, bool] = {}
    rejected: dict[str, Decision] = {}
    accepted: dict[str, Decision] = {}
    edits: list[tuple[frozenset[str], Decision]] = []
    said = bodies_said(one.decision for one in located)
    for one in located:
        about = [a for a in one.anchors if a]
        action = one.decision.action
        verdicts |= pairs_of(one)
        if action in ("accept", "reject"):
            yes, no = (accepted, rejected) if action == "accept" else (rejected, accepted)
            for a in about:
                yes[a] = one.decision
                no.pop(a, None)
        elif action == "edit":
            edits.append((frozenset(about), one.decision))
    together = frozenset(pair for pair, joined in verdicts.items() if joined)
    apart = frozenset(verdicts) - together
    return Rulings(together, apart, rejected, accepted, tuple(edits), said.same, said.strangers)


def pairs_of(one: Located) -> dict[Pair, bool]:
    """The pairs of tellings that a decision joins (True) or parts (False)."""
    about, others = [a for a in one.anchors if a], [o for o in one.others if o]
    if one.decision.action == "merge":
        return {_pair(a, b): True for a, b in combinations(about, 2) if a != b}
    if one.decision.action in ("split", "differ"):
        return {_pair(a, b): False for a, b in product(about, others) if a != b}
    return {}


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
