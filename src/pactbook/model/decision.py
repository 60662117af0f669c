"""What an analyst decided, keyed to the words of articles: it outlives rows, runs and extractor versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Action = Literal["accept", "reject", "edit", "merge", "split", "copy", "same", "differ", "undo"]

#: The fields of an agreement that can be edited.
FIELDS = ("parties", "kind", "status", "date", "subject", "sectors", "value", "place")

#: The fields of a figure that can be edited; ``amount`` sets low, high and currency at once.
FIGURE_FIELDS = ("amount", "low", "high", "currency", "qualifier", "measure", "status", "period", "from", "to")
#: Of these fields a decision keeps amounts in whole units: ``USD 35000000``.
AMOUNT_FIELDS = ("value", "amount")

#: What ``Anchor.what`` says of a figure, and of a body that an analyst entered.
FIGURE, BODY = "figure", "body"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim as it stood when it was decided on: ``quote`` stands at ``start`` in the text of ``article``.

    An article's id is made from its text, so the place stays; kind, parties and ``subject`` tell claims of one sentence
    apart.
    A whole article (of a copy) has an empty quote. A body has its id as ``article`` and its name as ``quote``.
    ``what`` is ``figure`` for a figure, whose ``kind`` is its measure and whose ``parties`` are its sides, ``body`` for
    a body that an analyst entered, with its kind and, as the one of ``parties``, its country; else empty.
    """

    article: str
    start: int = 0
    quote: str = ""
    kind: str = ""
    parties: tuple[str, ...] = ()
    what: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log, never changed and never deleted.

    ``anchors`` are the claims or the figure that it is about; in a split, and in a ``differ`` of agreements, they part
    from ``others``; in a copy they are the copy and its original, in a ``same`` the bodies that are one, in a
    ``differ`` without ``others`` two bodies that are not.
    ``field`` and ``value`` belong to an edit (no value: the field is cleared); its ``others`` are bodies of ``value``
    that an analyst entered. ``undoes`` is the id of the decision that an undo takes back. ``when`` is UTC in ISO 8601;
    ``id`` is made from all the rest.
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

    @property
    def entered(self) -> tuple[Anchor, ...]:
        """The bodies that the analyst entered, whom neither an article nor the gazetteer knew."""
        return tuple(anchor for anchor in self.others if anchor.what == BODY)

    @property
    def on_bodies(self) -> bool:
        """Whether it says of bodies that they are one, or are not."""
        return self.action == "same" or (self.action == "differ" and not self.others)
