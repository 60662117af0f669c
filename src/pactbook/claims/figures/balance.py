"""Who has the surplus in a trade."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.claims.figures.countries import HOME, Flow, Sides, gap, listed, other, owns
from pactbook.claims.figures.particles import Told, told_of
from pactbook.claims.figures.scene import Cue, Place, Scene, Sum

#: A balance sums up two flows so many sentences after them; rounding makes it differ by such a share.
_TWO, _SUM_UP, _ROUNDED = 2, 2, 0.03
#: "With China, the deficit was"
_FRONTED = 8
_ONE_WAY = ("exports", "imports")


def surplus(scene: Scene, one: Sum, cue: Cue | None, before: Sequence[Flow]) -> Sides:
    """The side that has the surplus, then the other."""
    told = _difference(one, before)
    if told:
        return told
    if scene.patterns.head_final:
        return _told_surplus(scene, one, cue, before)
    place = scene.places[one.sentence]
    deficit = _has_deficit(scene, place, one, cue)
    last = before[-1] if before else None
    favoured = next((s for s in place.states if scene.patterns.favour.match(scene.text, s.span.end)), None)
    if favoured:
        return favoured.country, other(favoured.country)
    partner = _partner(scene, place, one)
    if partner and partner not in HOME and last and last.measure == "trade_balance":
        whose = next((s.country for s in place.states if cue and s.country in HOME and owns(scene, cue, s)), None)
        if whose and deficit is not None:
            return (partner, whose) if deficit else (whose, partner)
        owner = _owner(scene, one, last)
        return (partner, owner) if owner == last.sides[1] else (owner, partner)
    if deficit is None:
        # A gap after "A's exports and its larger imports": the side that sells more has the surplus.
        return last.sides if last else _of_the_two(place)
    word = cue.start if cue and scene.number(cue.start) == one.sentence else one.start
    owner = (other(partner) if partner else None) or next(
        (s.country for s in reversed(place.states) if s.country in HOME and s.span.end <= word), None
    )
    owner = next((s.country for s in place.states if cue and s.country in HOME and owns(scene, cue, s)), owner)
    if owner is None and not partner and any(c.kind == "anyone" for c in scene.cues(one.sentence)):
        narrator = scene.patterns.narrator
        return (None, narrator) if deficit else (narrator, None)
    if owner is None and partner and partner not in HOME and _third(scene, place, one, partner):
        owner = scene.patterns.narrator
    owner = owner or (None if last else scene.patterns.narrator)
    if owner is None:
        return last.sides if last else (None, None)
    across = _third(scene, place, one, partner) or _listed_apart(scene, one, owner) or other(owner)
    return (across, owner) if deficit else (owner, across)


def _of_the_two(place: Place) -> Sides:
    """Who has the surplus where only a gap is spoken of: between the two it has been Korea's ever since 1992."""
    return HOME if {s.country for s in place.states} <= set(HOME) else (None, None)


def _difference(one: Sum, before: Sequence[Flow]) -> Sides | None:
    """Whose surplus the amount is where it is what two flows told just before differ by: he who sells more has it."""
    near = [f for f in before[-_TWO:] if f.measure in _ONE_WAY and 0 <= one.sentence - f.sentence <= _SUM_UP]
    if len(near) < _TWO or near[0].sides != near[1].sides[::-1]:
        return None
    mention = one.mentions[0]
    if {f.amount[1] for f in near} != {mention.currency}:
        return None
    more, less = sorted(near, key=lambda f: -f.amount[0])
    differ = more.amount[0] - less.amount[0]
    return more.sides if abs(differ - mention.high) <= _ROUNDED * differ and None not in more.sides else None


def _listed_apart(scene: Scene, one: Sum, owner: str) -> str | None:
    partner = listed(scene, one)
    return partner if partner != owner else None


def _third(scene: Scene, place: Place, one: Sum, partner: str | None) -> str | None:
    """The partner where it is a third country, and no other thought parts it from the amount."""
    if partner is None or partner in HOME:
        return None
    gaps = [
        scene.between(min(one.end, s.span.end), max(one.start, s.span.start))
        for s in place.states
        if s.country == partner
    ]
    fronted = any(s.country == partner and s.span.start - place.sentence.start <= _FRONTED for s in place.states)
    return partner if fronted or any("," not in gap for gap in gaps) else None


def _has_deficit(scene: Scene, place: Place, one: Sum, cue: Cue | None) -> bool | None:
    """Whether ``cue``, or else the word nearest to the amount, says a deficit or a surplus; None where none does."""
    if cue and scene.number(cue.start) == one.sentence:
        said = scene.between(cue.start, cue.end)
        if scene.patterns.deficit.search(said) or scene.patterns.surplus.search(said):
            return bool(scene.patterns.deficit.search(said))
    found: list[tuple[int, bool]] = []
    for deficit, words in ((True, scene.patterns.deficit), (False, scene.patterns.surplus)):
        for match in words.finditer(scene.text, place.sentence.start, place.sentence.end):
            found.append((max(one.start - match.end(), match.start() - one.end, 0), deficit))
    return min(found)[1] if found else None


def _told_surplus(scene: Scene, one: Sum, cue: Cue | None, before: Sequence[Flow]) -> Sides:
    """The side that has the surplus, where particles tell whose balance it is."""
    last = before[-1] if before else None
    told = told_of(scene, one, cue) if cue else Told()
    owner = told.owner or told.target
    partner = told.partner or told.source or (other(owner) if owner else None)
    sentence = scene.places[one.sentence].sentence
    if scene.patterns.given.search(scene.text, sentence.start, sentence.end):
        owner = told.target or scene.patterns.narrator
        partner = next((c for c in (told.partner, told.owner) if c and c != owner), other(owner) if owner else None)
    if partner is None and last:
        return last.sides if last.measure != "imports" else last.sides[::-1]
    owner = owner or scene.patterns.narrator
    partner = partner or (other(owner) if owner else None)
    return (partner, owner) if _is_deficit(scene, one, cue) else (owner, partner)


def _is_deficit(scene: Scene, one: Sum, cue: Cue | None) -> bool:
    """What the word itself says, else the sentence."""
    place = scene.places[one.sentence].sentence
    spans = [(cue.start, cue.end)] if cue else []
    for start, end in [*spans, (place.start, place.end)]:
        deficit = scene.patterns.deficit.search(scene.text, start, end)
        if bool(deficit) != bool(scene.patterns.surplus.search(scene.text, start, end)):
            return bool(deficit)
    return False


def _partner(scene: Scene, place: Place, one: Sum) -> str | None:
    """The state behind "with" nearest to the amount: "the deficit with Korea"."""
    found = [
        (gap(s, one.start, one.end), s.country) for s in place.states if scene.is_beside(scene.patterns.with_, s.span)
    ]
    return min(found, default=(0, None))[1]


def _owner(scene: Scene, one: Sum, last: Flow) -> str | None:
    """Whose balance is told, when the one with a third country follows that with the other of the two."""
    place = scene.places[last.sentence]
    sentence = scene.between(place.sentence.start, place.sentence.end)
    return last.sides[1] if scene.patterns.deficit.search(sentence) else last.sides[0]
