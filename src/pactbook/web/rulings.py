"""An analyst's decisions in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from pactbook.model.decision import AMOUNT_FIELDS, FIGURE, Decision
from pactbook.pipeline.reviewing import Review
from pactbook.record.rulings import Located
from pactbook.store.log import Logged
from pactbook.web.phrases import label
from pactbook.wording import whole_amounts

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


def rulings(log: Iterable[Logged], names: Mapping[str, str]) -> list[Ruling]:
    """These decisions in their order."""
    return [ruling(one, names) for one in log]


def told(review: Review, log: Sequence[Logged]) -> list[Ruling]:
    """These decisions in their order, for a page of their own: with the names of parties, and what was taken back."""
    names = review.names_in(log)
    return [_with_undone(review, ruling(one, names)) for one in log]


def just_made(review: Review, name: str, names: Mapping[str, str]) -> Ruling | None:
    """The decision of that id for the page that it led to, unless it has been taken back since.

    That something was taken back is told with what it was.
    """
    made = review.one(name) if name else None
    if made is None or not made.stands:
        return None
    return _with_undone(review, ruling(made, names), names)


def _with_undone(review: Review, found: Ruling, names: Mapping[str, str] | None = None) -> Ruling:
    undone = review.one(found.decision.undoes) if found.decision.undoes else None
    if undone is None:
        return found
    names = review.names_in([undone]) if names is None else names
    return replace(found, words=f"Taken back: {words_of(undone.located.decision, names)}")


def ruling(logged: Logged, names: Mapping[str, str]) -> Ruling:
    """A decision in words; ``names`` are those of bodies."""
    one = logged.located
    found = [claim for claim in (*one.anchors, *one.others) if claim]
    lost = len(one.anchors) + len(one.others) - len(found)
    lost = 0 if one.decision.on_bodies else lost - len(one.decision.entered)
    return Ruling(one.decision, words_of(one.decision, names), logged.stands, tuple(found), lost, _address(one, found))


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
        called = {anchor.article: anchor.quote for anchor in decision.entered} | dict(names)
        amounts = decision.field in AMOUNT_FIELDS
        value = "; ".join(whole_amounts(v) if amounts else called.get(v, v) for v in decision.value)
        return f"{label(decision.field or '')} set to {value}" if value else f"{label(decision.field or '')} cleared"
    if decision.action == "reject":
        return "Rejected: no such figure" if decision.anchors[0].what == FIGURE else "Rejected: no agreement"
    if decision.on_bodies:
        both = " and ".join(anchor.quote for anchor in decision.anchors)
        return f"{both} marked as {'one body' if decision.action == 'same' else 'two bodies'}"
    return _DONE[decision.action]
