"""What the decisions mean for the claims that they were found to be about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from pactbook.model.decision import Decision
from pactbook.record.oneness import one_body

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
        if self.decision.action in ("merge", "copy", "same"):
            return found < 2
        if self.decision.action == "split":
            return not found or not any(self.others)
        return self.decision.action != "undo" and not found


@dataclass(frozen=True, slots=True)
class Rulings:
    """What stands. Pairs of telling ids are in order; ``edits`` are the edits in time, each with its tellings."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    rejected: Mapping[str, Decision] = field(default_factory=dict)
    accepted: Mapping[str, Decision] = field(default_factory=dict)
    edits: tuple[tuple[frozenset[str], Decision], ...] = ()
    #: Body → the body that stands for it.
    same: Mapping[str, str] = field(default_factory=dict)

    def edits_of(self, tellings: Iterable[str]) -> list[Decision]:
        """The edits of an agreement made of ``tellings``, the latest last."""
        inside = set(tellings)
        return [decision for about, decision in self.edits if about & inside]


NONE = Rulings()


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that nobody took back, in time. An undo that was itself taken back takes nothing back."""
    ordered = sorted(decisions, key=lambda d: (d.when, d.id))
    undone: set[str] = set()
    for decision in reversed(ordered):
        if decision.action == "undo" and decision.undoes and decision.id not in undone:
            undone.add(decision.undoes)
    return [d for d in ordered if d.id not in undone and d.action != "undo"]


def rulings(located: Sequence[Located]) -> Rulings:
    """What stands when ``located``, decisions that stand in time, have all been heard: a later word wins."""
    verdicts: dict[Pair, bool] = {}
    rejected: dict[str, Decision] = {}
    accepted: dict[str, Decision] = {}
    edits: list[tuple[frozenset[str], Decision]] = []
    same = one_body([a.article for a in one.decision.anchors] for one in located if one.decision.action == "same")
    for one in located:
        about, others = [a for a in one.anchors if a], [o for o in one.others if o]
        action = one.decision.action
        if action == "merge":
            verdicts.update((_pair(a, b), True) for a, b in combinations(about, 2) if a != b)
        elif action == "split":
            verdicts.update((_pair(a, b), False) for a, b in product(about, others) if a != b)
        elif action in ("accept", "reject"):
            yes, no = (accepted, rejected) if action == "accept" else (rejected, accepted)
            for a in about:
                yes[a] = one.decision
                no.pop(a, None)
        elif action == "edit":
            edits.append((frozenset(about), one.decision))
    together = frozenset(pair for pair, joined in verdicts.items() if joined)
    return Rulings(together, frozenset(verdicts) - together, rejected, accepted, tuple(edits), same)


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
