"""Put sources into a record: what is known is not read again, what is read is stored in batches."""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from pactbook.errors import SourceError, UnreadableSource
from pactbook.knowledge.version import extractor_version
from pactbook.model.source import Source
from pactbook.pipeline.crew import extract_all
from pactbook.pipeline.entrance import sources
from pactbook.pipeline.history import past
from pactbook.pipeline.interruption import held_back
from pactbook.pipeline.outcome import Failure, Outcome
from pactbook.search.ahead import keep
from pactbook.store.file import RecordFile
from pactbook.store.writing import Reading, write

#: So many sources, and bytes of them, are looked up in the record at once.
AT_ONCE = 32
HELD = 16_000_000
#: A batch is stored when it is this long ...
BATCH = 64
#: ... or this many seconds after the last one: so much work is lost at worst when the power fails.
SECONDS = 1.0


@dataclass(slots=True)
class Summary:
    """What a run did. ``read`` counts sources, of which each is new, renewed, known or skipped.

    ``renewed`` were read before, but by another version of the extractor; ``copies`` says by how many the near-copies
    in the record grew; ``skipped`` says of each source that gave no article why, in their order.
    """

    read: int = 0
    new: int = 0
    renewed: int = 0
    known: int = 0
    copies: int = 0
    skipped: list[SourceError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A source that the crew is at work on: its place in the input, its address, the hash of its bytes."""

    n: int
    address: str
    content: str


class Intake:
    """One run of adding. ``summary`` is true at every moment: after an interruption it says what is in the record."""

    def __init__(self, record: RecordFile, workers: int | None = None, seen: Callable[[], None] = lambda: None) -> None:
        """``workers`` processes (default: one per core); ``seen`` is called after each source."""
        self._record = record
        self._workers = workers
        self._seen = seen
        self._done = Summary()
        self._skipped: list[tuple[int, SourceError]] = []
        # What the crew has not answered yet, in its order, and what has not been stored yet.
        self._asked: deque[_Asked] = deque()
        self._batch: list[tuple[int, Reading]] = []
        self._stored = time.monotonic()

    @property
    def summary(self) -> Summary:
        """What the run has done so far."""
        self._done.skipped = [error for _, error in sorted(self._skipped, key=lambda s: s[0])]
        return self._done

    def add(self, paths: Iterable[str | Path]) -> Summary:
        """Add all sources that ``paths`` (files, zip archives, folders, patterns) lead to. Raises RecordError.

        After Ctrl-C, what was read until then is stored.
        """
        return self.take(sources(paths, self._record.path))

    def take(self, found: Iterable[Source | SourceError]) -> Summary:
        """Add all of ``found``, as ``add`` does. Raises RecordError."""
        with closing(extract_all(self._unknown(found), self._workers)) as outcomes:
            try:
                for outcome in outcomes:
                    self._take(outcome)
            except KeyboardInterrupt:
                self._store()
                raise
        self._store()
        keep(self._record, rarely=True)
        return self.summary

    def _unknown(self, found: Iterable[Source | SourceError]) -> Iterator[Source]:
        """The sources that have to be extracted; the others are counted on the way."""
        for some in _handfuls(enumerate(found)):
            readable = [source.address for _, source in some if isinstance(source, Source)]
            before = past(self._record, readable, extractor_version())
            for n, source in some:
                if isinstance(source, SourceError):
                    self._skip(n, source)
                    continue
                content = hashlib.sha256(source.data).hexdigest()
                known = before.get((source.address, content))
                if known is None:
                    self._asked.append(_Asked(n, source.address, content))
                    yield source
                elif known.reason:
                    self._skip(n, UnreadableSource(source.address, known.reason))
                else:
                    self._count("known")

    def _take(self, outcome: Outcome) -> None:
        asked = self._asked.popleft()
        if isinstance(outcome, Failure):
            self._skip(asked.n, outcome)
        else:
            self._batch.append((asked.n, Reading(asked.address, asked.content, extractor_version(), outcome)))
        if len(self._batch) >= BATCH or time.monotonic() - self._stored > SECONDS:
            self._store()

    def _store(self) -> None:
        with held_back():
            self._store_batch()

    def _store_batch(self) -> None:
        if self._batch:
            stored = write(self._record, [reading for _, reading in self._batch])
            batch, self._batch = self._batch, []
            self._done.copies += stored.copies
            for (n, _), written in zip(batch, stored.written, strict=True):
                if written.outcome == "skipped":
                    self._skip(n, UnreadableSource(written.address, written.reason or ""))
                else:
                    self._count(written.outcome)
        self._stored = time.monotonic()

    def _skip(self, n: int, error: SourceError) -> None:
        self._skipped.append((n, error))
        self._done.read += 1
        self._seen()

    def _count(self, outcome: str) -> None:
        setattr(self._done, outcome, getattr(self._done, outcome) + 1)
        self._done.read += 1
        self._seen()


def _handfuls(numbered: Iterable[tuple[int, Source | SourceError]]) -> Iterator[list[tuple[int, Source | SourceError]]]:
    handful: list[tuple[int, Source | SourceError]] = []
    held = 0
    for n, source in numbered:
        handful.append((n, source))
        held += 0 if isinstance(source, SourceError) else len(source.data)
        if len(handful) == AT_ONCE or held >= HELD:
            yield handful
            handful, held = [], 0
    if handful:
        yield handful
