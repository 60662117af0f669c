"""Who trades with whom where particles behind a country tell it: "한국의 대베트남 수출", "베트남에서 들여온"."""

from __future__ import annotations

from dataclasses import dataclass

from pactbook.claims.figures.countries import HOME, REGION, Sides, other
from pactbook.claims.figures.scene import Cue, Place, Scene, Sum
from pactbook.knowledge.beside import NOTHING
from pactbook.model.mention import StateMention
from pactbook.model.span import Span

#: How far from the word that tells the measure its sides may be named.
_NEAR = 90
#: "베트남[ 새우의 4월 ]한국 수출"
_OWNED = 20
#: A country that stands right before the word, with no more than a space between.
_BARE = 1


@dataclass(slots=True)
class Told:
    """What is told of a trade: whose it is, with whom, where the goods come from and where they go to."""

    owner: str | None = None
    partner: str | None = None
    source: str | None = None
    target: str | None = None
    #: Several other countries are named as partners.
    many: bool = False

    def sides(self, imports: bool) -> Sides | None:
        """(from, to), or None where no country is told."""
        if imports:
            source, target = self.source or self.partner, self.target or self.owner
        else:
            source, target = self.source or self.owner, self.target or self.partner
        if source == target:
            source, target = (source, None) if self.source else (None, target)
        if source is None and target is None:
            return None
        return (
            (source or _opposite(target), target)
            if self.many
            else (source or _opposite(target), target or _opposite(source))
        )


def told_of(scene: Scene, one: Sum, cue: Cue) -> Told:
    """What the countries around ``cue`` are told to be; of each the one nearest to the word."""
    if scene.number(cue.start) != one.sentence:
        told = _told_at(scene, one, Cue(one.start, one.start, cue.kind, cue.value, cue.how))
        if told != Told():
            return told
    return _told_at(scene, one, cue)


def _told_at(scene: Scene, one: Sum, cue: Cue) -> Told:
    place, told = scene.place(cue.start), Told()
    end = max(cue.end, one.end) if scene.number(cue.start) == one.sentence else cue.end
    states = [s for s in _named(scene, place) if s.span.start <= end and _gap(s, cue) <= _NEAR]
    listed = _listed(scene, one, states)
    if listed:  # "수출 상위국은 중국 1천558억 달러"
        told.partner = listed
    for state in sorted(states, key=lambda s: _gap(s, cue)):
        role = _role(scene, cue, state)
        if role and getattr(told, role) is None and not _is_taken(told, state.country):
            setattr(told, role, state.country)
    abroad = {s.country for s in states if cue.end <= s.span.start < one.start and s.country not in HOME}
    if abroad and told == Told():  # "수출은 일본·싱가포르 등에"
        told.owner, told.many = scene.patterns.narrator, True
    if told.owner is None and told.partner not in (None, scene.patterns.narrator):
        told.owner = scene.patterns.narrator
    if told.source and told.source not in HOME and not (told.target or told.owner):
        told.target = scene.patterns.narrator
    if told.target and told.target not in HOME and not (told.source or told.owner):
        told.source = scene.patterns.narrator
    return told


def pair_of(scene: Scene, one: Sum, cue: Cue | None) -> Sides:
    """The two sides of two-way trade: those named between the amount before and this one, else those of the word."""
    place = scene.places[one.sentence]
    since = max((o.end for o in place.sums if o.end <= one.start), default=place.sentence.start)
    states = [s for s in _named(scene, place) if since <= s.span.start < one.start]
    if _listed(scene, one, states) not in (None, *HOME):  # "베트남은 중국(2천억 달러)에 이어"
        states = [s for s in states if not scene.patterns.topic.match(scene.text, s.span.end)]
    near = [s.country for s in states]
    if not near:
        told = scene.place(cue.start) if cue else place
        near = [s.country for s in _named(scene, told) if not told.sums or s.span.start < told.sums[0].start]
    third = [c for c in near if c not in HOME]
    if not third or set(HOME) <= set(near):
        return HOME
    home = next((c for c in near if c in HOME), scene.patterns.narrator)
    first, second = sorted((third[0], home or HOME[0]))
    return first, second


def _named(scene: Scene, place: Place) -> list[StateMention]:
    """The states and regions of a sentence, in the order of the text."""
    regions = []
    for cue in scene.cues(scene.number(place.sentence.start)):
        if cue.kind == "region":
            form = "adjective" if scene.patterns.toward.match(scene.text, cue.start) else "name"
            regions.append(StateMention(Span.of(scene.text, cue.start, cue.end), REGION, form))
    return sorted(place.states + regions, key=lambda s: s.span.start)


def _listed(scene: Scene, one: Sum, states: list[StateMention]) -> str | None:
    """The country that stands right before the amount, as in a list: "중국 1천558억 달러", "미국(280억 달러)"."""
    right = (s.country for s in states if scene.between(s.span.end, one.start) in (" ", "(", "에 "))
    return next((c for c in right if c != scene.patterns.narrator), None)


def _role(scene: Scene, cue: Cue, state: StateMention) -> str | None:
    """What the particles say: ``owner``, ``partner``, ``source`` or ``target``, or None where they say nothing."""
    span, patterns = state.span, scene.patterns
    if patterns.toward.match(scene.text, span.start) and state.form == "adjective":
        return "partner"
    if 0 <= cue.start - span.end <= _BARE:
        return "owner" if state.country == patterns.narrator and not _is_of_another(scene, state) else "partner"
    if patterns.goods.match(scene.text, span.end):
        return "partner" if _is_of_another(scene, state) else "source"  # "베트남의 한국 수산물 수출"
    for role, words in (
        ("source", patterns.from_),
        ("partner", patterns.with_),
        ("target", patterns.to),
        ("owner", patterns.owned_by),
        ("owner", patterns.agent if not patterns.topic.match(scene.text, cue.end) else NOTHING),
    ):
        if words.behind.match(scene.text, span.end):
            return role
    return None


def _is_of_another(scene: Scene, state: StateMention) -> bool:
    """Whether another country owns what follows: "베트남의 한국 수출", "베트남 농산물의 한국 수출"."""
    others = [s for s in scene.place(state.span.start).states if s.span.end < state.span.start]
    if any(scene.patterns.goods.match(scene.text, s.span.end) for s in others if s.country != state.country):
        return True
    leads = [scene.between(s.span.end, state.span.start) for s in others]
    owned = scene.patterns.owned_by.behind
    return any(len(lead) <= _OWNED and owned.search(lead) is not None for lead in leads)


def _is_taken(told: Told, country: str) -> bool:
    return country in (told.owner, told.partner, told.source, told.target)


def _opposite(country: str | None) -> str | None:
    return other(country) if country in HOME else None


def _gap(state: StateMention, cue: Cue) -> int:
    return max(cue.start - state.span.end, state.span.start - cue.end, 0)
