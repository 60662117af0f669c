"""Who trades with whom."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.claims.figures.countries import (
    HOME,
    Flow,
    Sides,
    gap,
    is_told_of,
    listed,
    other,
    owns,
    since_last,
)
from pactbook.claims.figures.particles import told_of
from pactbook.claims.figures.partners import home_of
from pactbook.claims.figures.scene import Cue, Place, Scene, Sum
from pactbook.model.mention import StateMention

#: How far from the word that tells the measure its sides may be named, and how near a possessive stands.
_NEAR, _OWNER = 60, 14
_TWO = 2
#: How far back it is told whose trade the story is about, in sentences.
_STORY = 3


def direction(scene: Scene, one: Sum, cue: Cue | None, before: Sequence[Flow]) -> Sides:
    """Who exports to whom: "exports to Korea", "Korean goods", "Vietnam's purchases", "and its imports"."""
    if cue is None:
        return None, None
    if _is_of_factories(scene, one, cue):
        return HOME[1], None
    if scene.patterns.head_final:
        return _whole(scene, one, cue) or _told_direction(scene, one, cue, before)
    return _whole(scene, one, cue) or _named_direction(scene, one, cue, before)


def _named_direction(scene: Scene, one: Sum, cue: Cue, before: Sequence[Flow]) -> Sides:
    """Who exports to whom where words before a country tell it."""
    place = scene.place(cue.start)
    beyond = _abroad(scene, one, place, cue) or _beyond(scene, one, place)
    if beyond is not None:
        return beyond if cue.value == "exports" else beyond[::-1]
    states = [s for s in place.states if s.country in HOME and not _is__subjects(scene, one, cue, s)]
    sides = _market(scene, one, cue, states) or _said_direction(scene, one, cue, states)
    if sides:
        return sides
    states = [s for s in states if s.span.end > cue.start or not _is_end(scene, s)]
    owner = next((s for s in reversed(states) if 0 <= cue.start - s.span.end <= _OWNER), None)
    owner = next((s for s in states if owns(scene, cue, s)), owner)
    last = next((f for f in reversed(before) if f.measure in ("exports", "imports")), None)
    if owner is None and last:
        return _filled(scene, one, last.sides if last.measure == cue.value else last.sides[::-1])
    if owner is None:
        owner = next((s for s in reversed(states) if 0 <= cue.start - s.span.end <= _NEAR), None)
    if owner is None and any(c.kind == "anyone" for c in scene.cues(one.sentence)):
        here = scene.patterns.narrator or HOME[1]  # "foreign firms exported"
        return (None, here) if cue.value == "imports" else (here, None)
    country = owner.country if owner else scene.patterns.narrator or _whose_story(scene, one.sentence)
    if country is None:
        return None, None
    here, there = country, other(country)
    return (there, here) if cue.value == "imports" else (here, there)


def _is__subjects(scene: Scene, one: Sum, cue: Cue, state: StateMention) -> bool:
    """Whether the wares are those of an amount before: "nhập 5 tỷ USD hàng [Hàn Quốc] và bán sang đó 2 tỷ USD"."""
    place = scene.place(cue.start)
    behind = state.span.end <= cue.start and any(o is not one and o.end <= state.span.start for o in place.sums)
    # "hàng Hàn" is a short name in "hàng Hàn Quốc".
    same = [s for s in place.states if state.span.start <= s.span.start <= state.span.end]
    return behind and any(_are_wares(scene, s) for s in same)


def _is_of_factories(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether a firm's factories export to no place named: they stand in Vietnam."""
    sentence = scene.places[one.sentence].sentence
    states = [s for s in scene.places[one.sentence].states if s.form != "capital"]
    named = any(s.span.start < one.end for s in states)
    if cue.value != "exports" or named or scene.number(cue.start) != one.sentence:
        return False
    return bool(scene.patterns.factories.search(scene.text, sentence.start, one.start))


def _whose_story(scene: Scene, number: int) -> str | None:
    """Whose trade is told where the sentence names nobody: the one named first shortly before, else in the article."""
    near = [*reversed(scene.places[max(number - _STORY, 0) : number]), *scene.places[:number]]
    named = (s.country for place in near if place.sentence.role != "headline" for s in place.states)
    return next((country for country in named if country in HOME), None)


def _beyond(scene: Scene, one: Sum, place: Place) -> Sides | None:
    """The narrator's country and a third one in a list, or none where a firm's exports go to no place named."""
    here = scene.patterns.narrator
    partner = listed(scene, one)
    if partner:
        return home_of(scene, one), partner
    if not scene.patterns.head_first or scene.places[one.sentence] is not place or _named_apart(place):
        return None
    firm = any(c.kind == "firm" for c in scene.cues(one.sentence)) or any(b.kind == "company" for b in place.bodies)
    return (here, None) if firm else None


def _named_apart(place: Place) -> list[StateMention]:
    """The states that are named, and not only in the name of a firm: "Samsung [Việt Nam] xuất khẩu 34 tỷ USD"."""
    firms = [b.span for b in place.bodies if b.kind == "company"]
    return [s for s in place.states if not any(f.start < s.span.start and s.span.end <= f.end for f in firms)]


def _whole(scene: Scene, one: Sum, cue: Cue) -> Sides | None:
    """Whose trade with all the world it is: "total exports were $164 billion, of which to Korea $10.9 billion"."""
    place = scene.place(cue.start)
    behind = next((o for o in place.sums if o.start >= one.end), None)
    if behind is None:
        parted = _is_parted_next(scene, one)
    else:
        parted = scene.patterns.parts.search(scene.text, one.end, behind.start) is not None
    told = scene.patterns.whole.search(scene.text, since_last(place, one), one.end)
    if place is not scene.places[one.sentence] or not (parted or told):
        return None
    states = [s for s in place.states if s.span.start < (one.end if parted else place.sentence.end)]
    if any(_is_end(scene, s) or scene.patterns.toward.match(scene.text, s.span.start) for s in states):
        return None
    named = {s.country for s in states}
    here = named.pop() if len(named) == 1 else scene.patterns.narrator if not named else None
    if here is None:
        return None
    return (here, None) if cue.value == "exports" else (None, here)


def _is_parted_next(scene: Scene, one: Sum) -> bool:
    """Whether the sentence behind tells what a country takes of it: "It sold $164 billion. Of this, Korea took"."""
    number = one.sentence + 1
    here = scene.places[one.sentence].sentence
    if number >= len(scene.places) or scene.places[number].sentence.paragraph != here.paragraph:
        return False
    there = scene.places[number]
    if not there.sums or not there.states:
        return False
    return scene.patterns.parts.match(scene.text, there.sentence.start) is not None


def _filled(scene: Scene, one: Sum, sides: Sides) -> Sides:
    """``sides`` of all trade with the partner that a part of it is told of: "riêng Hàn Quốc 31 triệu USD"."""
    if None not in sides:
        return sides
    place = scene.places[one.sentence]
    named = [s.country for s in place.states if since_last(place, one) <= s.span.start < one.start]
    partner = next((c for c in reversed(named) if c not in sides), None)
    return (sides[0] or partner, sides[1] or partner)


def _subjects(place: Place, cue: Cue) -> list[StateMention]:
    """Those of the two right before the word for the trade: "[Hàn Quốc] xuất khẩu sang Trung Quốc"."""
    return [s for s in place.states if s.country in HOME and 0 <= cue.start - s.span.end <= _OWNER]


def _market(scene: Scene, one: Sum, cue: Cue, states: list[StateMention]) -> Sides | None:
    """Who sells where the other is said to be a market: "[Hàn Quốc] là thị trường lớn thứ ba với 19 tỷ USD"."""
    if cue.value != "exports":
        return None
    buyer = next(
        (s for s in states if s.span.end <= one.start and scene.patterns.is_market.match(scene.text, s.span.end)), None
    )
    return (other(buyer.country), buyer.country) if buyer else None


def _abroad(scene: Scene, one: Sum, place: Place, cue: Cue) -> Sides | None:
    """One of the two and the third country that is said of the amount: "exports to China hit $57 billion"."""
    if place is not scene.places[one.sentence]:
        return None
    led = scene.patterns.to if cue.value == "exports" else scene.patterns.from_
    told = [s for s in place.states if s.span.start > cue.start and is_told_of(scene, place, one, s.span)]
    third = {s.country for s in told if s.country not in HOME and scene.is_beside(led, s.span)}
    if len(third) != 1 or any(s.country in HOME and scene.is_beside(led, s.span) for s in told):
        return None
    subject = next((s for s in _subjects(place, cue) if not _is_end(scene, s)), None)
    return subject.country if subject and scene.patterns.head_first else home_of(scene, one), third.pop()


def _told_direction(scene: Scene, one: Sum, cue: Cue, before: Sequence[Flow]) -> Sides:
    """Who exports to whom where particles tell it; else as the figure before, else from or to the narrator."""
    imports = cue.value == "imports"
    told = told_of(scene, one, cue)
    if cue.value == "sales" and told.source and not told.target:  # what is sold there is sent there
        told.source, told.target = None, told.source
    sides = told.sides(imports)
    if sides:
        return sides
    last = next((f for f in reversed(before) if f.measure in ("exports", "imports", "trade_balance")), None)
    if last:
        return _filled(scene, one, last.sides[::-1] if imports == (last.measure != "imports") else last.sides)
    here = scene.patterns.narrator
    there = other(here) if here else None
    return (there, here) if imports else (here, there)


def _said_direction(scene: Scene, one: Sum, cue: Cue, states: list[StateMention]) -> Sides | None:
    """The direction that a state near the amount or the cue is said to have; the nearest to the amount first."""
    place = scene.places[one.sentence].sentence
    for state in sorted(states, key=lambda s: gap(s, one.start, one.end)):
        near = min(gap(state, cue.start, cue.end), gap(state, one.start, one.end)) <= _NEAR
        if near and _are_wares(scene, state):
            return state.country, other(state.country)
        if not cue.start <= state.span.start <= cue.end + _NEAR or _is_of_another(scene, cue, state):
            continue
        seller = cue.value == "imports" and scene.patterns.made_in.search(scene.between(cue.start, cue.end) + " ")
        if seller and 0 <= state.span.start - cue.end <= 1:
            return state.country, other(state.country)  # "mua của Hàn Quốc"
        if scene.is_beside(scene.patterns.from_, state.span):
            earned = cue.value == "exports" and scene.patterns.earned.search(scene.text, place.start, state.span.start)
            return (other(state.country), state.country) if earned else (state.country, other(state.country))
        if scene.is_beside(scene.patterns.to, state.span):
            return other(state.country), state.country
    return None


def _is_of_another(scene: Scene, cue: Cue, state: StateMention) -> bool:
    """Whether the country is told of the trade the other way: "exports of $24bn and imports of $62bn from Korea"."""
    others = [c for c in scene.cues(scene.number(cue.start)) if c.value in ("exports", "imports") and c.how != "across"]
    sums = scene.place(cue.start).sums
    return any(
        c.value != cue.value
        and any(cue.end <= o.start and o.end <= c.start for o in sums)
        and c.end <= state.span.start
        for c in others
    )


def _is_end(scene: Scene, state: StateMention) -> bool:
    """Whether goods are said to come from the country or to go to it, which is then no owner of what follows."""
    if scene.patterns.from_.leads(scene.text, state.span.start):
        return True
    return scene.patterns.to.leads(scene.text, state.span.start)


def _are_wares(scene: Scene, state: StateMention) -> bool:
    """Whether a country's goods are spoken of: "imports of Korean steel", not "exports of the Korean side"."""
    if scene.patterns.goods.match(scene.text, state.span.end) or scene.is_beside(
        scene.patterns.goods_before, state.span
    ):
        return True
    if state.form != "adjective" or scene.patterns.buyers.match(scene.text, state.span.end):
        return False
    return bool(scene.patterns.made_in.search(scene.between(max(state.span.start - 12, 0), state.span.start)))
