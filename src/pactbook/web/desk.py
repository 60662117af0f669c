"""The review desk: the record's doubts as lists to work through.

The lists come from the tables, so that they are the same after a restart and in every browser. What takes longer,
agreements and bodies that are likely one, is looked for in the background whenever the record has changed; until that
is done, what was found before is shown, without what was settled since.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

from pactbook.errors import PactbookError
from pactbook.pipeline.doubting import Doubts, Likely, name_of
from pactbook.search.doubts.doubt import SECTIONS, Doubt, Section
from pactbook.web.memory import Memory

TITLES: dict[Section, str] = {
    "unsure": "Unsure claims",
    "figures": "Unsure sums",
    "conflicts": "Sources disagree",
    "pairs": "One agreement or two",
    "bodies": "One body or two",
    "lost": "Decisions in doubt",
}
#: Looking begins so many seconds after it was asked for: the page that asks is made first.
_PAUSE = 0.3
#: What has to be looked for.
_LOOKED_FOR = ("pairs", "bodies")

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pile:
    """The doubts of one kind: the open ones, then those that the analyst put off. ``number`` counts the open ones.

    ``looking``: some may be missing still.
    """

    section: Section
    doubts: tuple[Doubt, ...]
    aside: frozenset[Doubt]
    number: int
    looking: bool

    @property
    def first(self) -> Doubt | None:
        """Where to begin."""
        return next(iter(self.doubts), None)

    def place(self, doubt: Doubt) -> int | None:
        """Its number in the list, from 1; None where it is settled."""
        return self.doubts.index(doubt) + 1 if doubt in self.doubts else None

    def step(self, doubt: Doubt, by: int) -> Doubt | None:
        """The next (1) or last (-1) one, round the end; the first of all after one that is settled."""
        if doubt not in self.doubts:
            return self.first if by > 0 else None
        found = self.doubts[(self.doubts.index(doubt) + by) % len(self.doubts)]
        return found if found != doubt else None


class Desk:
    """The piles of a record."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._doubts: Doubts = memory.book.doubts()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._likely: Likely | None = None
        self.why = ""

    def pile(self, section: Section, who: str) -> Pile:
        """The doubts of one kind for an analyst."""
        likely, looking = self._looked() if section in _LOOKED_FOR else (None, False)
        state = likely.changes if likely else None
        found = self._memory.get(("doubts", section, state), lambda: self._doubts.of(section, likely))
        put_off = {name: n for n, name in enumerate(self._doubts.aside(who))}
        later = sorted((d for d in found if name_of(d) in put_off), key=lambda d: put_off[name_of(d)])
        ahead = [doubt for doubt in found if name_of(doubt) not in put_off]
        known = self._memory.get("doubts counted", self._doubts.count).get(section)
        number = len(ahead) if known is None else max(known - len(later), len(ahead))
        return Pile(section, (*ahead, *later), frozenset(later), number, looking)

    def piles(self, who: str) -> list[Pile]:
        """All of them."""
        return [self.pile(section, who) for section in SECTIONS]

    def _looked(self) -> tuple[Likely | None, bool]:
        """What was found, and whether it is being looked for anew: whoever asks after a change sets that off."""
        now = self._memory.book.changes()
        with self._lock:
            stale = self._likely is None or self._likely.changes != now
            if stale and self._thread is None and not self.why:
                self._thread = threading.Thread(target=self._look, name="pactbook-desk", daemon=True)
                self._thread.start()
            return self._likely, stale and not self.why

    def try_again(self) -> None:
        """Look again after a looking that failed."""
        self.why = ""

    def close(self) -> None:
        """Wait for the looking: it reads the record."""
        self._closing.set()
        thread = self._thread
        if thread:
            thread.join()

    def _look(self) -> None:
        why, found = "", self._likely
        try:
            if not self._closing.wait(_PAUSE):
                found = self._doubts.look()
        except PactbookError as error:
            why = str(error)
        except Exception as error:  # noqa: BLE001 - the page that waits must be told
            _LOG.exception("looking for doubts")
            why = f"The program made a mistake ({type(error).__name__}); its terminal shows more."
        with self._lock:
            self._likely, self.why, self._thread = found, why, None
