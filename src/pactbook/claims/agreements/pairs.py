"""The two bodies or states that "the two sides" and its like stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.links import link
from pactbook.claims.agreements.parties import HOME, OFFICES, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.knowledge.reading import NEVER
from pactbook.model.mention import CueMention

#: How near behind a town its province is named, in characters.
_SEAT = 4
#: How far before a place the words stand that make it the end of a way, in characters, and where a word ends.
_WAY, _WORD_END = 60, re.compile(r"\b(?=\s)")
#: How many sentences back two states may have agreed to what is then called the agreement, and how near behind them.
_AGREED, _NEAR = 2, 40
#: How many sentences back two that are named together are looked for.
_SENTENCES = 4


def home_states(scene: Scene) -> tuple[Named, ...]:
    """Vietnam and Korea where the article speaks of both, else nothing."""
    first = [next((n for n in scene.named if n.kind == STATE and n.id == code), None) for code in HOME]
    return tuple(n for n in first if n is not None) if all(first) else ()


def two_states(scene: Scene, kinds: frozenset[str] = OFFICES) -> tuple[Named, ...]:
    """Vietnam and Korea where "the two governments" are said; bodies of ``kinds`` of both tell which two."""
    by_body = [_by_body(scene, code, kinds) for code in HOME]
    return home_states(scene) or (tuple(n for n in by_body if n is not None) if all(by_body) else ())


def _by_body(scene: Scene, code: str, kinds: frozenset[str]) -> Named | None:
    """The state that a body of its own speaks for, where nobody names it."""
    body = next((n for n in scene.named if n.country == code and n.kind in kinds), None)
    return Named.at(body.span, code, STATE, code) if body else None


def pair_meant(scene: Scene, trigger: Trigger, pair: CueMention, before: Sequence[Draft]) -> Parties:
    """The pair that words of this kind stand for: a deal told before, a sentence near by, or the two states."""
    value = pair.value
    if value == "state":
        return Parties(home_states(scene), "pair")
    close = pair_beside(scene, trigger) if value == "side" else ()
    if value == "side" and before and _is_only_of_states(scene, trigger, before[-1]) and (states := home_states(scene)):
        return Parties(states, "pair")
    fitting = [d for d in reversed(before) if _may_stand_for(d, value) and _is_of_same_sort(d, trigger)]
    if fitting and close and fitting[0].span.end < close[0].start:
        return Parties(close, "pair")
    if fitting and value == "side" and (turned := _turned_to(scene, trigger, fitting[0])):
        return Parties(turned, "pair")
    # "Hai bên" of an article are rather a Vietnamese and a Korean side than a firm and its bank.
    across = [d for d in fitting if {n.country for n in d.parties.names} >= set(HOME)]
    if fitting:
        near = fitting[0].sentence.paragraph == before[-1].sentence.paragraph and value != "side"
        return Parties((fitting if near else across or fitting)[0].parties.names, "pair")
    if close and before and before[-1].span.end < close[0].start:
        return Parties(close, "pair")
    if value == "side":
        both = nearest_pair(scene, trigger.start) or _last_pair(before)
        return Parties(both or home_states(scene), "pair")
    return Parties(_pair_of(scene, pair.span.start, value), "pair")


def _last_pair(before: Sequence[Draft]) -> tuple[Named, ...]:
    """The Vietnamese and the Korean side of the last deal that has both, be they not named with it."""
    told = (d.parties.names for d in reversed(before) if {n.country for n in d.parties.names} == set(HOME))
    return next(told, ())


def _is_only_of_states(scene: Scene, trigger: Trigger, last: Draft) -> bool:
    """Whether two firms, told last, cannot have made it: "Hai bên ra [Tuyên bố chung]", at the end of a visit."""
    firms = bool(last.ids) and all(n.kind == "company" for n in last.parties.names)
    deal = trigger.deal
    return firms and deal is not None and bool(scene.grammar.of_states.fullmatch(deal.span.text.lower()))


def _may_stand_for(draft: Draft, value: str) -> bool:
    """Whether the deal has two named parties, of the kind that the words tell."""
    if len(draft.ids) < 2 or draft.parties.how != "named":
        return False
    return value == "side" or all(n.kind == value for n in draft.parties.names)


def _is_of_same_sort(draft: Draft, trigger: Trigger) -> bool:
    """Whether the two of the deal told may have made this one: an office and the firm that it licensed did not."""
    return draft.kind != "licence" or trigger.deal is None or trigger.deal.value in ("licence", "any")


def _turned_to(scene: Scene, trigger: Trigger, told: Draft) -> tuple[Named, ...]:
    """The pair of a paragraph that has turned from ``told`` to somebody else: "Quan hệ với [Seongnam] vẫn tốt".

    The other side is named in the paragraph, or is that of the deal told before.
    """
    here = scene.sentence_at(trigger.start)
    if here is None:
        return ()
    low = min(s.start for s in scene.article.sentences if s.paragraph == here.paragraph)
    names = [n for n in scene.named_in(max(low, told.span.end), trigger.core[0]) if n.kind not in (STATE, "media")]
    if {n.id for n in names} & told.ids:
        return ()
    other = next((n for n in reversed(names) if _is_met(scene, trigger, n)), None)
    if other is None:
        return ()
    sides = [n for n in (*reversed(names), *told.parties.names) if n.id != other.id and n.kind != STATE]
    mate = next((n for n in sides if n.country in HOME and n.country != other.country), None)
    return (mate, other) if mate else ()


def _is_met(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether something is said to be done with the body, or to come from it."""
    if name.country not in (*HOME, None):
        return False
    met = bool(scene.grammar.with_one.search(scene.before(name.start, 40)))
    return met or (name.start >= trigger.start and link(scene, trigger, name)[0] in scene.words.linking.giver)


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
    if together := _together(scene, place, kind):
        return together
    found: list[Named] = []
    places = [n for n in scene.places if n.end <= place] if kind == "subnational" else []
    for name in sorted([*scene.named_before(place), *places], key=lambda n: -n.end):
        new = all(name.id != f.id and name.country != f.country for f in found)
        if name.kind == kind and new and not is_department(scene, name) and not _is_seat(scene, name):
            found.append(name)
        if len(found) == 2:
            return tuple(reversed(found))
    return ()


def _together(scene: Scene, place: int, kind: str) -> tuple[Named, ...]:
    """The two of one kind and two countries that one of the last sentences joins by "and" as its subject."""
    for sentence in reversed([s for s in scene.article.sentences if s.end <= place][-_SENTENCES:]):
        names = [n for n in scene.named_in(sentence.start, sentence.end) if n.kind != STATE]
        for one, two in pairwise(names):
            joined = scene.grammar.list_gap.fullmatch(scene.plain, one.end, two.start)
            if joined and one.kind == two.kind == kind and {one.country, two.country} == set(HOME):
                return (one, two)
    return ()


def nearest_pair(scene: Scene, place: int) -> tuple[Named, ...]:
    """The last Vietnamese and the last Korean body named shortly before ``place``; two of one kind are preferred."""
    near = [
        n
        for n in scene.named_in(max(0, place - 700), place)
        if n.kind not in (STATE, "media") and n.country in HOME and not _is_seat(scene, n) and not is_way_end(scene, n)
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


def is_seat_of(scene: Scene, previous: Named, name: Named) -> bool:
    """Whether ``name`` is the province of the town before: "huyện Boeun, tỉnh Chungcheongbuk"."""
    near = 0 < name.start - previous.end < _SEAT and name.kind == "subnational"
    return near and bool(scene.grammar.seat.fullmatch(scene.plain, previous.start, name.end))


def _is_seat(scene: Scene, name: Named) -> bool:
    """Whether the name only tells in which province the town named right before it lies."""
    if name.kind != "subnational":
        return False
    previous = next(scene.named_before(name.start), None)
    return previous is not None and is_seat_of(scene, previous, name)


def is_way_end(scene: Scene, name: Named) -> bool:
    """Whether a way leads to or from the place: "flights between [Busan] and [Hue]"."""
    if name.kind != "subnational" or scene.grammar.no_link is NEVER:
        return False
    before = scene.before(name.start, _WAY)
    joins = [m.end() for m in _WORD_END.finditer(before) if scene.grammar.no_link.search(before, 0, m.end())]
    between = before[joins[-1] :].split() if joins else None
    return between is not None and (not between or bool(scene.grammar.plain_and.fullmatch(between[-1])))


def who_agreed(scene: Scene, place: int) -> tuple[Named, ...]:
    """The two states, where one of the last sentences says that they agreed: "[Korea and Vietnam] have agreed to"."""
    for sentence in reversed([s for s in scene.article.sentences if s.end <= place][-_AGREED:]):
        states = [n for n in scene.named_in(sentence.start, sentence.end) if n.kind == STATE]
        for one, two in pairwise(states):
            joined = scene.grammar.list_gap.fullmatch(scene.plain, one.end, two.start)
            feats = scene.cues_in(two.end, min(two.end + _NEAR, sentence.end), "feat") if joined else []
            if {one.id, two.id} == set(HOME) and any(f.value == "agreement" for f in feats):
                return (one, two)
    return ()


def is_department(scene: Scene, name: Named) -> bool:
    """Whether the body is an office of the province, and not the province."""
    return name.kind == "subnational" and bool(scene.grammar.department.match(scene.plain, name.start))
