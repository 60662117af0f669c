"""The bodies that "the ministry", "the hospital" or "it" stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.pairs import is_department
from pactbook.claims.agreements.parties import HOME, OFFICES, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.speaker import speaker
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.mention import CueMention

#: What else a body may be that is called so: "the Korean corporation" is LH, an agency.
_ALIKE = {"company": ("agency",), "agency": ("company",)}
#: How near before a stage stands who brings it about: "đã bị [tỉnh] thu hồi".
_CLOSE = 3
#: How far back "the ministry" reaches, in characters.
_REACH = 700


def singles_meant(scene: Scene, trigger: Trigger, named: Parties) -> list[Named]:
    """The bodies that "the ministry", "the hospital" or "it" stand for where parties are missing, each once."""
    anchor = _verb_of(trigger)
    found: dict[str, Named] = {}
    unmet: list[CueMention] = []
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
        elif single.value == "subnational":
            unmet.append(single)
    if found and not named.names:
        # "The province's people's committee and the agency signed": whose province is told by who else signed.
        places = [b for single in unmet if (b := _scene_of(scene, single, set(found)))]
        found = {b.id: b for b in (*places, *found.values())}
    return [*found.values(), *_of_nations(scene, trigger, {*named.ids, *found})]


def _verb_of(trigger: Trigger) -> CueMention | None:
    """What tells of the deal: its act, else the stage that leads up to it ("It [applied to] X for a licence")."""
    stage, deal = trigger.stage, trigger.deal
    leads = stage is not None and deal is not None and stage.value in AHEAD and stage.span.end <= deal.span.start
    return trigger.act or (stage if leads else deal)


def _of_nations(scene: Scene, trigger: Trigger, but: set[str]) -> Iterator[Named]:
    """The bodies that are called by their nation: "the Korean lender", each once."""
    for name in scene.named_in(trigger.start, trigger.end):
        body = _by_nation(scene, name, but) if name.form == "adjective" else None
        if body is not None:
            but = {*but, body.id}
            yield body


def _it(scene: Scene, trigger: Trigger, single: CueMention, but: set[str]) -> Named | None:
    """The body that a pronoun stands for, which has to be the subject: "It also has a paper with ..."."""
    anchor = _verb_of(trigger)
    if anchor is None:
        return None
    if scene.grammar.no_body.match(scene.plain, single.span.end):
        return None
    owner = trigger.deal is not None and 0 <= trigger.deal.span.start - single.span.end < 12
    grammar, start = scene.grammar, single.span.start
    person = grammar.person.fullmatch(scene.plain, start, single.span.end)
    object_ = anchor.span.end == start - 1 or bool(person and grammar.with_single.search(scene.before(start, 8)))
    asks = trigger.act is None and trigger.stage is not None and trigger.stage.value in AHEAD
    verb = trigger.stage.span if asks and trigger.stage else anchor.span
    if not (owner or object_ or _is_subject(scene, trigger, single, min(verb.start, anchor.span.start))):
        return None
    # "The department has another partner: it will sign ...": "it" is the department.
    here = scene.sentence_at(single.span.start)
    for nation in reversed(scene.named_in(here.start, single.span.start) if here else []):
        if nation.form == "adjective" and (body := _by_nation(scene, nation, but)):
            return body  # "The Korean builder beat its rivals: it won ..."
    for first in _before_it(scene, here.start if here else trigger.start, single):
        if body := _last_of(scene, first.span.start, first.value, but):
            return body
    return _last_subject(scene, single.span.start, but)


def _before_it(scene: Scene, start: int, single: CueMention) -> list[CueMention]:
    """The first word for a single body before the pronoun in its sentence, else in one that names nobody before it."""
    here = scene.cues_in(start, single.span.start, "single")[:1]
    before = scene.sentence_at(max(0, start - 2))
    if here or before is None or before.start >= start or scene.named_in(before.start, before.end):
        return here
    return [c for c in scene.cues_in(before.start, before.end, "single") if _is_single(scene, c)][:1]


def _single_words(scene: Scene, trigger: Trigger, anchor: CueMention) -> list[CueMention]:
    """Words for a single body that may be a party: before the act, or behind it in "signed with the ministry"."""
    grammar = scene.grammar
    near = [
        c
        for c in scene.cues_in(trigger.start, trigger.end, "single")
        if c.span.end <= anchor.span.end + 5
        or (trigger.stage and 0 < trigger.stage.span.start - c.span.end < _CLOSE)
        or grammar.with_single.search(scene.before(c.span.start, 8))
    ]
    # "US" is a state, "us" are those who speak.
    near = [c for c in near if c.value != "we" or not c.span.text.isupper()]
    return [c for c in near if _is_single(scene, c)]


def _is_single(scene: Scene, cue: CueMention) -> bool:
    """Whether the word is no part of a name or of another word: "tỉnh [Hà Giang]", "[bệnh] viện"."""
    grammar = scene.grammar
    if grammar.not_single.match(scene.text, cue.span.end):
        return False
    return not grammar.not_single_at.search(scene.before(cue.span.start, 12))


def _by_nation(scene: Scene, nation: Named, but: set[str]) -> Named | None:
    """The body that "the Vietnamese province", "the Korean lender" stands for."""
    if not scene.grammar.the_nation.search(scene.before(nation.start, 6)):
        return None
    behind = scene.grammar.describes.sub("", scene.plain[nation.end : nation.end + 45].lstrip(), count=1)
    for kind, words in scene.words.pairs.single.items():
        if any(re.match(rf"{re.escape(w.removeprefix('the '))}\b", behind) for w in words):
            return next(
                (
                    b
                    for k in (kind, *_ALIKE.get(kind, ()))
                    if (b := _last_of(scene, nation.start, k, but, nation.country))
                ),
                None,
            )
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
    sides = {n.country for n in named.names if n.country in HOME and n.kind not in OFFICES}
    return HOME[1 - HOME.index(sides.pop() or "")] if len(sides) == 1 else None


def _meant_by(scene: Scene, single: CueMention, but: set[str], country: str | None) -> Named | None:
    """The body that "the bank" or "tỉnh" stands for: the last one that has the noun in its name, else the last.

    One of ``country``, which is not that of the other party, goes before the others.
    """
    if single.value == "subnational" and (place := _place_here(scene, single, but)):
        return place
    for nation in scene.named_in(single.span.start, single.span.end):
        if body := _by_nation(scene, nation, but):
            return body  # "the Korean builder"
    if single.span.text.rpartition(" ")[2][:1].isupper() and (own := _issuer(scene, single, but, country)):
        return own
    fit = (n for n in _near(scene, single.span.start, single.value, but) if not is_department(scene, n))
    near = sorted(fit, key=lambda n: 0 if n.country == country else 1 if n.country is None else 2)
    if (just := _just_named(scene, single, near) or _just_described(scene, single, but)) is not None:
        return just
    said = scene.grammar.single_noun.fullmatch(scene.plain, single.span.start, single.span.end)
    noun = single.form or (said[1] if said else "")
    if not noun:
        return next(iter(near), None)
    found_by_noun = list(_called(scene, single, noun, but))
    if found_by_noun and scene.grammar.department.match(scene.plain, single.span.start):
        return found_by_noun[0]  # "the department" is the province's office, be it not called an agency
    called = [n for n in found_by_noun if not is_department(scene, n)]
    alike = [n for n in called if n.kind == single.value]
    found = next(iter(alike or near or called), None)
    return found or (_scene_of(scene, single, but) if single.value == "subnational" else None)


def _issuer(scene: Scene, single: CueMention, but: set[str], country: str | None) -> Named | None:
    """The body that a release calls "the Company": the one of its kind that it has named most."""
    told = [n for n in scene.named_before(single.span.start) if n.kind == single.value and n.id not in but]
    counts = Counter(n.id for n in told)
    return max(told, key=lambda n: (n.country == country, counts[n.id]), default=None)


def _scene_of(scene: Scene, single: CueMention, but: set[str]) -> Named | None:
    """The last place that is not the other side's: "... visited Gyeongsan. The province signed with [the city]"."""
    sides = {n.country for n in scene.named if n.id in but and n.country in HOME}
    near = [p for p in scene.places if 0 <= single.span.start - p.end < _REACH and p.id not in but]
    across = [p for p in near if p.country in HOME and p.country not in sides]
    return across[-1] if across and len(sides) == 1 else None


def _just_named(scene: Scene, single: CueMention, near: list[Named]) -> Named | None:
    """The only body of the kind that the sentence before names, for "tập đoàn này"."""
    here = scene.sentence_at(single.span.start)
    before = scene.sentence_at(max(0, here.start - 2)) if here else None
    if here is None or before is None or not scene.grammar.this_one.search(single.span.text.lower()):
        return None
    if any(here.start <= n.start for n in near):
        return None
    told = {n.id: n for n in near if before.start <= n.start < before.end}
    return next(iter(told.values())) if len(told) == 1 else None


def _just_described(scene: Scene, single: CueMention, but: set[str]) -> Named | None:
    """The body with which the sentence before begins, for one that is described: "The state-run insurer"."""
    here = scene.sentence_at(single.span.start)
    before = scene.sentence_at(max(0, here.start - 2)) if here and single.form else None
    if here is None or before is None or before.paragraph != here.paragraph or before.start == here.start:
        return None
    told = [n for n in scene.named_in(before.start, before.end) if n.kind != STATE]
    first = next((n for n in told if n.kind == single.value), next(iter(told), None))
    fits = first is not None and first.kind in (single.value, *_ALIKE.get(single.value, ()))
    return first if fits and first is not None and first.id not in but else None


def _place_here(scene: Scene, single: CueMention, but: set[str]) -> Named | None:
    """The place where the sentence says that it was: "Tại Quảng Nam, bản ghi nhớ giữa [tỉnh] và Kolon ..."."""
    here = scene.sentence_at(single.span.start)
    told = [p for p in scene.places if here and here.start <= p.start and p.end <= single.span.start]
    opens = told and scene.grammar.opens_place.fullmatch(scene.plain, here.start if here else 0, told[0].start)
    return told[0] if opens and told[0].id not in but and told[0].country in HOME else None


def _called(scene: Scene, single: CueMention, noun: str, but: set[str]) -> Iterator[Named]:
    """The bodies that have the noun in their name, be they of another kind: "the bank" is Korea Eximbank, an agency."""
    pattern = re.compile(rf"{re.escape(noun)}s?\b")
    if scene.grammar.bank.fullmatch(noun):
        pattern = scene.grammar.bank  # "ngân hàng này" may be DACBank
    for name in scene.named_before(single.span.start):
        if single.span.start - name.end >= _REACH:
            return
        if name.kind != STATE and name.id not in but and pattern.search(scene.plain, name.start, name.end):
            yield name
