"""A worker for tests: what a page says is what it does to the program that reads it."""

import os
import signal
import sys
import time
from multiprocessing.connection import Connection

from pactbook.errors import KnowledgeError
from pactbook.model.article import Article
from pactbook.model.claim import Extraction
from pactbook.model.source import Source
from pactbook.pipeline import extraction, worker


def hang() -> None:
    """As a library does that never comes back to Python: nothing but a kill ends it."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    time.sleep(600)


def fill_memory() -> None:
    raise MemoryError


def fail() -> None:
    raise ValueError("no such tag\nand a second line")


def unlearn() -> None:
    raise KnowledgeError("knowledge/en/money.toml: no such file")


def die_once() -> None:
    """As when the system is short of memory for a moment."""
    flag = os.environ["MOODY_FLAG"]
    if not os.path.exists(flag):  # noqa: PTH110 - as plain as can be
        open(flag, "w").close()  # noqa: PTH123
        os.kill(os.getpid(), signal.SIGKILL)


MOODS = {
    b"crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    b"hang": hang,
    b"sleep": lambda: time.sleep(600),
    b"fill memory": fill_memory,
    b"fail": fail,
    b"unlearn": unlearn,
    b"die once": die_once,
}


def extract(source: Source) -> Extraction:
    MOODS.get(source.data, lambda: None)()
    text = source.data.decode()
    return Extraction(Article(text, source.address, "en", None, None, None, None, text, ()), (), (), (), (), "moody")


if __name__ == "__main__":
    extraction.extract = extract
    worker.work(Connection(int(sys.argv[1])), float(sys.argv[2]))
