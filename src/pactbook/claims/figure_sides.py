"""Which side an amount comes from and which it goes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pactbook.claims.figure_scene import Cue, Place, Scene, Sum
from pactbook.knowledge.figures import SideKind
from pactbook.model.mention import StateMention

Sides = tuple[str | None, str | None]

#: The two countries that the articles are about; where an article names no other partner, the other one is meant.
HOME = ("KR", "VN")
#: A region as a partner in trade.
_REGION = "XX"
#: How far from the word that tells the measure its sides may be named, and how near a possessive stands.
_NEAR, _OWNER = 60, 14
#: A third country gives the money where it is named within so many characters.
_GIVER, _RIGHT_BEHIND = 120, 12


@dataclass(frozen=True, slots=True)
class Flow:
    """The measure and sides of the trade figure before, for phrases such as "and its purchases"."""

    measure: str
    sides: Sides
    sentence: int


def sides_of(scene: Scene, one: Sum, kind: SideKind, cue: Cue | None, before: Flow | None) -> Sides:
    """(from, to) of ``one``; ``cue`` is the word that told the measure, ``before`` the trade figure before."""
    return _BY_KIND[kind](scene, one, cue, before)


def _other(country: str) -> str | None:
    return HOME[1 - HOME.index(country)] if country in HOME else None


def _states(place: Place) -> list[str]:
    return list(dict.fromkeys(s.country for s in place.states))


def _named(place: Place) -> set[str | None]:
    """Every country that the sentence speaks of, through its states or its bodies."""
    return {*_states(place), *(b.country for b in place.bodies)}


def _partners(scene: Scene, one: Sum, cue: Cue | None, before: Flow | None) -> Sides:
    place = scene.place(cue.start) if cue else scene.places[one.sentence]
    named = _states(place)
    if set(HOME) <= set(named):
        return HOME
    third = [c for c in named if c not in HOME]
    if not third and any(c.kind == "region" for c in scene.cues(scene.number(place.sentence.start))):
        third = [_REGION]
    if not third:
        return HOME
    home = next((c for c in named if c in HOME), None) or _home_before(scene, one.sentence)
    first, second = sorted((third[0], home))
    return first, second


def _home_before(scene: Scene, number: int) -> str:
    """The country of the two that was named last before sentence ``number``."""
    for place in reversed(scene.places[:number]):
        for country in reversed(_states(place)):
            if country in HOME:
                return country
    return HOME[0]


def _direction(scene: Scene, one: Sum, cue: Cue | None, before: Flow | None) -> Sides:
    """Who exports to whom: "exports to Korea", "Korean goods", "Vietnam's purchases", "and its imports"."""
    if cue is None:
        return None, None
    place = scene.place(cue.start)
    states = [s for s in place.states if s.country in HOME]
    sides = _said_direction(scene, one, cue, states)
    if sides:
        return sides
    owner = next((s for s in reversed(states) if 0 <= cue.start - s.span.end <= _OWNER), None)
    if owner is None and before and before.measure in ("exports", "imports"):
        return before.sides if before.measure == cue.value else before.sides[::-1]
    if owner is None:
        owner = next((s for s in reversed(states) if 0 <= cue.start - s.span.end <= _NEAR), None)
    if owner is None:
        return None, None
    here, there = owner.country, _other(owner.country)
    return (there, here) if cue.value == "imports" else (here, there)


def _said_direction(scene: Scene, one: Sum, cue: Cue, states: list[StateMention]) -> Sides | None:
    """The direction that a state near the amount or the cue is said to have; the nearest to the amount first."""
    for state in sorted(states, key=lambda s: _gap(s, one.start, one.end)):
        near = min(_gap(state, cue.start, cue.end), _gap(state, one.start, one.end)) <= _NEAR
        if near and scene.patterns.goods.match(scene.text, state.span.end):
            return state.country, _other(state.country)
        if not cue.start <= state.span.start <= cue.end + _NEAR:
            continue
        lead = scene.between(max(state.span.start - 25, 0), state.span.start)
        if scene.patterns.from_.search(lead):
            return state.country, _other(state.country)
        if scene.patterns.to.search(lead):
            return _other(state.country), state.country
    return None


def _gap(state: StateMention, start: int, end: int) -> int:
    return max(start - state.span.end, state.span.start - end, 0)


def _surplus(scene: Scene, one: Sum, cue: Cue | None, before: Flow | None) -> Sides:
    """The side that has the surplus, then the other."""
    place = scene.places[one.sentence]
    word = cue.start if cue and scene.number(cue.start) == one.sentence else one.start
    owners = [s.country for s in place.states if s.country in HOME and s.span.end <= word]
    sentence = scene.between(place.sentence.start, place.sentence.end)
    deficit = scene.patterns.deficit.search(sentence)
    if (deficit or scene.patterns.surplus.search(sentence)) and owners:
        owner = owners[-1]
        return (_other(owner), owner) if deficit else (owner, _other(owner))
    # A gap after "A's exports and its larger imports": the side that sells more has the surplus.
    return before.sides if before else (None, None)


def _giver(scene: Scene, one: Sum, cue: Cue | None, before: Flow | None) -> Sides:
    """The investor, lender or donor: a third country where one is named near, else the Korean side."""
    place = scene.places[one.sentence]
    home = [s for s in place.states if s.country in HOME]
    goal = next((s.country for s in home if _is_goal(scene, s.span.start)), None)
    third = _third(place, one)
    if third:
        only = {s.country for s in home}
        return third, goal or (HOME[0] if only == {HOME[0]} else HOME[1])
    if goal == HOME[0] and HOME[1] in _named(place):
        return HOME[1], HOME[0]
    return HOME


def _third(place: Place, one: Sum) -> str | None:
    """A third country that is named before the amount nearer than the two, or right behind it ("American aid")."""
    named = [(s.span, s.country) for s in place.states] + [(b.span, b.country) for b in place.bodies if b.country]
    ahead = [(one.start - span.end, country) for span, country in named if 0 <= one.start - span.end <= _GIVER]
    behind = [(span.start - one.end, country) for span, country in named if 0 <= span.start - one.end <= _RIGHT_BEHIND]
    ahead = [(gap, country) for gap, country in ahead if country != HOME[1]]  # mostly the receiver
    nearest = min(behind or ahead, default=(0, HOME[0]))[1]
    return nearest if nearest not in (*HOME, _REGION) else None


def _is_goal(scene: Scene, start: int) -> bool:
    return bool(scene.patterns.into.search(scene.between(max(start - 12, 0), start)))


def _project(scene: Scene, one: Sum, cue: Cue | None, before: Flow | None) -> Sides:
    """Like a giver, but only where the sentence names that side."""
    sides = _giver(scene, one, cue, before)
    return sides if sides[0] in _named(scene.places[one.sentence]) else (None, None)


def _stake(scene: Scene, one: Sum, cue: Cue | None, before: Flow | None) -> Sides:
    """Who buys shares of whom; of other contracts the sides are seldom told beside the amount."""
    place = scene.places[one.sentence]
    stake = scene.patterns.stake.search(scene.text, place.sentence.start, place.sentence.end)
    if not stake:
        return None, None
    behind = [(b.span.start, b.country) for b in place.bodies if b.span.start >= stake.end()]
    behind += [(s.span.start, s.country) for s in place.states if s.span.start >= stake.end()]
    goal = next((country for _, country in sorted(behind, key=lambda x: x[0]) if country in HOME), None)
    return (_other(goal), goal) if goal else (None, None)


def _unsaid(scene: Scene, one: Sum, cue: Cue | None, before: Flow | None) -> Sides:
    return None, None


_BY_KIND: dict[SideKind, Callable[[Scene, Sum, Cue | None, Flow | None], Sides]] = {
    "both": _partners,
    "trade": _direction,
    "surplus": _surplus,
    "giver": _giver,
    "project": _project,
    "contract": _stake,
    "none": _unsaid,
}
