"""Who gives money to whom."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.claims.figures.countries import HOME, REGION, Flow, Sides, is_told_of, named_in, since_last, states_in
from pactbook.claims.figures.scene import Cue, Place, Scene, Sum
from pactbook.knowledge.currencies import currencies
from pactbook.model.mention import StateMention

#: A third country gives the money where it is named so far before the amount, or right behind it.
_GIVER, _RIGHT_BEHIND = 120, 12
#: A loan is paid back where it is said no farther before the amount.
_REPAID = 20
#: A side pays its share where it is named no farther before the amount.
_BEARER = 60
#: A place that opens the sentence is no seat of a giver; "the" may stand before a giver.
_FRONTED = 5
#: So many dollars are not sent home by one worker.
_OF_MANY = 1_000_000
#: So few dollars are lent to one person.
_OF_ONE = 20_000
#: Foreign investment, and how many sentences on it is gone on about.
_FDI, _REACH = ("fdi_registered", "fdi_disbursed"), 2


def giver(scene: Scene, one: Sum, cue: Cue | None, before: Sequence[Flow]) -> Sides:
    """The investor, lender or donor: a third country where one is named near, else the Korean side."""
    place = scene.places[one.sentence]
    last = before[-1] if before else None
    if (
        last
        and last.sentence == one.sentence
        and cue
        and last.measure == cue.value
        and not _names(scene, place, last, one)
    ):
        return last.sides
    if last and _goes_on(scene, place, last, one, cue):
        return last.sides
    if (own := _told_apart(scene, place, one, cue, before)) is not None:
        return own
    home = [s for s in place.states if s.country in HOME]
    aims = (s for s in home if _is_goal(scene, s) and not _is_seat(scene, place, s, cue))
    goal = next((s.country for s in aims if not _is_home_abroad(scene, place, s)), None)
    third = _third(scene, place, one)
    if third and scene.patterns.head_first and HOME[0] in named_in(place) and _receives(scene, place, third):
        near = any(s.country == third and s.span.start >= since_last(place, one) for s in place.states)
        return HOME[0], third if near else HOME[1]
    if third and last and last.sentence == one.sentence and last.measure in _FDI and last.sides[0] == HOME[0]:
        return third, last.sides[1]  # "Korea led with $70 billion, ahead of Japan with $60 billion"
    if third:
        only = {s.country for s in home}
        only = only if any(is_told_of(scene, place, one, s.span) for s in home) else set()
        away = scene.patterns.narrator == HOME[1] or scene.patterns.head_final  # else Korea in a list is no goal
        return third, goal or (HOME[0] if only == {HOME[0]} and not away else HOME[1])
    if _bears_it(scene, place, one):
        return HOME[1], None
    if goal == HOME[0] and HOME[1] in named_in(place):
        return HOME[1], HOME[0]
    if _is_of_all(scene, place, one):
        return None, HOME[1]
    return HOME


def _bears_it(scene: Scene, place: Place, one: Sum) -> bool:
    """Whether the Vietnamese side, named beside the amount, pays its share: "Hue will foot $1m", "$2m from Hue"."""
    if scene.patterns.head_final or scene.patterns.head_first:
        return False
    spans = [(s.span, s.country) for s in place.states] + [(b.span, b.country) for b in place.bodies]
    linked = scene.patterns.funded_from.match(scene.text, one.end)
    if linked and any(c == HOME[1] and 0 <= s.start - linked.end() <= _FRONTED for s, c in spans):
        return True
    named = [(span.end, country) for span, country in spans]
    since = since_last(place, one)
    end, country = max((n for n in named if since <= n[0] <= one.start), default=(0, None))
    if country != HOME[1] or one.start - end > _BEARER:
        return False
    return scene.patterns.bears.search(scene.text, end, one.start) is not None


def _is_home_abroad(scene: Scene, place: Place, state: StateMention) -> bool:
    """Whether Korean firms receive it, with no Vietnamese side told before: "lent $5 million to Korean firms there"."""
    if state.form != "adjective" or state.country != HOME[0] or scene.patterns.narrator is not None:
        return False
    named = [(s.span.start, s.country) for s in place.states] + [(b.span.start, b.country) for b in place.bodies]
    return not any(start < state.span.start and country == HOME[1] for start, country in named)


def _is_lent_at_home(place: Place, one: Sum, cue: Cue) -> bool:
    """Whether a worker or a farmer borrows the amount, from no bank of another country: it is lent in Vietnam."""
    dollars = one.mentions[0].high * currencies()[one.mentions[0].currency].worth
    lenders = {b.country for b in place.bodies} - {None}
    return cue.value == "loan" and dollars < _OF_ONE and lenders <= {HOME[1]}


def _told_apart(scene: Scene, place: Place, one: Sum, cue: Cue | None, before: Sequence[Flow]) -> Sides | None:
    """Sides that differ from those of most articles: a loan paid back or lent at home, all capital behind a share."""
    if cue is None:
        return None
    if cue.value == "loan" and scene.patterns.repays.search(scene.text, max(one.start - _REPAID, 0), one.start):
        return HOME[::-1]
    if _is_lent_at_home(place, one, cue):
        return HOME[1], HOME[1]
    return _behind_its_share(scene, place, one, cue, before) if scene.patterns.head_first else None


def _behind_its_share(scene: Scene, place: Place, one: Sum, cue: Cue, before: Sequence[Flow]) -> Sides | None:
    """A loan at home, all capital behind a share of it."""
    named = named_in(place)
    firms = {b.name for b in place.bodies if b.kind == "company" and b.country == HOME[1]}
    if cue.value == "loan" and len(firms) > 1 and named <= {HOME[1], None}:
        return HOME[1], HOME[1]
    last = before[-1] if before else None
    if last is None or cue.value not in _FDI or named or not 0 < one.sentence - last.sentence <= 1:
        return None
    whole = [f for f in before if f.sentence == last.sentence and f.measure in _FDI and f.sides[0] is None]
    return whole[-1].sides if whole else None


def _is_of_all(scene: Scene, place: Place, one: Sum) -> bool:
    """Whether the amount is that of all countries; "7 tỷ USD, chiếm 20% vốn FDI" is not, nor "FDI from Korea of"."""
    anyone = [c for c in scene.cues(one.sentence) if c.kind == "anyone" and _is_its_own(scene, one, c)]
    korean = [s.span for s in place.states if s.country == HOME[0]]
    korean += [b.span for b in place.bodies if b.country == HOME[0]]
    if not korean or not anyone:
        return bool(anyone)
    if any(is_told_of(scene, place, one, span) for span in korean):
        return False
    return any(is_told_of(scene, place, one, c) for c in anyone)


def _is_its_own(scene: Scene, one: Sum, cue: Cue) -> bool:
    return cue.start < one.start or "," not in scene.between(one.end, cue.start)


def _is_goal(scene: Scene, state: StateMention) -> bool:
    if state.form == "adjective" and scene.patterns.toward.match(scene.text, state.span.start):
        return True
    return scene.is_beside(scene.patterns.into, state.span)


def _receives(scene: Scene, place: Place, third: str) -> bool:
    """Whether the money goes to the third country: "aid for Laos of $10 million"."""
    return any(_is_goal(scene, s) for s in place.states if s.country == third)


def _goes_on(scene: Scene, place: Place, last: Flow, one: Sum, cue: Cue | None) -> bool:
    """Whether the money of all countries, of which the sentence before tells, is parted further."""
    if last.sides[0] is not None or one.sentence - last.sentence > _REACH or last.measure not in _FDI:
        return False
    return cue is not None and named_in(place) <= {HOME[1], None}


def sender(scene: Scene, one: Sum, cue: Cue | None, before: Sequence[Flow]) -> Sides:
    """Who sends money home: "workers in Korea" send it from there."""
    source, target = giver(scene, one, cue, before)
    if {source, target} == set(HOME) and _is_parted_for(scene, one, HOME[0]):
        return None, HOME[1]
    if (source, target) == HOME[::-1]:
        return HOME
    place = scene.places[one.sentence]
    many = one.mentions[0].high * currencies()[one.mentions[0].currency].worth >= _OF_MANY
    if many and source == HOME[0] and HOME[1] in named_in(place) and not _is_near(scene, one, source):
        return None, target  # "remittances to Ho Chi Minh City"
    return None if source == REGION else source, target


def _is_parted_for(scene: Scene, one: Sum, country: str) -> bool:
    """Whether the country is told of a part of the amount alone: "$17 billion, of which $1 billion from Korea"."""
    place = scene.places[one.sentence]
    behind = next((o for o in place.sums if o.start >= one.end), None)
    if behind is None or not scene.patterns.parts.search(scene.text, one.end, behind.start):
        return False
    return all(s.span.start > one.end for s in place.states if s.country == country)


def _is_near(scene: Scene, one: Sum, country: str) -> bool:
    """Whether the sentence of the amount, or the one before, speaks of the country."""
    near = scene.places[max(one.sentence - 1, 0) : one.sentence + 1]
    return any(country in named_in(p) for p in near if p.sentence.role != "headline")


def _goes_on_about(scene: Scene, one: Sum, country: str | None) -> bool:
    """Whether "the company" of a sentence that names nobody is one of the country that the sentence before names."""
    here, there = scene.places[one.sentence], scene.places[max(one.sentence - 1, 0)]
    if here.sentence.paragraph != there.sentence.paragraph or here is there or country != HOME[0]:
        return False
    named = any(b.country and b.span.start < one.start for b in here.bodies) or bool(here.states)
    firm = any(c.kind == "firm" and c.start < one.start for c in scene.cues(one.sentence))
    return (firm or scene.carries_on(one.sentence)) and not named and country in named_in(there)


def project(scene: Scene, one: Sum, cue: Cue | None, before: Sequence[Flow]) -> Sides:
    """Like a giver, but only where the sentence names that side."""
    sides = giver(scene, one, cue, before)
    if sides[0] not in HOME and sides[0] in _lands_of_korean_firms(scene, one):
        return HOME[0], sides[0]
    if sides[0] in named_in(scene.places[one.sentence]) or _goes_on_about(scene, one, sides[0]):
        return sides
    # A newsroom in Vietnam tells of projects there where it does not say of which.
    there = scene.patterns.narrator == HOME[1] or _is_placed(scene.places[one.sentence])
    return None, HOME[1] if there and sides[1] == HOME[1] else None


def _is_placed(place: Place) -> bool:
    """Whether a sentence names Vietnam or a place there; a Vietnamese firm is none."""
    firms = [b.span for b in place.bodies if b.kind == "company" and b.country == HOME[1]]
    named = [(b.span, b.country) for b in place.bodies if b.kind != "company"]
    named += [(s.span, s.country) for s in place.states]
    return any(c == HOME[1] and not any(f.overlaps(span) for f in firms) for span, c in named)


def _lands_of_korean_firms(scene: Scene, one: Sum) -> set[str]:
    """The states beside which a sentence names none but Korean firms before the amount: there is what they build."""
    place = scene.places[one.sentence]
    firms = {b.country for b in place.bodies if b.kind == "company" and b.span.start < one.start}
    return set(states_in(place)) if firms == {HOME[0]} else set()


def _third(scene: Scene, place: Place, one: Sum) -> str | None:
    """A third country that is named before the amount nearer than the two, or right behind it ("American aid")."""
    named = [(s.span, s.country) for s in place.states] + [(b.span, b.country) for b in place.bodies if b.country]
    bracketed = next((c for s, c in named if scene.between(s.end, one.start).strip() == "("), None)
    if bracketed and bracketed not in HOME:
        return bracketed  # "싱가포르(65억 달러), 일본(48억 달러)에 이어"
    acting = [(s.end, c) for s, c in named if s.end < one.start and _acts(scene, s.end, c)]
    if any(c == HOME[0] for _, c in acting) and max(acting)[1] in HOME:
        return None  # the Korean side is marked as the one that acts
    ahead = [(one.start - span.end, country) for span, country in named if 0 <= one.start - span.end <= _GIVER]
    behind = [
        (span.start - one.end, country)
        for span, country in named
        if 0 <= span.start - one.end <= _RIGHT_BEHIND
        and not ((scene.patterns.head_final or scene.patterns.head_first) and _is_parted(scene, one.end, span.start))
        and not scene.patterns.joins.match(scene.between(one.end, span.start).strip())
        and not scene.patterns.breaks.search(scene.between(one.end, span.start))
    ]
    ahead, behind = ([(g, c) for g, c in near if c != HOME[1]] for near in (ahead, behind))  # mostly the receiver
    if scene.patterns.head_final and any(c == HOME[0] and s.end <= one.start for s, c in named):
        behind = []  # "한국의 투자는 13억 달러로 싱가포르에 이어"
    nearest = min(behind or ahead, default=(0, HOME[0]))[1]
    if nearest == REGION and HOME[0] in named_in(place):
        return None
    return nearest if nearest not in HOME else None


def _acts(scene: Scene, end: int, country: str) -> bool:
    """Whether a particle marks the side as the one that acts; of a third country "also" does: "일본 미즈호은행도"."""
    marks = scene.patterns.topic if country in HOME else scene.patterns.acts_too
    return marks.match(scene.text, end) is not None


def _is_parted(scene: Scene, start: int, end: int) -> bool:
    gap = scene.between(start, end)
    return any(c in gap for c in ",()") or bool(scene.patterns.breaks.search(gap))


def _names(scene: Scene, place: Place, last: Flow, one: Sum) -> bool:
    """Whether a country is named between the figure before and this one, or told of this one behind it."""
    spans = [s.span for s in place.states] + [b.span for b in place.bodies if b.country]
    if any(last.end <= span.start < one.start for span in spans):
        return True
    return any(one.end <= s.span.start and is_told_of(scene, place, one, s.span) for s in place.states)


def _is_seat(scene: Scene, place: Place, state: StateMention, cue: Cue | None) -> bool:
    """Whether it is told where the giver sits: "the federation in Seoul will support", not "In Seoul, it will"."""
    if state.form != "capital" or cue is None or scene.number(cue.start) != scene.number(state.span.start):
        return False
    return place.sentence.start + _FRONTED < state.span.start < cue.start
