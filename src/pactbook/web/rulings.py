"""An analyst's decisions in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from pactbook.model.decision import FIGURE, Decision
from pactbook.record.rulings import Located, standing
from pactbook.web.phrases import label

_DONE = {
    "accept": "Accepted as it stands",
    "merge": "Joined into one agreement",
    "split": "Parted into two agreements",
    "copy": "An article marked as a near-copy",
    "differ": "Two agreements that are not one",
    "undo": "A decision taken back",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision in words. ``stands``: nobody took it back; ``claims`` are those that it is about, where found.

    ``lost`` counts those that were not found; ``address`` is the page of what it is about.
    """

    decision: Decision
    words: str
    stands: bool
    claims: tuple[str, ...]
    lost: int
    address: str | None


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
    lost = 0 if one.decision.on_bodies else lost
    return Ruling(one.decision, words_of(one.decision, names), stands, tuple(found), lost, _address(one, found))


def _address(one: Located, found: list[str]) -> str | None:
    if one.decision.on_bodies:
        return f"/organisation/{quote(one.decision.anchors[0].article)}"
    if one.decision.action == "copy":
        return f"/article/{one.decision.anchors[0].article}"
    if not found:
        return None
    return f"/{'figure' if one.decision.anchors[0].what == FIGURE else 'agreement'}/{found[0]}"


def words_of(decision: Decision, names: Mapping[str, str]) -> str:
    """What was decided: ``Kind set to contract``."""
    if decision.action == "edit":
        value = "; ".join(names.get(v, v) for v in decision.value)
        return f"{label(decision.field or '')} set to {value}" if value else f"{label(decision.field or '')} cleared"
    if decision.action == "reject":
        return "Rejected: no such figure" if decision.anchors[0].what == FIGURE else "Rejected: no agreement"
    if decision.on_bodies:
        both = " and ".join(anchor.quote for anchor in decision.anchors)
        return f"{both} marked as {'one body' if decision.action == 'same' else 'two bodies'}"
    return _DONE[decision.action]
