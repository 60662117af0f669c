"""An analyst's decisions in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pactbook.model.decision import Decision
from pactbook.record.rulings import Located, standing
from pactbook.web.phrases import label

_DONE = {
    "accept": "Accepted as it stands",
    "merge": "Joined into one agreement",
    "split": "Parted into two agreements",
    "copy": "An article marked as a near-copy",
    "same": "Two bodies marked as one",
    "undo": "A decision taken back",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision in words. ``stands``: nobody took it back; ``claims`` are those that it is about, where found."""

    decision: Decision
    words: str
    stands: bool
    claims: tuple[str, ...]
    lost: int


def rulings(log: Iterable[Located], names: Mapping[str, str]) -> list[Ruling]:
    """All decisions, the latest first."""
    located = list(log)
    stand = {decision.id for decision in standing(one.decision for one in located)}
    made = [_ruling(one, one.decision.id in stand, names) for one in located]
    return sorted(made, key=lambda r: (r.decision.when, r.decision.id), reverse=True)


def about(made: Iterable[Ruling], claims: Iterable[str]) -> list[Ruling]:
    """Those that concern any of the claims."""
    wanted = frozenset(claims)
    return [ruling for ruling in made if not wanted.isdisjoint(ruling.claims)]


def _ruling(one: Located, stands: bool, names: Mapping[str, str]) -> Ruling:
    found = [claim for claim in (*one.anchors, *one.others) if claim]
    lost = len(one.anchors) + len(one.others) - len(found)
    return Ruling(one.decision, words_of(one.decision, names), stands, tuple(found), lost)


def words_of(decision: Decision, names: Mapping[str, str]) -> str:
    """What was decided: ``Kind set to contract``."""
    if decision.action == "edit":
        value = "; ".join(names.get(v, v) for v in decision.value)
        return f"{label(decision.field or '')} set to {value}" if value else f"{label(decision.field or '')} cleared"
    if decision.action == "reject":
        return "Rejected: no agreement" if len(decision.anchors) > 1 else "A claim rejected: no agreement"
    if decision.action == "same":
        return " and ".join(anchor.quote for anchor in decision.anchors) + " marked as one body"
    return _DONE[decision.action]
