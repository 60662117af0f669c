"""What the first visitors will ask for, read while they come."""

from __future__ import annotations

import gc
from contextlib import suppress
from threading import Event, Thread

from pactbook.errors import RecordError
from pactbook.pipeline.book import Record


class ReadingAhead:
    """Reads in a thread of its own; ``close`` it before the record."""

    def __init__(self, book: Record) -> None:
        self._book = book
        self._unwanted = Event()
        self._thread = Thread(target=self._read, name="pactbook reads ahead", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> None:
        """Until all is read, but no longer than this."""
        self._thread.join(seconds)

    def close(self) -> None:
        """Read no further."""
        self._unwanted.set()
        self._thread.join()

    def _read(self) -> None:
        # What is wrong with the record is told to the visitor whose question meets it.
        with suppress(RecordError):
            self._book.read_ahead(lambda: not self._unwanted.is_set())
            if not self._unwanted.is_set():
                self._book.keep()
        # What is known now stays: nobody has to wait while it is looked through for what could be thrown away.
        gc.freeze()
