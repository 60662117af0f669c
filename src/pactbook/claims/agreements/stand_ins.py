"""Parties that are not named where the deal is told: "the two sides", "the ministry", or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.named_parties import is_of_states
from pactbook.claims.agreements.parties import BETWEEN_STATES, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.speaker import speaker
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.mention import CueMention

HOME = ("KR", "VN")
#: Kinds that are never taken to be the two states' where nobody is named.
_OF_BODIES = frozenset({"contract", "licence"})
#: Bodies whose other party may be of their own country: a province grants licences to firms in it.
_OFFICES = frozenset({"ministry", "agency", "subnational", "zone"})
#: How far back "the ministry" reaches, in characters.
_REACH = 700


def understood(scene: Scene, trigger: Trigger, kind: str, named: Parties, before: Sequence[Draft]) -> Parties:
    """Complete the named parties with those that other words of the clause stand for."""
    local = any(n.kind != STATE for n in named.names) and kind in ("partnership", "declaration")
    if not named.names and (offices := _of_agencies(scene, trigger)):
        return Parties(offices, "pair")
    if (kind in BETWEEN_STATES or is_of_states(scene, trigger)) and not local:
        states = _states(scene, trigger, named)
        said = any(c.value == "state" for c in scene.cues_in(trigger.start, trigger.end, "pair"))
        return states if states.names or not said else Parties(_two_states(scene), "pair")
    pair = next((c for c in scene.cues_in(trigger.start, trigger.end, "pair") if _is_meant(scene, trigger, c)), None)
    behind = [n for n in named.names if n.kind != STATE and n.start > trigger.core[0]]
    if pair is not None and _is_of_two_states(trigger, pair) and len({n.id for n in behind}) < 2:
        return Parties(_two_states(scene), "pair")
    if len(named.ids) >= 2:
        return named
    both = _both(scene, trigger, pair.value, named, before) if pair is not None else None
    if both and not (kind in _OF_BODIES and all(n.kind == STATE for n in both.names)):
        return both
    singles = _singles(scene, trigger, named)[: 2 - len(named.ids)]
    if singles:
        return Parties((*singles, *named.names), "named" if named.names else "pair")
    return named


def _of_agencies(scene: Scene, trigger: Trigger) -> tuple[Named, ...]:
    """The two offices of a protocol: "Bộ A đang đàm phán với Cục B; [nghị định thư] có thể được ký trong năm"."""
    deal = trigger.deal
    if deal is None or not scene.grammar.of_agencies.match(scene.plain, deal.span.start):
        return ()
    here = scene.sentence_at(trigger.start)
    pair = pair_within(scene, here.start, here.end) if here else ()
    return pair if all(n.kind in _OFFICES for n in pair) else ()


def _is_of_two_states(trigger: Trigger, pair: CueMention) -> bool:
    """Whether the two states are the subject of the act."""
    return pair.value == "state" and trigger.act is not None and 0 <= trigger.act.span.start - pair.span.end < 25


def _is_meant(scene: Scene, trigger: Trigger, pair: CueMention) -> bool:
    """Whether the words stand for the parties: "they" only as the subject of the act, not "firms of [the two]"."""
    if scene.grammar.not_pair.search(scene.before(pair.span.start, 30)):
        return False
    # Those who look on sign nothing: "lãnh đạo hai nước chứng kiến lễ trao".
    if any(c.value == "subject" for c in scene.cues_in(pair.span.end, trigger.core[0], "outside")):
        return False
    act = trigger.act
    return " " in pair.span.text or (act is not None and 0 <= act.span.start - pair.span.end < 14)


def _both(scene: Scene, trigger: Trigger, value: str, named: Parties, before: Sequence[Draft]) -> Parties | None:
    """The pair that "the two sides" stands for, completed with the one that is named; None where they do not fit."""
    both = _pair(scene, trigger, value, before)
    if not named.names or set(named.ids) <= set(both.ids):
        return both
    other = _other_side(scene, named.names[0])
    return Parties((other, *named.names), "named") if other else None


def _singles(scene: Scene, trigger: Trigger, named: Parties) -> list[Named]:
    """The bodies that "the ministry", "the hospital" or "it" stand for where parties are missing, each once."""
    anchor = trigger.act or trigger.deal
    found: dict[str, Named] = {}
    if anchor is None:
        return []
    for single in _single_words(scene, trigger, anchor):
        but = {*named.ids, *found}
        if single.value == "any":
            body = _it(scene, trigger, single, but)
        elif single.value == "we":
            body = speaker(scene, single)
        else:
            body = _meant_by(scene, single, but, _across(named))
        if body is not None and body.id not in but:
            found[body.id] = body
    for name in scene.named_in(trigger.start, trigger.end):
        body = _by_nation(scene, name, {*named.ids, *found}) if name.form == "adjective" else None
        if body is not None:
            found[body.id] = body
    return list(found.values())


def _it(scene: Scene, trigger: Trigger, single: CueMention, but: set[str]) -> Named | None:
    """The body that a pronoun stands for, which has to be the subject: "It also has a paper with ..."."""
    anchor = trigger.act or trigger.deal
    if anchor is None:
        return None
    owner = trigger.deal is not None and 0 <= trigger.deal.span.start - single.span.end < 12
    grammar, start = scene.grammar, single.span.start
    person = grammar.person.fullmatch(scene.plain, start, single.span.end)
    object_ = anchor.span.end == start - 1 or bool(person and grammar.with_single.search(scene.before(start, 8)))
    if not (owner or object_ or _is_subject(scene, trigger, single, anchor.span.start)):
        return None
    # "The department has another partner: it will sign ...": "it" is the department.
    here = scene.sentence_at(single.span.start)
    for first in scene.cues_in(here.start if here else trigger.start, single.span.start, "single")[:1]:
        if body := _last_of(scene, first.span.start, first.value, but):
            return body
    return _last_subject(scene, single.span.start, but)


def _single_words(scene: Scene, trigger: Trigger, anchor: CueMention) -> list[CueMention]:
    """Words for a single body that may be a party: before the act, or behind it in "signed with the ministry"."""
    grammar = scene.grammar
    near = [
        c
        for c in scene.cues_in(trigger.start, trigger.end, "single")
        if c.span.end <= anchor.span.end + 5 or grammar.with_single.search(scene.before(c.span.start, 8))
    ]
    return [c for c in near if not grammar.not_single.match(scene.text, c.span.end)]


def _by_nation(scene: Scene, nation: Named, but: set[str]) -> Named | None:
    """The body that "the Vietnamese province", "the Korean lender" stands for."""
    if not scene.grammar.the_nation.search(scene.before(nation.start, 6)):
        return None
    behind = scene.plain[nation.end : nation.end + 30].lstrip()
    for kind, words in scene.words.pairs.single.items():
        if any(re.match(rf"{re.escape(w.removeprefix('the '))}\b", behind) for w in words):
            return _last_of(scene, nation.start, kind, but, nation.country)
    return None


def _is_subject(scene: Scene, trigger: Trigger, single: CueMention, verb: int) -> bool:
    """Whether a pronoun is the subject of the verb: it comes shortly before it, and no name before it does."""
    if 0 <= verb - single.span.end <= 15 and scene.grammar.pronoun.match(
        scene.plain[single.span.start : single.span.end]
    ):
        return True
    if not 0 <= verb - single.span.end <= 30 or not scene.grammar.pronoun.match(
        scene.plain[single.span.start : single.span.end]
    ):
        return False
    return not [n for n in scene.named_in(trigger.start, single.span.start) if n.kind != STATE]


def _last_subject(scene: Scene, place: int, but: set[str]) -> Named | None:
    """The first body of the sentence before ``place``, or of the one before that."""
    earlier = [s for s in scene.article.sentences if s.end <= place and s.role != "caption"]
    here = scene.sentence_at(place)
    for sentence in ([here] if here else []) + list(reversed(earlier[-4:])):
        for name in scene.named_in(sentence.start, min(sentence.end, place)):
            if name.kind != STATE and name.id not in but:
                return name
    return None


def home_states(scene: Scene) -> tuple[Named, ...]:
    """Vietnam and Korea where the article speaks of both, else nothing."""
    first = [next((n for n in scene.named if n.kind == STATE and n.id == code), None) for code in HOME]
    return tuple(n for n in first if n is not None) if all(first) else ()


def _two_states(scene: Scene) -> tuple[Named, ...]:
    """Vietnam and Korea where "the two governments" are said; public bodies of both tell which two."""
    by_body = [_by_body(scene, code) for code in HOME]
    return home_states(scene) or (tuple(n for n in by_body if n is not None) if all(by_body) else ())


def _by_body(scene: Scene, code: str) -> Named | None:
    """The state that a public body of its own speaks for, where nobody names it."""
    office = next((n for n in scene.named if n.country == code and n.kind in _OFFICES), None)
    return Named.at(office.span, code, STATE, code) if office else None


def _states(scene: Scene, trigger: Trigger, named: Parties) -> Parties:
    if len(named.ids) >= 2:
        if any(n.country in HOME for n in named.names):
            return named
        partner = _last_home(scene, named.names[0].start)
        return Parties((*((partner,) if partner else ()), *named.names), "named")
    home = home_states(scene)
    if not named.names:
        return Parties(home, "default")
    only = named.names[0]
    if only.id in HOME:
        return Parties(home or named.names, "named")
    partner = _last_home(scene, only.start)
    return Parties((*((partner,) if partner else ()), *named.names), "named")


def _last_home(scene: Scene, place: int) -> Named | None:
    """Vietnam or Korea, whichever was named last before ``place``."""
    return next((n for n in scene.named_before(place) if n.id in HOME), None)


def _pair(scene: Scene, trigger: Trigger, value: str, before: Sequence[Draft]) -> Parties:
    if value == "state":
        return Parties(home_states(scene), "pair")
    close = pair_beside(scene, trigger) if value == "side" else ()
    fitting = [d for d in reversed(before) if _may_stand_for(d, value)]
    if fitting and close and fitting[0].span.end < close[0].start:
        return Parties(close, "pair")
    # "Hai bên" of an article are rather a Vietnamese and a Korean side than a firm and its bank.
    across = [d for d in fitting if {n.country for n in d.parties.names} >= set(HOME)]
    if fitting:
        near = fitting[0].sentence.paragraph == before[-1].sentence.paragraph and value != "side"
        return Parties((fitting if near else across or fitting)[0].parties.names, "pair")
    if close and before and before[-1].span.end < close[0].start:
        return Parties(close, "pair")
    if value == "side":
        return Parties(nearest_pair(scene, trigger.start) or home_states(scene), "pair")
    return Parties(_pair_of(scene, trigger.start, value), "pair")


def _may_stand_for(draft: Draft, value: str) -> bool:
    """Whether the deal has two named parties, of the kind that the words tell."""
    if len(draft.ids) < 2 or draft.parties.how != "named":
        return False
    return value == "side" or all(n.kind == value for n in draft.parties.names)


def pair_beside(scene: Scene, trigger: Trigger) -> tuple[Named, ...]:
    """A Vietnamese and a Korean body named before the clause in its sentence, or in the one before."""
    here = scene.sentence_at(trigger.start)
    if here is None:
        return ()
    earlier = [s for s in scene.article.sentences if s.paragraph == here.paragraph and s.end <= here.start]
    close = pair_within(scene, here.start, trigger.start)
    return close or (pair_within(scene, earlier[-1].start, earlier[-1].end) if earlier else ())


def _other_side(scene: Scene, name: Named) -> Named | None:
    """The last body of the same kind and the other country named before ``name``."""
    for other in scene.named_before(name.start):
        if other.kind == name.kind and {other.country, name.country} == set(HOME):
            return other
    return None


def with_other_side(scene: Scene, trigger: Trigger, one: Parties) -> Parties:
    """Add the body of the other country that the clause says acts under the deal: "with X, under which Y would ..."."""
    name = one.names[0]
    behind = scene.grammar.under_which.search(scene.plain, trigger.start, trigger.end)
    if name.kind == STATE:
        return one
    if behind is None:
        other = _protagonist(scene, trigger, name)
        return Parties((other, *one.names), "named") if other else one
    for other in scene.named_in(behind.end(), trigger.end):
        if other.start - behind.end() < 12 and other.id != name.id and other.kind != STATE:
            return Parties((*one.names, other), one.how)
    return one


def _protagonist(scene: Scene, trigger: Trigger, name: Named) -> Named | None:
    """The body that the text before speaks of, for a deal "with X" whose clause has no subject of its own."""
    anchor = trigger.deal or trigger.act
    if anchor is None or name.start < anchor.span.end or name.country not in HOME:
        return None
    if not scene.grammar.with_one.search(scene.plain[anchor.span.end : name.start]):
        return None
    near = [n for n in scene.named_in(max(0, trigger.start - 900), trigger.start) if n.kind not in (STATE, "media")]
    others = [n for n in near if n.country in HOME and n.country != name.country]
    counts = {n.id: sum(m.id == n.id for m in others) for n in others}
    return max(others, key=lambda n: (counts[n.id], n.end), default=None)


def _pair_of(scene: Scene, place: int, kind: str) -> tuple[Named, ...]:
    """The last two bodies of one kind that belong to different countries, named before ``place``."""
    found: list[Named] = []
    places = [n for n in scene.places if n.end <= place] if kind == "subnational" else []
    for name in sorted([*scene.named_before(place), *places], key=lambda n: -n.end):
        new = all(name.id != f.id and name.country != f.country for f in found)
        if name.kind == kind and new and not _is_department(scene, name):
            found.append(name)
        if len(found) == 2:
            return tuple(reversed(found))
    return ()


def nearest_pair(scene: Scene, place: int) -> tuple[Named, ...]:
    """The last Vietnamese and the last Korean body named shortly before ``place``; two of one kind are preferred."""
    near = [
        n for n in scene.named_in(max(0, place - 700), place) if n.kind not in (STATE, "media") and n.country in HOME
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


def _last_of(scene: Scene, place: int, kind: str, but: set[str], country: str | None = None) -> Named | None:
    """The last body of a kind (and a country) named before ``place``, in the last few paragraphs."""
    return next(_near(scene, place, kind, but, country), None)


def _near(scene: Scene, place: int, kind: str, but: set[str], country: str | None = None) -> Iterator[Named]:
    for name in scene.named_before(place):
        if place - name.end >= _REACH:
            return
        if name.kind == kind and name.id not in but and country in (None, name.country):
            yield name


def _across(named: Parties) -> str | None:
    """The country of the side that is missing where one of the two is named."""
    sides = {n.country for n in named.names if n.country in HOME and n.kind not in _OFFICES}
    return HOME[1 - HOME.index(sides.pop() or "")] if len(sides) == 1 else None


def _meant_by(scene: Scene, single: CueMention, but: set[str], country: str | None) -> Named | None:
    """The body that "the bank" or "tỉnh" stands for: the last one that has the noun in its name, else the last.

    One of ``country``, which is not that of the other party, goes before the others.
    """
    fit = (n for n in _near(scene, single.span.start, single.value, but) if not _is_department(scene, n))
    near = sorted(fit, key=lambda n: n.country != country)
    noun = scene.grammar.single_noun.fullmatch(scene.plain, single.span.start, single.span.end)
    if noun is None:
        return next(iter(near), None)
    called = [n for n in _called(scene, single, noun[1], but) if not _is_department(scene, n)]
    alike = [n for n in called if n.kind == single.value]
    return next(iter(alike or near or called), None)


def _is_department(scene: Scene, name: Named) -> bool:
    """Whether the body is an office of the province, and not the province."""
    return name.kind == "subnational" and bool(scene.grammar.department.match(scene.plain, name.start))


def _called(scene: Scene, single: CueMention, noun: str, but: set[str]) -> Iterator[Named]:
    """The bodies that have the noun in their name, be they of another kind: "the bank" is Korea Eximbank, an agency."""
    pattern = re.compile(rf"{re.escape(noun)}s?\b")
    for name in scene.named_before(single.span.start):
        if single.span.start - name.end >= _REACH:
            return
        if name.kind != STATE and name.id not in but and pattern.search(scene.plain, name.start, name.end):
            yield name
