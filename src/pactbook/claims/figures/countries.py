"""The two countries, and which countries a sentence names."""

from __future__ import annotations

from msgspec import Struct

from pactbook.claims.figures.scene import Cue, Ends, Place, Scene, Sum
from pactbook.model.mention import StateMention

Sides = tuple[str | None, str | None]

#: The two countries that the articles are about; where an article names no other partner, the other one is meant.
HOME = ("KR", "VN")
#: What stands between a country and its sum in brackets.
_OPENING = ("(", "[", "（")
#: How far behind the word of a trade its owner may be named.
_OWNED = 60
#: A region as a partner.
REGION = "XX"


class Flow(Struct, frozen=True):
    """The measure and sides of a figure before, for phrases such as "and its purchases"; ``end`` is its last offset.

    ``amount`` is the upper bound and the currency.
    """

    measure: str
    sides: Sides
    sentence: int
    end: int
    amount: tuple[float, str]


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


def since_last(place: Place, one: Sum) -> int:
    """Where the words begin that stand between the amount before in the sentence and ``one``."""
    return max((o.end for o in place.sums if o.end <= one.start), default=place.sentence.start)


def is_told_of(scene: Scene, place: Place, one: Sum, thing: Ends) -> bool:
    """Whether ``thing`` is told of ``one``, not of an amount beside it: "$4 billion from Korea, out of $36 billion".

    What stands between two amounts is told of the first where it is nearer to that and nothing parts the two.
    """
    ahead = next((o for o in reversed(place.sums) if o.end <= thing.start), None)
    behind = next((o for o in place.sums if o.start >= thing.end), None)
    if ahead is None or behind is None:
        gap = scene.between(one.end, thing.start)
        return one in (ahead, behind) and not (ahead and scene.patterns.breaks.search(gap))
    gap = scene.between(ahead.end, thing.start)
    parted = "," in gap or scene.patterns.breaks.search(gap)
    after = scene.between(thing.end, behind.start)
    joined = not scene.patterns.head_final and scene.patterns.joins.search(after)
    first = not parted and (bool(joined) or len(gap) <= len(after))  # "to the United States in 2020 and $19 billion"
    return one is (ahead if first else behind)


def opens_a_bracket(scene: Scene, thing: Ends) -> bool:
    """Whether a bracket opens behind ``thing``, as one does that holds its sum."""
    return scene.text[thing.end : thing.end + 2].strip().startswith(_OPENING)


def listed(scene: Scene, one: Sum) -> str | None:
    """The partner of an amount in a list: "to America $38 billion, China $31 billion and Korea $13 billion".

    Only where the head comes first, for there a country stands before its amount, or where it says so with a bracket:
    "China ($38 billion)".
    """
    place = scene.places[one.sentence]
    bracketed = next((s for s in place.states if scene.between(s.span.end, one.start).strip() in _OPENING), None)
    if bracketed and bracketed.country not in HOME:
        return bracketed.country
    if not scene.patterns.head_first:
        return None
    since = since_last(place, one)
    named = {s.country for s in place.states if since <= s.span.start < one.start}
    if any(c.kind == "region" and since <= c.start < one.start for c in scene.cues(one.sentence)):
        named.add(REGION)
    named.discard(scene.patterns.narrator or "")
    if len(named) != 1:
        return None
    partner = named.pop()
    others = any(s.country not in HOME and s.span.end <= since for s in place.states)
    return partner if partner not in HOME or others else None


def owns(scene: Scene, cue: Cue, state: StateMention) -> bool:
    """Whether the trade is said to be that of a country behind the word: "xuất khẩu của Việt Nam"."""
    return 0 <= state.span.start - cue.end <= _OWNED and scene.is_beside(scene.patterns.owned_by, state.span)


def gap(state: StateMention, start: int, end: int) -> int:
    """How many characters lie between a country and a span; 0 where they touch."""
    return max(start - state.span.end, state.span.start - end, 0)
