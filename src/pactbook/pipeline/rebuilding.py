"""Put the record together anew on all cores: one process writes, the others do the jobs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from sqlalchemy import func, select

from pactbook.pipeline.crew import Crew, Worker, cores
from pactbook.store import rebuilding
from pactbook.store.file import RecordFile
from pactbook.store.tables.claims import agreement_claims

#: So few claims are put together in this process: starting others takes longer.
FEW = 500
#: What Python runs as a worker.
PROGRAM = ("-P", "-m", "pactbook.pipeline.builder")
#: Jobs on their way per worker: enough to keep it busy, few enough to hold in memory.
AHEAD = 3


def rebuild(record: RecordFile, workers: int | None = None, seen: Callable[[int], None] = lambda _: None) -> None:
    """Put everything together anew, the same at any number of ``workers`` (default: one per core), or change nothing.

    ``seen`` is told of so many claims filed, and then of so many grouped. Raises RecordError, and PactbookError when no
    worker can be started.
    """
    with record.writing() as connection:
        claims = int(connection.scalar(select(func.count()).select_from(agreement_claims)) or 0)
        number = workers or cores()
        if number == 1 or claims < FEW:
            rebuilding.rebuild(connection, seen=seen)
            return
        path = str(record.path.resolve())
        with closing(Crew(number, lambda: Worker(PROGRAM, path), AHEAD)) as crew:
            rebuilding.rebuild(connection, crew.do, seen)


def steps(record: RecordFile) -> int:
    """What ``seen`` is told of in all: each claim twice."""
    with record.reading() as connection:
        return 2 * int(connection.scalar(select(func.count()).select_from(agreement_claims)) or 0)
