"""The review desk: the record's doubts as a list to work through, looked for in the background and then kept.

A decision does not change the list: what was decided is struck off, and what changed meanwhile is seen when it is
opened. So the next thing is always there at once.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Literal

from pactbook.errors import PactbookError
from pactbook.pipeline.book import Record
from pactbook.search.queue import Queue

Section = Literal["unsure", "conflicts", "pairs", "bodies", "lost"]
SECTIONS: dict[Section, str] = {
    "unsure": "Unsure claims",
    "conflicts": "Sources disagree",
    "pairs": "One agreement or two",
    "bodies": "One body or two",
    "lost": "Decisions in doubt",
}

_LOG = logging.getLogger(__name__)

_CLASH = "Two decisions that cannot both hold; the later one does."

#: So many doubts of each kind are looked for at once.
MOST = 100


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to decide. ``about`` are ids: of claims and agreements, of bodies, or of decisions."""

    section: Section
    about: tuple[str, ...]
    reasons: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What it is called in an address; the same whenever the same doubt comes up."""
        return blake2b("\n".join((self.section, *self.about)).encode(), digest_size=6).hexdigest()


@dataclass(slots=True)
class Pile:
    """The doubts that were found, and of those that were settled the id of the decision."""

    doubts: dict[str, Doubt] = field(default_factory=dict)
    settled: dict[str, str] = field(default_factory=dict)

    def of(self, section: str) -> list[Doubt]:
        """Those of one kind, the most urgent first."""
        return [doubt for doubt in self.doubts.values() if doubt.section == section]

    def left(self, section: str) -> list[Doubt]:
        """Those of one kind that nobody has settled yet."""
        return [doubt for doubt in self.of(section) if doubt.key not in self.settled]

    def step(self, key: str, by: int) -> Doubt | None:
        """The next (1) or last (-1) unsettled one of the same kind, round the end; None where it is the only one."""
        mine = self.of(self.doubts[key].section)
        at = next(n for n, doubt in enumerate(mine) if doubt.key == key)
        turned = [*mine[at + 1 :], *mine[:at]] if by > 0 else [*reversed(mine[:at]), *reversed(mine[at + 1 :])]
        return next((doubt for doubt in turned if doubt.key not in self.settled), None)


class Desk:
    """The pile of a record, and the looking for it."""

    def __init__(self, book: Record) -> None:
        self._book = book
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._pile: Pile | None = None
        self.why = ""

    @property
    def pile(self) -> Pile | None:
        """What was found; None while it is looked for. The first to ask sets the looking off."""
        with self._lock:
            if self._pile is None and self._thread is None and not self.why:
                self._thread = threading.Thread(target=self._look, name="pactbook-desk", daemon=True)
                self._thread.start()
            return self._pile

    def anew(self) -> None:
        """Forget what was found: the next to ask sets the looking off again."""
        with self._lock:
            self._pile, self.why = None, ""

    def close(self) -> None:
        """Wait for the looking: it reads the record."""
        if self._thread:
            self._thread.join()

    def _look(self) -> None:
        why, found = "", None
        try:
            queue = self._book.review("").queue(MOST)
            found = Pile({doubt.key: doubt for doubt in doubts(queue)})
        except PactbookError as error:
            why = str(error)
        except Exception as error:  # noqa: BLE001 - the page that waits must be told
            _LOG.exception("looking for doubts")
            why = f"The program made a mistake ({type(error).__name__}); its terminal shows more."
        with self._lock:
            self._pile, self.why, self._thread = found, why, None


def doubts(queue: Queue) -> Iterator[Doubt]:
    """What the record is in doubt of, by kind and need."""
    for unsure in queue.unsure:
        yield Doubt("unsure", (unsure.claim, unsure.agreement.id), (f"{unsure.confidence:.0%} sure",))
    for conflict in queue.conflicts:
        yield Doubt("conflicts", (conflict.agreement.id,), conflict.fields)
    for pair in queue.pairs:
        yield Doubt("pairs", (pair.one.id, pair.other.id), pair.link.reasons)
    for likely in queue.namesakes:
        yield Doubt("bodies", (likely.one, likely.other), likely.reasons)
    for lost in queue.orphans:
        yield Doubt("lost", (lost.decision.id,), ("What it was about is not in the record as it stands.",))
    for clash in queue.contradictions:
        yield Doubt(
            "lost", (clash.later.id, clash.earlier.id), ("Two decisions that cannot both hold; the later one does.",)
        )
