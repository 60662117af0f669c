"""A worker process of a rebuilding: reads the record as it stands, does the jobs that come over its line.

Started by ``crew`` as ``python -m pactbook.pipeline.builder FD RECORD``. What the rebuilding writes meanwhile is not
seen here, and need not be: a job is a function of claims and decisions.
"""

from __future__ import annotations

import sys
from multiprocessing.connection import Connection
from pathlib import Path

from pactbook.errors import PactbookError
from pactbook.pipeline.worker import READY
from pactbook.store.file import RecordFile


def build(line: Connection, path: Path) -> None:
    """Answer jobs one by one until the other end hangs up."""
    with RecordFile.open(path, read_only=True) as record, record.reading() as connection:
        line.send(READY)
        while True:
            try:
                job = line.recv()
            except EOFError:
                return
            try:
                line.send(job.do(connection))
            except PactbookError as error:
                line.send(error)


if __name__ == "__main__":
    build(Connection(int(sys.argv[1])), Path(sys.argv[2]))
