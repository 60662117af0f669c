"""Which side an amount comes from and which it goes to."""

from __future__ import annotations

from pactbook.claims.figure_scene import Cue, Place, Scene, Sum
from pactbook.knowledge.figures import SideKind

Sides = tuple[str | None, str | None]

#: The two countries that the articles are about; in an article that names no other partner, the other one is meant.
HOME = ("KR", "VN")
_NEAR = 60


def sides_of(scene: Scene, one: Sum, kind: SideKind, cue: Cue | None, before: Sides | None) -> Sides:
    """(from, to) of ``one``; ``cue`` is the word that told the measure, ``before`` the sides of the figure before."""
    if kind == "none":
        return None, None
    place = scene.places[one.sentence]
    if kind == "both":
        return _partners(scene, place, one)
    if kind == "trade":
        return _direction(scene, place, one, cue) or before or (None, None)
    if kind == "surplus":
        return _surplus(scene, place, one) or (None, None)
    return _giver(scene, place, one)


def _other(country: str) -> str | None:
    return HOME[1 - HOME.index(country)] if country in HOME else None


def _countries(place: Place) -> list[str]:
    return list(dict.fromkeys(s.country for s in sorted(place.states, key=lambda s: s.span.start)))


def _partners(scene: Scene, place: Place, one: Sum) -> Sides:
    named = _countries(place)
    third = [c for c in named if c not in HOME]
    if not third or set(HOME) <= set(named):
        return HOME
    home = next((c for c in named if c in HOME), None) or _home_before(scene, one.sentence)
    first, second = sorted((third[0], home))
    return first, second


def _home_before(scene: Scene, number: int) -> str:
    for place in reversed(scene.places[:number]):
        for country in _countries(place):
            if country in HOME:
                return country
    return HOME[0]


def _direction(scene: Scene, place: Place, one: Sum, cue: Cue | None) -> Sides | None:
    """Who exports to whom: "exports to Korea", "imports from Korea", "Korean shipments", "Vietnam's purchases"."""
    if cue is None or not (place.sentence.start <= cue.start < place.sentence.end):
        return None
    for state in place.states:
        lead = scene.between(max(state.span.start - 25, 0), state.span.start)
        if abs(state.span.start - cue.end) <= _NEAR and state.country in HOME and state.span.start >= cue.start:
            if scene.patterns.from_.search(lead):
                return state.country, _other(state.country)
            if scene.patterns.to.search(lead):
                return _other(state.country), state.country
    near = range(cue.start - _NEAR, cue.start + 1)
    owners = [s for s in place.states if s.country in HOME and s.span.start in near]
    if not owners:
        return None
    owner = owners[-1].country
    return (_other(owner), owner) if cue.value == "imports" else (owner, _other(owner))


def _surplus(scene: Scene, place: Place, one: Sum) -> Sides | None:
    owners = [s.country for s in place.states if s.country in HOME and s.span.start < one.start]
    if not owners:
        return None
    owner = owners[-1]
    sentence = scene.between(place.sentence.start, place.sentence.end)
    if scene.patterns.deficit.search(sentence) and not scene.patterns.surplus.search(sentence):
        return _other(owner), owner
    return owner, _other(owner)


def _giver(scene: Scene, place: Place, one: Sum) -> Sides:
    """The investor, lender or donor: a third country where one is named near, else the Korean side."""
    named = [s for s in place.states if s.form != "not"]
    third = [s for s in named if s.country not in HOME and abs(s.span.start - one.start) <= 2 * _NEAR]
    if third:
        home = [s.country for s in named if s.country in HOME]
        return third[0].country, home[0] if home else _home_before(scene, one.sentence)
    into = next((s.country for s in named if s.country in HOME and _is_goal(scene, s.span.start)), None)
    if into == HOME[0]:
        return HOME[1], HOME[0]
    return HOME


def _is_goal(scene: Scene, start: int) -> bool:
    return bool(scene.patterns.into.search(scene.between(max(start - 12, 0), start)))
