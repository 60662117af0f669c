"""The two countries, and which countries a sentence names."""

from __future__ import annotations

from dataclasses import dataclass

from pactbook.claims.figures.scene import Place, Scene

Sides = tuple[str | None, str | None]

#: The two countries that the articles are about; where an article names no other partner, the other one is meant.
HOME = ("KR", "VN")
#: A region as a partner.
REGION = "XX"


@dataclass(frozen=True, slots=True)
class Flow:
    """The measure and sides of a figure before, for phrases such as "and its purchases"; ``end`` is its last offset."""

    measure: str
    sides: Sides
    sentence: int
    end: int


def other(country: str) -> str | None:
    """The other one of the two countries, or None for a third."""
    return HOME[1 - HOME.index(country)] if country in HOME else None


def states_in(place: Place) -> list[str]:
    """Every state that a sentence names, in the order of the text, each once."""
    return list(dict.fromkeys(s.country for s in place.states))


def named_in(place: Place) -> set[str | None]:
    """Every country that a sentence speaks of, through its states or its bodies."""
    return {*states_in(place), *(b.country for b in place.bodies)}


def home_before(scene: Scene, number: int) -> str:
    """The country of the two that was named last before sentence ``number``."""
    for place in reversed(scene.places[:number]):
        for country in reversed(states_in(place)):
            if country in HOME:
                return country
    return HOME[0]
