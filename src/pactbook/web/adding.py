"""Adding what was sent: one after another, in the background, with progress that a page can ask for."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import Literal

from pactbook.errors import PactbookError, SourceError
from pactbook.model.source import Source
from pactbook.pipeline.book import Record
from pactbook.pipeline.entrance import count_in, sources_in
from pactbook.pipeline.intake import Intake, Summary
from pactbook.web.guard.uploads import Upload

State = Literal["waiting", "reading", "done", "stopped", "failed"]

_LOG = logging.getLogger(__name__)

#: So many runs are remembered, the latest.
_KEPT = 30
#: Seconds that the end of the server waits for the page that is being read.
_PATIENCE = 20.0


@dataclass(slots=True)
class Run:
    """What was sent at once and what becomes of it. ``total`` counts sources: those in zip archives each."""

    files: tuple[Upload, ...]
    folder: TemporaryDirectory[str]
    id: str = field(default_factory=lambda: secrets.token_urlsafe(9))
    state: State = "waiting"
    total: int = 0
    why: str = ""
    intake: Intake | None = None
    stopping: bool = False

    @property
    def summary(self) -> Summary:
        """What has been done so far; true at every moment."""
        return self.intake.summary if self.intake else Summary()

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state not in ("waiting", "reading")

    def sources(self) -> Iterator[Source | SourceError]:
        """What was sent, until somebody stops it."""
        for file in self.files:
            for found in sources_in(file.path, file.name):
                if self.stopping:
                    return
                yield found


class Adds:
    """The runs of adding to a record. One works; the others wait for it."""

    def __init__(self, book: Record) -> None:
        self._book = book
        self._runs: dict[str, Run] = {}
        self._waiting: SimpleQueue[Run | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def folder(self) -> TemporaryDirectory[str]:
        """A place for what is being sent; it goes away when it was added, and when the server ends."""
        return TemporaryDirectory(prefix="pactbook-add-")

    def begin(self, files: list[Upload], folder: TemporaryDirectory[str]) -> Run:
        """Add ``files``, which lie in ``folder``, as soon as those that came before are done."""
        run = Run(tuple(files), folder)
        with self._lock:
            self._runs[run.id] = run
            for old in [r.id for r in self._runs.values() if r.over][:-_KEPT]:
                del self._runs[old]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="pactbook-add", daemon=True)
                self._thread.start()
        self._waiting.put(run)
        return run

    def run(self, name: str) -> Run | None:
        """The run of that id, if it is still remembered."""
        return self._runs.get(name)

    def runs(self) -> list[Run]:
        """All that are remembered, the latest first."""
        return list(self._runs.values())[::-1]

    def before(self, run: Run) -> int:
        """How many others come before it."""
        ids = list(self._runs)
        return sum(not self._runs[i].over for i in ids[: ids.index(run.id)])

    def stop(self, run: Run) -> None:
        """Read no more of it. What was read stays in the record."""
        run.stopping = True

    def close(self) -> None:
        """Stop everything; what was read is stored."""
        for run in self.runs():
            run.stopping = True
        self._waiting.put(None)
        if self._thread:
            self._thread.join(_PATIENCE)

    def _work(self) -> None:
        while run := self._waiting.get():
            with run.folder:
                self._read(run)

    def _read(self, run: Run) -> None:
        run.intake = self._book.intake()
        run.state = "reading"
        try:
            run.total = sum(count_in(Path(file.path)) for file in run.files)
            run.intake.take(run.sources())
            run.state = "stopped" if run.stopping else "done"
        except PactbookError as error:
            run.why = str(error)
            run.state = "failed"
        except Exception as error:  # noqa: BLE001 - the thread must live on for those that wait
            _LOG.exception("adding %s", run.id)
            run.why = f"The program made a mistake ({type(error).__name__}); its terminal shows more."
            run.state = "failed"
