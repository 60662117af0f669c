"""What a Korean trigger can lean on: its sentence, the drafts before it, the subject carried on, list and event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Struct

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.event import Event
from pactbook.claims.agreements.scene import Named, Scene
from pactbook.model.article import Sentence


@dataclass(slots=True)
class Topic:
    """Whom the text speaks of: the subject of the last clause that had one, and the pair it stood for."""

    names: tuple[Named, ...] = ()
    paragraph: int = -9

    def within(self, paragraph: int, reach: int) -> tuple[Named, ...]:
        """The subject, where it was named not more than ``reach`` paragraphs before."""
        return self.names if 0 <= paragraph - self.paragraph <= reach else ()


class Frame(Struct, frozen=True):
    """What a count ("양해각서 12건") or an opener hands on to the items of a list."""

    kind: str
    status: str
    date: str | None
    paragraph: int


class Context(Struct, frozen=True):
    """What a trigger can lean on."""

    scene: Scene
    sentence: Sentence
    before: Sequence[Draft]
    topic: Topic
    event: Event
    frame: Frame | None
    item: bool
    headline: bool
