"""Between which two countries trade is told."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.claims.figures.countries import (
    HOME,
    REGION,
    Flow,
    Sides,
    home_before,
    is_told_of,
    listed,
    opens_a_bracket,
    states_in,
)
from pactbook.claims.figures.particles import pair_of
from pactbook.claims.figures.scene import Cue, Place, Scene, Sum

_TWO = 2


def partners(scene: Scene, one: Sum, cue: Cue | None, before: Sequence[Flow]) -> Sides:
    """The two sides of two-way trade, in alphabetical order."""
    if scene.patterns.head_final:
        return pair_of(scene, one, cue)
    place = scene.place(cue.start) if cue else scene.places[one.sentence]
    partner = listed(scene, one)
    if partner:
        first, second = sorted((partner, home_of(scene, one)))
        return first, second
    if place is not scene.places[one.sentence] and (carried := _carried_pair(scene, place, one)):
        return carried
    named = states_in(place)
    apart = _told_with(scene, place, one)
    if apart:
        first, second = sorted((apart, home_of(scene, one)))
        return first, second
    if set(HOME) <= set(named):
        return HOME
    third = [c for c in named if c not in HOME]
    if not named:
        third = _third_before(scene, scene.number(place.sentence.start))
    if not third and any(c.kind == "region" for c in scene.cues(scene.number(place.sentence.start))):
        third = [REGION]
    if not third:
        return HOME
    home = next((c for c in named if c in HOME), scene.patterns.narrator) or home_before(scene, one.sentence)
    first, second = sorted((third[0], home))
    return first, second


def _carried_pair(scene: Scene, told: Place, one: Sum) -> Sides | None:
    """The partner of a sentence that goes on about trade told before: "With Vietnam it came to $69 billion"."""
    states = [s for s in scene.places[one.sentence].states if s.span.end <= one.start]
    named = [s.country for s in states if scene.is_beside(scene.patterns.with_, s.span)]
    if len(set(named)) != 1:
        return None
    home = next((c for c in states_in(told) if c in HOME and c != named[0]), None)
    if home is None:
        return None
    first, second = sorted((named[0], home))
    return first, second


def _told_with(scene: Scene, place: Place, one: Sum) -> str | None:
    """The third country that an amount is told with, where another is told beside it: "with Japan $47 billion"."""
    if place is not scene.places[one.sentence] or len(place.sums) < _TWO:
        return None
    told = [s for s in place.states if s.form != "capital" and is_told_of(scene, place, one, s.span)]
    third = {s.country for s in told if s.country not in HOME and scene.is_beside(scene.patterns.with_, s.span)}
    return third.pop() if len(third) == 1 and len({s.country for s in told} & set(HOME)) < _TWO else None


def home_of(scene: Scene, one: Sum) -> str:
    """Whose trade with third countries is listed: the narrator's, else of one of the two that is no partner itself."""
    states = scene.places[one.sentence].states
    named = (s.country for s in states if s.country in HOME and not opens_a_bracket(scene, s.span))
    return scene.patterns.narrator or next(named, None) or home_before(scene, one.sentence)


def _third_before(scene: Scene, number: int) -> list[str]:
    """The third country that the sentence before speaks of, with Vietnam and without Korea."""
    if number == 0:
        return []
    here, there = scene.places[number], scene.places[number - 1]
    named = states_in(there)
    third = [c for c in named if c not in HOME]
    near = here.sentence.paragraph == there.sentence.paragraph
    return third if near and len(third) == 1 and HOME[1] in named and HOME[0] not in named else []
