"""A worker process: takes sources from its line, sends back what became of them, until the line is closed.

Started by ``crew`` as ``python -m pactbook.pipeline.worker FD SECONDS``: a program of its own, so that it works from a
script, a notebook and a prompt alike, and knowledge is loaded once for all pages that it reads.
"""

from __future__ import annotations

import gc
import sys
from multiprocessing.connection import Connection

from pactbook.errors import KnowledgeError
from pactbook.pipeline.extraction import try_extract
from pactbook.text.expressions import keep

READY = "ready"


def work(line: Connection, seconds: float) -> None:
    """Answer sources one by one until the other end hangs up."""
    line.send(READY)
    while True:
        try:
            source = line.recv()
        except EOFError:
            return
        try:
            line.send(try_extract(source, seconds))
            keep()  # whoever holds the other end may end this process at any moment
        except KnowledgeError as error:
            line.send(error)


if __name__ == "__main__":
    gc.set_threshold(20_000)  # as the program does: what a worker makes first is knowledge, which stays
    work(Connection(int(sys.argv[1])), float(sys.argv[2]))
