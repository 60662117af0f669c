"""The subject of a deal: the shortest phrase of the article that tells what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from pactbook.claims.agreements.acts import acts_in
from pactbook.claims.agreements.deals import matter_of
from pactbook.claims.agreements.drafts import Draft, Telling
from pactbook.claims.agreements.objects import item_of, object_of
from pactbook.claims.agreements.phrases import (
    FAR,
    FOR,
    LEAD,
    MADE,
    NAME,
    NOTHING,
    OBJECT,
    ON,
    OWN,
    PURPOSE,
    Subject,
    begun,
    is_name,
    is_topic,
    phrase,
    subject_at,
    trimmed,
)
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.knowledge.reading import Pattern
from pactbook.model.mention import CueMention
from pactbook.model.span import Span

#: How far behind the deal its topic may begin, in characters.
_REACH = 150
#: A topic farther than this from its deal, or behind a comma, is told by the way.
_NEAR, _APART = 80, ", "
#: A name that begins a phrase behind "for" or "to" within so many characters is what the phrase is about: a party.
_HEADED = 25
#: A name so near behind "to" is whom something is done for; farther off it belongs to what is done.
_LED = 4
#: How near a deal stands behind the words that tell more of it.
_BESIDE = 3
#: Kinds whose name says what they are about: a strategic partnership, a free trade agreement.
_NAMED = frozenset({"partnership", "declaration"})


def subject_of(scene: Scene, draft: Draft) -> Subject:
    """The most telling subject among all the clauses that tell the deal, unless its reader has found it."""
    best: Subject | None = None
    if draft.subject is not None and (span := _refined(scene, draft, draft.subject)):
        if not scene.grammar.tells_little.fullmatch(scene.plain, span.start, span.end):
            return subject_at(scene, span, ON, "topic")
        best = subject_at(scene, span, NOTHING, "topic")
    named = any(t.deal for t in draft.tellings)
    for telling in draft.tellings:
        # Where a word for the deal is said, what else the parties agreed to tells less.
        most = FAR if named and telling.deal is None else OBJECT
        for strongest, subjects in _ways(scene, draft, telling):
            if best is not None and best.strength >= min(strongest, most):
                continue  # none of them would tell more
            for subject in subjects:
                one = subject if subject.strength <= most else replace(subject, strength=most)
                if best is None or one.strength > best.strength:
                    best = one
                if best.strength >= (ON if named else OBJECT):
                    return best  # nothing tells more
    return best or _whole(scene, draft)


def _refined(scene: Scene, draft: Draft, found: Span) -> Span | None:
    """The words that the reader found before a deal, without loose ends; with the deal where its name tells more."""
    shut = "(" in found.text and scene.text[found.end : found.end + 1] == ")"
    span = trimmed(scene, found.start, found.end + shut)
    if span is None or scene.grammar.no_topic.match(scene.plain, span.start, span.end):
        return None
    behind = [t.deal for t in draft.tellings if t.deal and 0 <= t.deal.start - span.end <= _BESIDE]
    leans = scene.grammar.topic_leans.search(scene.plain[span.start : span.end])
    named = bool(draft.matter or leans) or draft.kind in _NAMED
    return Span.of(scene.text, span.start, behind[0].end) if behind and named else span


def _ways(scene: Scene, draft: Draft, telling: Telling) -> Iterator[tuple[int, Iterator[Subject]]]:
    """The ways to find a subject, in their order: how telling it may be at most, and what is found when asked."""
    cue = _cue_at(scene, draft, telling)
    if cue is not None:
        yield ON, _behind(scene, telling, cue)
        if cue.role == "list":
            yield PURPOSE, _counted(scene, draft, telling, cue)
    if telling.deal is None:
        if cue is not None:
            yield OBJECT, object_of(scene, telling, cue)
        elif draft.guessed or telling.sentence.role == "item":
            yield OBJECT, item_of(scene, draft, telling)
    else:
        grammar = scene.grammar
        yield ON, _before(scene, telling, telling.deal, {"topic_before": grammar.topic_before})
        yield MADE, _made(scene, telling, telling.deal)
        yield _strength_of_name(draft, cue), _in_own_words(scene, draft, telling.deal, cue)
    yield PURPOSE, _purpose(scene, telling)


def _cue_at(scene: Scene, draft: Draft, telling: Telling) -> CueMention | None:
    """The deal word, or the act that tells the deal on its own."""
    if telling.deal is not None:
        found = scene.cues_in(telling.deal.start, telling.deal.end, "deal", "deals")
        if not found or scene.cues_in(telling.deal.start, telling.deal.end, "list"):
            found = scene.cues_in(telling.deal.start, telling.deal.end, "deal", "deals", "list")
    else:
        found = scene.cues_in(telling.start, telling.end, "feat")
        found = [c for c in found if c.value == draft.kind] or found
    return found[0] if found else None


def _behind(scene: Scene, telling: Telling, act: CueMention) -> Iterator[Subject]:
    """What stands after "on", "for" and the like behind the deal, or behind the act that tells it."""
    grammar = scene.grammar
    start, stop = act.span.end, _limit(scene, telling, act)
    for m in grammar.topic.finditer(scene.plain, start, stop):
        sure = bool(grammar.topic_on.match(m.group()))
        span = phrase(scene, m.end(), telling.sentence.end)
        if span is None or scene.dates_in(m.start(), m.end() + 2):
            continue
        does = bool(grammar.topic_does.match(m.group()))
        headed = _LED if does else _HEADED
        if not sure and any(n.start - span.start < headed for n in scene.named_in(m.end(), span.end + LEAD)):
            continue
        gap = _between_names(scene, start, m.start())
        if is_topic(scene, span, sure or not scene.plain[start : m.start()].strip()):
            near = len(gap) < _NEAR and (_APART not in gap or scene.cues_in(start, m.start(), "act"))
            near = near and ": " not in gap
            yield subject_at(scene, span, (ON if sure else FOR) if near else FAR, "topic")
            return


def _between_names(scene: Scene, start: int, end: int) -> str:
    """The words from ``start`` to ``end`` without names: from "a memo between [A] and [B]" to "on" is no long way."""
    words, at = "", start
    for name in scene.named_in(start, end):
        words += scene.plain[at : max(at, name.start)]
        at = max(at, name.end)
    return words + scene.plain[at:end]


def _limit(scene: Scene, telling: Telling, cue: CueMention) -> int:
    """How far the topic may begin: in the clause; "one" and "another" have theirs before the next of them."""
    far = min(telling.sentence.end, cue.span.end + _REACH)
    if cue.role != "list":
        return min(telling.end, far)
    members = [c.span.start for c in scene.cues_in(cue.span.end, far, "list") if c.value == "member"]
    return min([far, *members])


def _counted(scene: Scene, draft: Draft, telling: Telling, member: CueMention) -> Iterator[Subject]:
    """For "one" and "another" what the deals counted before are about: "three memorandums on coal: one with ..."."""
    many = scene.cues_in(telling.sentence.start, member.span.start, "deals")
    if not many:
        return
    whole = Telling(many[-1].span, telling.sentence, many[-1].span.start, member.span.start)
    cue = _cue_at(scene, draft, whole)
    behind = _behind(scene, whole, cue) if cue is not None else ()
    for found in (*behind, subject_at(scene, many[-1].span, NOTHING, "deal")):
        yield replace(found, strength=min(found.strength, PURPOSE))


def _made(scene: Scene, telling: Telling, deal: Span) -> Iterator[Subject]:
    """What the sentence says, before the deal, was made under it."""
    grammar = scene.grammar
    if grammar.on_deal.search(scene.plain, telling.sentence.start, deal.start):
        made = {"made_under": grammar.made_under, "does_under": grammar.does_under, "fruit_of": grammar.fruit_of}
        yield from _before(scene, telling, deal, made)


def _before(scene: Scene, telling: Telling, deal: Span, patterns: Mapping[str, Pattern]) -> Iterator[Subject]:
    """A subject that stands before the deal: "... is the matter of the memorandum"."""
    for rule, pattern in patterns.items():
        strength = ON if rule == "topic_before" else MADE
        found = pattern.search(scene.plain[telling.sentence.start : deal.start])
        if found is None:
            continue
        start, end = (telling.sentence.start + place for place in found.span("topic"))
        span = trimmed(scene, start, end) if strength == ON else phrase(scene, start, end)
        if span is not None and is_topic(scene, span, sure=True) and (strength == ON or not is_name(scene, span)):
            yield subject_at(scene, span, strength, rule)


def _strength_of_name(draft: Draft, cue: CueMention | None) -> int:
    """How telling what a deal is called is at most."""
    return NAME if cue is not None and (matter_of(cue) or draft.kind in _NAMED) else OWN


def _in_own_words(scene: Scene, draft: Draft, deal: Span, cue: CueMention | None) -> Iterator[Subject]:
    """The deal with the adjectives before it: "administrative arrangement", "ASEAN-Korea pact"."""
    if cue is not None and cue.role == "list":
        yield subject_at(scene, deal, NOTHING, "deal")
        return
    verbs = [c.span.end for c in (*acts_in(scene, deal.start - 60, deal.start), *_others(scene, deal))]
    names = [n.end for n in scene.named_in(deal.start - 60, deal.start) if n.kind not in (STATE, "international")]
    low = max([deal.start - 40, 0, *verbs, *names])
    own = scene.grammar.own_words.search(scene.plain[low : deal.start])
    start = deal.start - (len(own.group()) if own else 0)
    for name in reversed(scene.named_in(max(low, start - 40), start)):
        if scene.grammar.pair_gap.fullmatch(scene.plain, name.end, start) is None:
            break
        start = name.start
    behind = scene.grammar.own_behind.match(scene.plain, deal.end)
    end = behind.end() if behind else deal.end
    does = behind and scene.grammar.topic_verb.match(scene.plain, deal.end)
    if does and scene.grammar.tells_nothing.fullmatch(scene.plain, start, deal.end):
        start = deal.end + 1  # "biên bản ghi nhớ [phát triển cụm công nghiệp]"
    span = Span.of(scene.text, start, end)
    grammar = scene.grammar
    if any(
        p.fullmatch(scene.plain, start, end) for p in (grammar.tells_nothing, grammar.tells_little, grammar.renewal)
    ):
        yield subject_at(scene, span, NOTHING, "deal")
    else:
        yield subject_at(scene, span, _strength_of_name(draft, cue), "deal")


def _others(scene: Scene, deal: Span) -> list[CueMention]:
    low = deal.start - 60
    return [*scene.cues_in(low, deal.start, "feat"), *scene.cues_in(low, deal.start, "stage")]


def _purpose(scene: Scene, telling: Telling) -> Iterator[Subject]:
    """What the parties will do, where the sentence says only by the way that they signed something."""
    found = scene.grammar.purpose.search(scene.plain, telling.sentence.start, telling.sentence.end)
    if found is None:
        return
    span = phrase(scene, found.start("topic"), found.end("topic"))
    if span is None or len(span.text) <= 8 or scene.cues_in(span.start, span.end, "deal", "deals"):
        return
    if not scene.grammar.no_topic.match(scene.plain, span.start, span.end):
        yield subject_at(scene, span, PURPOSE, "purpose")


def _whole(scene: Scene, draft: Draft) -> Subject:
    """The words of the clause that told the deal, where nothing else is to be had."""
    start = begun(scene, draft.span.start, draft.span.end)
    return subject_at(scene, Span.of(scene.text, start, draft.span.end), NOTHING, "clause")
