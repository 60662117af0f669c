"""What a trigger can lean on: the sentence, the drafts before and beside it, the frame and the event."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.event import Event
from pactbook.claims.agreements.frames import Frame
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.article import Sentence


class Context(Struct, frozen=True):
    """What a trigger can lean on: the sentence, the drafts before and beside it, the frame and the event.

    ``counted`` is the plural of the same sentence ("three memorandums: one with ..."); ``item`` marks a list item.
    """

    scene: Scene
    sentence: Sentence
    before: Sequence[Draft]
    beside: Sequence[Draft]
    event: Event
    frame: Frame | None
    counted: Trigger | None
    item: bool

    def frame_within(self, paragraphs: int) -> Frame | None:
        """The frame, where it was left not more than so many paragraphs ago."""
        frame = self.frame
        return frame if frame and 0 <= self.sentence.paragraph - frame.paragraph <= paragraphs else None

    def frame_for(self, trigger: Trigger) -> Frame | None:
        """The frame whose member the trigger is."""
        if self.item:
            return self.frame
        return self.frame_within(3) if trigger.member else None
