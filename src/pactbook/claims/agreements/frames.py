"""Frames: what a count ("two loan agreements") or an opener ("The papers signed:") hands on to its members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pactbook.claims.agreements.deals import points_back
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.event import Event
from pactbook.claims.agreements.parties import NOBODY, OFFICES, Parties
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.article import Sentence

_BULLET = re.compile(r"\s*(?:[-*•–+]|\(?\d{1,2}[.)])\s")


@dataclass(slots=True)
class Frame:
    """Kind, status, parties and date for members that do not say their own.

    ``listed`` is True while list items follow; ``of_one`` where the list tells the terms of one deal.
    """

    kind: str
    status: str
    parties: Parties
    date: str | None
    paragraph: int
    draft: Draft | None = None
    listed: bool = False
    of_one: bool = False

    def takes(self, scene: Scene, sentence: Sentence) -> bool:
        """Whether the sentence is an item of the list that follows; remembers where the list has got to."""
        if self.paragraph in (sentence.paragraph, sentence.paragraph - 1) and _announces(scene, sentence):
            # "They include an agreement on ... and a memorandum on ...": the list is one sentence.
            return True
        is_item = sentence.role == "item" or bool(_BULLET.match(scene.text, sentence.start))
        is_item = is_item or (self.listed and _begins_with_deal(scene, sentence))
        self.listed = is_item and (self.listed or sentence.paragraph - self.paragraph <= 2)
        if self.listed:
            self.paragraph = sentence.paragraph
        return self.listed


def frame_of(
    scene: Scene,
    sentence: Sentence,
    found: Sequence[Trigger],
    drafts: Sequence[Draft],
    before: Frame | None,
    event: Event,
) -> Frame | None:
    """The frame that this sentence leaves, or None where it neither counts deals nor opens a list of them."""
    # Workers stay on "after their contracts had run out": no list begins with what is over.
    found = [t for t in found if not (t.many and not t.act and t.stage and t.stage.value == "ended")] if found else []
    counted = next((t for t in reversed(found) if t.many), None) if found else None
    opens = scene.text[sentence.start : sentence.end].rstrip().endswith(":")
    if counted is None and not opens:
        return None
    spoken = opens and scene.cues_in(sentence.start, sentence.end, "deal", "deals")
    if counted is None and not (found or spoken or _announces(scene, sentence)):
        return None
    draft = next((d for d in drafts if d.many), None)
    inside = sentence.role == "item" or bool(_BULLET.match(scene.text, sentence.start))
    if inside and not opens and draft is not None and draft.again:
        # "3. The documents signed are being carried out": the list is of something else.
        return None
    return Frame(
        kind=_kind(found, sentence, before),
        status=draft.status if draft else "signed",
        parties=draft.parties if draft else _offices(scene, sentence, counted),
        date=(draft.date if draft else None) or event.day_for(sentence.paragraph, 6),
        paragraph=sentence.paragraph,
        draft=draft,
        listed=opens,
        of_one=opens and counted is None and any(t.deal and points_back(scene, t.deal) for t in found),
    )


def _offices(scene: Scene, sentence: Sentence, counted: Trigger | None) -> Parties:
    """The office that hands out the licences counted, where nobody who gets one is named in the same sentence."""
    if counted is None or counted.deal is None or counted.deal.value != "licence":
        return NOBODY
    before = scene.named_in(sentence.start, counted.deal.span.start)
    return Parties(tuple(n for n in before if n.kind in OFFICES)[-1:], "named")


def _begins_with_deal(scene: Scene, sentence: Sentence) -> bool:
    """Whether a paragraph of a list without bullets begins with the word for its deal."""
    place = sentence.start
    return any(d.span.start - place < 3 for d in scene.cues_in(place, sentence.end, "deal")[:1])


def _announces(scene: Scene, sentence: Sentence) -> bool:
    return any(c.value == "opener" for c in scene.cues_in(sentence.start, sentence.end, "list"))


def _kind(found: Sequence[Trigger], sentence: Sentence, before: Frame | None) -> str:
    """The kind of the deals counted, else of any deal of the sentence, else that of the frame just before."""
    counted = [t.deal.value for t in found if t.many and t.deal and t.deal.value != "any"]
    any_deal = [t.deal.value for t in found if t.deal and not t.member]
    kind = next(iter(counted + any_deal), "any")
    if kind == "any" and before and sentence.paragraph - before.paragraph <= 3:
        return before.kind
    return kind
