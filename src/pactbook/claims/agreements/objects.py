"""What a deal is about that an act tells without a word for the deal: what was bought, ordered or agreed to."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.claims.agreements.drafts import Draft, Telling
from pactbook.claims.agreements.phrases import LEAD, NOTHING, OBJECT, Subject, is_name, phrase, subject_at, trimmed
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.model.mention import CueMention
from pactbook.model.span import Span


def object_of(scene: Scene, telling: Telling, act: CueMention) -> Iterator[Subject]:
    """What was bought or agreed to: the words behind an act that tells a deal on its own, else those before it."""
    if ordered := _antecedent(scene, telling, act):
        yield ordered
        return
    begun = _behind_party(scene, act.span.end, telling.end)
    span = phrase(scene, begun or act.span.end, telling.sentence.end)
    led = scene.plain[act.span.start : act.span.end].split(" ")[-1]
    if begun is None and led in {*scene.words.linking.party, *scene.words.linking.giver}:
        span = None  # "teamed up with", "ordered from": a party follows
    if span is not None and scene.grammar.area.match(scene.plain, span.start):
        span = phrase(scene, _verb(scene, act), telling.sentence.end)
    if span is not None and not scene.grammar.no_topic.match(scene.plain, span.start, span.end):
        if scene.grammar.share.match(scene.plain, span.start) or scene.figures_in(span.start, span.start + 1):
            span = phrase(scene, _verb(scene, act), telling.sentence.end) or span
        headed = any(n.start == span.start and n.kind != STATE for n in scene.named_in(span.start, span.end))
        if len(span.text) > 3 and not headed:
            yield subject_at(scene, span, OBJECT, "object")
            return
    own = scene.grammar.own_words.search(scene.plain[max(telling.start, act.span.start - 40) : act.span.start])
    start = act.span.start - len(own.group()) if own is not None else act.span.start
    if start < act.span.start and not is_name(scene, before := Span.of(scene.text, start, act.span.start - 1)):
        yield subject_at(scene, before, NOTHING, "own_words")


def _antecedent(scene: Scene, telling: Telling, act: CueMention) -> Subject | None:
    """What a clause behind it says was bought: "the [Vinh Tan 4 plant], which EVN ordered from it"."""
    found = scene.grammar.antecedent.search(scene.plain, telling.sentence.start, act.span.start)
    if found is None or found.end() != act.span.start:
        return None
    span = trimmed(scene, *found.span("topic"))
    return subject_at(scene, span, OBJECT, "antecedent") if span and not is_name(scene, span) else None


def _verb(scene: Scene, act: CueMention) -> int:
    """Where the verb of an act begins, behind what leads to it: "agreed to [lend]"."""
    led = scene.grammar.leads_to.match(scene.plain, act.span.start, act.span.end)
    return led.end() if led else act.span.start


def _behind_party(scene: Scene, start: int, end: int) -> int | None:
    """Where what was done begins behind the party: "teamed up with [A] to make films"; None where it does not."""
    name = scene.next_named(start)
    if name is None or name.kind == STATE or not scene.grammar.to_party.fullmatch(scene.plain, start, name.start):
        return None
    found = scene.grammar.party_does.match(scene.plain, name.end, end)
    return found.end() if found and not scene.dates_in(found.end(), found.end() + 2) else None


def item_of(scene: Scene, draft: Draft, telling: Telling) -> Iterator[Subject]:
    """A list item without a word for the deal: what stands behind its names, or before them."""
    names = [n for n in draft.parties.names if telling.start <= n.start < telling.end]
    if not names:
        return
    first, last = min(n.start for n in names), max(n.end for n in names)
    before = first - telling.start > LEAD
    span = phrase(scene, telling.start, first) if before else phrase(scene, last, telling.end)
    if span is not None and len(span.text) > 3:
        yield subject_at(scene, span, OBJECT, "item")
