"""Choose a party by trained weights where no rule tells one, and say where the choice stands in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.scene import Named, Scene
from pactbook.knowledge.weights import Weights
from pactbook.model.claim import Because
from pactbook.model.span import Span

#: The rule of a cell that was filled by weights.
RULE = "likeliest"
#: Sentences from that of the deal on → what their place is called.
_PLACES = {-1: "last", -2: "second", -3: "third", 1: "next", 2: "later"}


class Option(Struct, frozen=True):
    """A body that may be a party, and the signs for and against it; None stands for leaving the parties as they are."""

    what: Named | None
    signs: tuple[str, ...]


def likeliest(options: Sequence[Option], table: Weights) -> Named | None:
    """The option whose signs weigh most, the first of equals; all but None have to weigh ``table.least`` more."""
    return max(options, key=lambda o: table.sum_of(o.signs) - (0.0 if o.what is None else table.least)).what


def show(scene: Scene, draft: Draft, span: Span) -> None:
    """Note that the words of ``span`` name a party; their sentence is evidence from now on."""
    draft.because.append(Because("parties", span, RULE))
    sentence = scene.sentence_at(span.start)
    told = Span.of(scene.text, sentence.start, sentence.end) if sentence else span
    if told not in draft.evidence:
        draft.evidence.append(told)


def where(scene: Scene, draft: Draft, place: int) -> str:
    """What the sentence at ``place`` is to that of the deal; "-paragraph" where another paragraph holds it."""
    if draft.sentence.start <= place < draft.sentence.end:
        return "same"
    sentence = scene.sentence_at(place)
    if sentence is None:
        return "far"
    if sentence.role == "headline":
        return "headline"
    starts = scene.sentence_starts
    steps = bisect_left(starts, sentence.start) - bisect_left(starts, draft.sentence.start)
    near = sentence.paragraph == draft.sentence.paragraph
    return _PLACES.get(steps, "far") + ("" if near else "-paragraph")
