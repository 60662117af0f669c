"""The two bodies or states that "the two sides" and its like stand for."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.parties import HOME, OFFICES, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.mention import CueMention


def home_states(scene: Scene) -> tuple[Named, ...]:
    """Vietnam and Korea where the article speaks of both, else nothing."""
    first = [next((n for n in scene.named if n.kind == STATE and n.id == code), None) for code in HOME]
    return tuple(n for n in first if n is not None) if all(first) else ()


def two_states(scene: Scene) -> tuple[Named, ...]:
    """Vietnam and Korea where "the two governments" are said; public bodies of both tell which two."""
    by_body = [_by_body(scene, code) for code in HOME]
    return home_states(scene) or (tuple(n for n in by_body if n is not None) if all(by_body) else ())


def _by_body(scene: Scene, code: str) -> Named | None:
    """The state that a public body of its own speaks for, where nobody names it."""
    office = next((n for n in scene.named if n.country == code and n.kind in OFFICES), None)
    return Named.at(office.span, code, STATE, code) if office else None


def pair_meant(scene: Scene, trigger: Trigger, pair: CueMention, before: Sequence[Draft]) -> Parties:
    """The pair that words of this kind stand for: a deal told before, a sentence near by, or the two states."""
    value = pair.value
    if value == "state":
        return Parties(home_states(scene), "pair")
    close = pair_beside(scene, trigger) if value == "side" else ()
    fitting = [d for d in reversed(before) if _may_stand_for(d, value)]
    if fitting and close and fitting[0].span.end < close[0].start:
        return Parties(close, "pair")
    # "Hai bên" of an article are rather a Vietnamese and a Korean side than a firm and its bank.
    across = [d for d in fitting if {n.country for n in d.parties.names} >= set(HOME)]
    if fitting:
        near = fitting[0].sentence.paragraph == before[-1].sentence.paragraph and value != "side"
        return Parties((fitting if near else across or fitting)[0].parties.names, "pair")
    if close and before and before[-1].span.end < close[0].start:
        return Parties(close, "pair")
    if value == "side":
        return Parties(nearest_pair(scene, trigger.start) or home_states(scene), "pair")
    return Parties(_pair_of(scene, pair.span.start, value), "pair")


def _may_stand_for(draft: Draft, value: str) -> bool:
    """Whether the deal has two named parties, of the kind that the words tell."""
    if len(draft.ids) < 2 or draft.parties.how != "named":
        return False
    return value == "side" or all(n.kind == value for n in draft.parties.names)


def pair_beside(scene: Scene, trigger: Trigger) -> tuple[Named, ...]:
    """A Vietnamese and a Korean body named before the clause in its sentence, or in the one before."""
    here = scene.sentence_at(trigger.start)
    if here is None:
        return ()
    earlier = [s for s in scene.article.sentences if s.paragraph == here.paragraph and s.end <= here.start]
    close = pair_within(scene, here.start, trigger.start)
    return close or (pair_within(scene, earlier[-1].start, earlier[-1].end) if earlier else ())


def _pair_of(scene: Scene, place: int, kind: str) -> tuple[Named, ...]:
    """The last two bodies of one kind that belong to different countries, named before ``place``."""
    found: list[Named] = []
    places = [n for n in scene.places if n.end <= place] if kind == "subnational" else []
    for name in sorted([*scene.named_before(place), *places], key=lambda n: -n.end):
        new = all(name.id != f.id and name.country != f.country for f in found)
        if name.kind == kind and new and not is_department(scene, name):
            found.append(name)
        if len(found) == 2:
            return tuple(reversed(found))
    return ()


def nearest_pair(scene: Scene, place: int) -> tuple[Named, ...]:
    """The last Vietnamese and the last Korean body named shortly before ``place``; two of one kind are preferred."""
    near = [
        n for n in scene.named_in(max(0, place - 700), place) if n.kind not in (STATE, "media") and n.country in HOME
    ]
    sides = [[n for n in reversed(near) if n.country == c] for c in HOME]
    unknown = [n for n in scene.named_in(max(0, place - 700), place) if n.kind != STATE and n.country is None]
    sides = [side or unknown[-1:] for side in sides] if any(sides) else sides
    if not all(sides):
        return ()
    alike = [(a, b) for a in sides[0] for b in sides[1] if a.kind == b.kind]
    return min(alike or [(sides[0][0], sides[1][0])], key=lambda p: -(p[0].end + p[1].end))


def pair_within(scene: Scene, start: int, end: int) -> tuple[Named, ...]:
    """A Vietnamese and a Korean body named between ``start`` and ``end``, the first of each."""
    first = {n.country: n for n in reversed(scene.named_in(start, end)) if n.kind not in (STATE, "media")}
    return tuple(first[c] for c in HOME) if set(HOME) <= set(first) else ()


def is_department(scene: Scene, name: Named) -> bool:
    """Whether the body is an office of the province, and not the province."""
    return name.kind == "subnational" and bool(scene.grammar.department.match(scene.plain, name.start))
