"""The bodies that "the ministry", "the hospital" or "it" stands for."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.descriptions import by_nation, meant_by, scene_of
from pactbook.claims.agreements.houses import or_house
from pactbook.claims.agreements.parties import HOME, OFFICES, Parties
from pactbook.claims.agreements.salience import subject_in
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.speaker import speaker
from pactbook.claims.agreements.triggers import Trigger
from pactbook.knowledge.reading import NEVER
from pactbook.model.article import Sentence
from pactbook.model.mention import CueMention

#: Where arms of houses from abroad are.
_LOCAL = "VN"
#: How near before a stage stands who brings it about: "đã bị [tỉnh] thu hồi".
_CLOSE = 3
#: How far behind the beginning of its sentence a subject begins at most: "In 2019 [it] ...", in characters.
_OPENS = 30
#: How many sentences back the body that a pronoun stands for is looked for.
_BACK = 5
#: How far behind a word for a body the next word ends at most, in characters.
_WORD = 10
#: How far before its act a subject ends, and words for bodies of no kind: "it", "we".
_SUBJECT, _PRONOUNS = 14, frozenset({"any", "we"})


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
            body = meant_by(scene, single, but, _across(scene, named, single.value))
        body = or_house(scene, body, single.span.end)
        if body is not None and body.id not in but:
            found[body.id] = body
        elif single.value == "subnational":
            unmet.append(single)
    if found and not named.names:
        # "The province's people's committee and the agency signed": whose province is told by who else signed.
        places = [b for single in unmet if (b := scene_of(scene, single, set(found)))]
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
        body = by_nation(scene, name, but) if name.form == "adjective" else None
        body = or_house(scene, body, name.end, word=False)
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
    subject = _is_subject(scene, trigger, single, min(verb.start, anchor.span.start))
    if not (owner or object_ or subject or _leads(scene, trigger, single)):
        return None
    # "The department has another partner: it will sign ...": "it" is the department.
    here = scene.sentence_at(single.span.start)
    for nation in reversed(scene.named_in(here.start, single.span.start) if here else []):
        if nation.form == "adjective" and (body := by_nation(scene, nation, but)):
            return body  # "The Korean builder beat its rivals: it won ..."
    for first in _before_it(scene, here.start if here else trigger.start, single):
        if body := meant_by(scene, first, but, None):
            return body
    return _last_subject(scene, single.span.start, but)


def _has_another_subject(scene: Scene, trigger: Trigger, single: CueMention) -> bool:
    """Whether a word for some body stands right before the act: "It leaves out a pact that [the ministry] signed"."""
    if trigger.act is None:
        return False
    first = trigger.act.span.start
    between = scene.cues_in(single.span.end, first, "single")
    return any(c.value not in _PRONOUNS and first - c.span.end < _SUBJECT and _is_single(scene, c) for c in between)


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
        or _gives(scene, trigger, c)
    ]
    # "US" is a state, "us" are those who speak.
    near = [c for c in near if c.value != "we" or not c.span.text.isupper()]
    return [c for c in near if _is_single(scene, c)]


def _gives(scene: Scene, trigger: Trigger, single: CueMention) -> bool:
    """Whether the deal comes from the body: "won a contract from [the city]", but "from the developer of a park"."""
    start, end = single.span.start, single.span.end
    came = trigger.deal and scene.grammar.deal_from.fullmatch(scene.plain, trigger.deal.span.end, start)
    behind = scene.plain[end : end + _WORD].split()[:1]
    return bool(came) and not set(behind) & set(scene.words.linking.holder)


def _is_single(scene: Scene, cue: CueMention) -> bool:
    """Whether the word is no part of a name or of another word: "tỉnh [Hà Giang]", "[bệnh] viện"."""
    grammar = scene.grammar
    if grammar.not_single.match(scene.text, cue.span.end):
        return False
    return not grammar.not_single_at.search(scene.before(cue.span.start, 12))


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


def _leads(scene: Scene, trigger: Trigger, single: CueMention) -> bool:
    """Whether a pronoun with which its sentence begins is the subject of all of it.

    "[It] has borrowed $60 million from A under a loan agreement", "Both [it] and A signed".
    """
    grammar, start, end = scene.grammar, single.span.start, single.span.end
    here = scene.sentence_at(start)
    if here is None or start - here.start > _OPENS or not grammar.pronoun.match(scene.plain[start:end]):
        return False
    if grammar.expletive.match(scene.plain, end) or grammar.expletive is NEVER:
        return False
    if any(n.kind != STATE for n in scene.named_in(here.start, start)) or _has_another_subject(scene, trigger, single):
        return False
    beside = grammar.and_beside.match(scene.plain, end)
    first = scene.next_named(end)
    joined = beside is not None and first is not None and first.start == beside.end()
    begun = first.end if joined and first else end
    inside = [n for n in scene.named_in(begun, trigger.core[0]) if n.kind != STATE]
    if grammar.new_clause.search(scene.plain, begun, trigger.core[0]):
        return False
    return all(grammar.governed.search(scene.plain[begun : n.start]) for n in inside)


def _last_subject(scene: Scene, place: int, but: set[str]) -> Named | None:
    """The first body of the sentence before ``place``, or of the one before that.

    A sentence that speaks of "it" goes on about the body of the sentence before: "It built a dock for A. It then won".
    """
    earlier = [s for s in scene.article.sentences if s.end <= place and s.role != "caption"]
    here = scene.sentence_at(place)
    for sentence in ([here] if here else []) + list(reversed(earlier[-_BACK:])):
        if sentence is not here and _goes_on(scene, sentence):
            continue
        for name in scene.named_in(sentence.start, min(sentence.end, place)):
            if name.kind != STATE and name.id not in but:
                return name
    return None


def _goes_on(scene: Scene, sentence: Sentence) -> bool:
    """Whether the subject with which a sentence begins is a pronoun: "In 2019 [it] built a dock for A"."""
    opens = scene.cues_in(sentence.start, sentence.start + _OPENS, "single")
    first = next((c for c in opens if scene.grammar.pronoun.match(scene.plain[c.span.start : c.span.end])), None)
    if first is None or scene.grammar.expletive.match(scene.plain, first.span.end):
        return False
    return subject_in(scene, sentence.start, first.span.start) is None


def _across(scene: Scene, named: Parties, kind: str) -> str | None:
    """The country of the side of this kind that is missing where one of the two is named.

    An arm of a house from abroad is of either side: "Shinhan Bank Việt Nam" lends to whom it likes.
    """
    offices = OFFICES - {"agency"} if kind == "ministry" else OFFICES if kind != "subnational" else OFFICES - {kind}
    told = [n for n in named.names if n.country in HOME and n.kind not in offices]
    if any(n.country == _LOCAL and scene.grammar.of_abroad.search(scene.plain, n.start, n.end) for n in told):
        return None
    sides = {n.country for n in told}
    return HOME[1 - HOME.index(sides.pop() or "")] if len(sides) == 1 else None
