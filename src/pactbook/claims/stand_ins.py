"""Parties that are not named where the deal is told: "the two sides", "the ministry", or nothing at all."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.claims.drafts import Draft
from pactbook.claims.parties import BETWEEN_STATES, Parties
from pactbook.claims.scene import STATE, Named, Scene
from pactbook.claims.triggers import Trigger

HOME = ("KR", "VN")


def understood(scene: Scene, trigger: Trigger, kind: str, named: Parties, before: Sequence[Draft]) -> Parties:
    """Complete the named parties with those that other words of the clause stand for."""
    if kind in BETWEEN_STATES:
        return _states(scene, trigger, named)
    pair = next(iter(scene.cues_in(trigger.start, trigger.end, "pair")), None)
    if not named.names and pair is not None:
        return _pair(scene, trigger, pair.value, before)
    if len(named.ids) < 2:
        single = next(iter(scene.cues_in(trigger.start, trigger.end, "single")), None)
        if single is not None:
            body = _last_of(scene, trigger.start, single.value, set(named.ids))
            if body is not None:
                return Parties((body, *named.names), "named" if named.names else "pair")
    return named


def home_states(scene: Scene) -> tuple[Named, ...]:
    """Vietnam and Korea where the article speaks of both, else nothing."""
    first = {n.id: n for n in reversed(scene.named) if n.kind == STATE and n.id in HOME}
    return tuple(first[c] for c in HOME) if len(first) == len(HOME) else ()


def _states(scene: Scene, trigger: Trigger, named: Parties) -> Parties:
    if len(named.ids) >= 2:
        return named
    home = home_states(scene)
    if not named.names:
        return Parties(home, "default")
    only = named.names[0]
    if only.id in HOME:
        return Parties(home or named.names, "named")
    partner = _last_home(scene, only.start)
    return Parties((*((partner,) if partner else ()), *named.names), "named")


def _last_home(scene: Scene, place: int) -> Named | None:
    """Vietnam or Korea, whichever was named last before ``place``."""
    return next((n for n in reversed(scene.named) if n.end <= place and n.id in HOME), None)


def _pair(scene: Scene, trigger: Trigger, value: str, before: Sequence[Draft]) -> Parties:
    if value == "state":
        return Parties(home_states(scene), "pair")
    for draft in reversed(before):
        names = draft.parties.names
        if (
            len(draft.ids) >= 2
            and draft.parties.how == "named"
            and (value == "side" or all(n.kind == value for n in names))
        ):
            return Parties(names, "pair")
    if value == "side":
        return Parties(_nearest_pair(scene, trigger.start) or home_states(scene), "pair")
    return Parties(_pair_of(scene, trigger.start, value), "pair")


def _pair_of(scene: Scene, place: int, kind: str) -> tuple[Named, ...]:
    """The last two bodies of one kind that belong to different countries, named before ``place``."""
    found: list[Named] = []
    for name in reversed([n for n in scene.named if n.end <= place and n.kind == kind]):
        if all(name.id != f.id and name.country != f.country for f in found):
            found.append(name)
        if len(found) == 2:
            return tuple(reversed(found))
    return ()


def _nearest_pair(scene: Scene, place: int) -> tuple[Named, ...]:
    """Two bodies of the two countries in the sentence before ``place`` or in the paragraph's own sentences before it."""
    here = scene.sentence_at(place)
    if here is None:
        return ()
    for sentence in reversed(
        [s for s in scene.article.sentences if s.end <= here.start and here.paragraph - s.paragraph <= 1]
    ):
        bodies = [n for n in scene.named_in(sentence.start, sentence.end) if n.kind != STATE and n.country in HOME]
        if {n.country for n in bodies} == set(HOME):
            return tuple({n.country: n for n in reversed(bodies)}[c] for c in HOME)
    return ()


def _last_of(scene: Scene, place: int, kind: str, but: set[str]) -> Named | None:
    """The last body of a kind named before ``place``, in the last few paragraphs."""
    for name in reversed(scene.named):
        if name.end <= place and name.kind == kind and name.id not in but and place - name.end < 700:
            return name
    return None
