"""What a Korean trigger can lean on: its sentence, the drafts before it, the subject carried on, list and event."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.event import Event
from pactbook.claims.agreements.scene import Named, Scene
from pactbook.model.article import Sentence


class Topic:
    """Whom the text speaks of: the subject of the last clause that had one, and the pair it stood for.

    A clause is looked through for its subject when somebody asks, which is seldom: ``find`` does that, and where it
    finds none the topic is the one ``before``.
    """

    __slots__ = ("_before", "_find", "_names", "_paragraph")

    def __init__(
        self, find: Callable[[], tuple[Named, ...]] = tuple, paragraph: int = -9, before: Topic | None = None
    ) -> None:
        self._find = find
        self._names: tuple[Named, ...] | None = None
        self._paragraph = paragraph
        self._before = before

    def _own_names(self) -> tuple[Named, ...]:
        """The subject of this very clause."""
        if self._names is None:
            self._names = self._find()
        return self._names

    def paragraph(self) -> int:
        """Where the subject was named; far before the text where none was."""
        topic = self
        while topic._before is not None and not topic._own_names():
            topic = topic._before
        return topic._paragraph

    def within(self, paragraph: int, reach: int) -> tuple[Named, ...]:
        """The subject, where it was named not more than ``reach`` paragraphs before."""
        topic: Topic | None = self
        while topic is not None and paragraph - topic._paragraph <= reach:
            if names := topic._own_names():
                return names if topic._paragraph <= paragraph else ()
            topic = topic._before
        return ()


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
    #: Whether the trigger counts several deals.
    counted: bool
