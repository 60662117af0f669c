"""What an analyst decided, keyed to the words of articles: it outlives rows, runs and extractor versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Action = Literal["accept", "reject", "edit", "merge", "split", "copy", "same", "undo"]
ACTIONS: tuple[Action, ...] = ("accept", "reject", "edit", "merge", "split", "copy", "same", "undo")

#: The fields of an agreement that can be edited.
FIELDS = ("parties", "kind", "status", "date", "subject", "sectors", "value", "place")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim as it stood when it was decided on: ``quote`` stands at ``start`` in the text of ``article``.

    An article's id is made from its text, so the place stays; kind and parties tell claims of one sentence apart.
    A whole article (of a copy) has an empty quote. A body has its id as ``article`` and its name as ``quote``.
    """

    article: str
    start: int = 0
    quote: str = ""
    kind: str = ""
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log, never changed and never deleted.

    ``anchors`` are the claims that it is about; in a split they part from ``others``; in a copy they are the copy and
    its original, in a ``same`` the bodies that are one.
    ``field`` and ``value`` belong to an edit (no value: the field is cleared); ``undoes`` is the id of
    the decision that an undo takes back. ``when`` is UTC in ISO 8601; ``id`` is made from all the rest.
    """

    id: str
    action: Action
    who: str
    when: str
    why: str = ""
    anchors: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    field: str | None = None
    value: tuple[str, ...] = ()
    undoes: str | None = None
