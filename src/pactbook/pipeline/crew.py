"""Do much work on all cores: in order, within bounded memory. Most of it is extracting sources.

Each worker is a process with a thread of ours that waits for it. A worker that dies on a page (a crash inside a
parser, the system out of memory) or never comes back from it is replaced; the page is tried once more alone and then
skipped with its reason.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from pactbook.errors import KnowledgeError, PactbookError, SourceError
from pactbook.model.article import Article
from pactbook.model.source import Source
from pactbook.pipeline.outcome import Failure, Outcome, address_of

if TYPE_CHECKING:
    # Reading articles needs no database, which takes a quarter of a second to load.
    from pactbook.store.rebuilding import Job

T = TypeVar("T")
R = TypeVar("R")

#: A page that takes longer than this is skipped.
SECONDS_A_PAGE = 60.0
#: What Python runs as a worker.
PROGRAM = ("-P", "-m", "pactbook.pipeline.worker")
#: What a worker gets beyond that to come back from a library that cannot be interrupted.
GRACE = 5.0
#: So few, and so small, are read in this process: starting a worker takes longer than reading them.
FEW = 3
SMALL = 1_000_000
#: Sources on their way per worker; with this many behind a slow one, reading waits for it.
AHEAD = 32
#: ... and bytes on their way in all.
HELD = 64_000_000


#: What is extracted: bytes as they came, or an article that was cleaned before.
Work = Source | Article


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def try_extract(source: Work, seconds: float) -> Outcome:
    """Extract in this process, or say why not."""
    # All that reads articles takes half a second to load, and those who only ask the record do not need it.
    from pactbook.pipeline import extraction  # noqa: PLC0415

    return extraction.try_extract(source, seconds)


def extract_all(
    sources: Iterable[Work | SourceError], workers: int | None = None, seconds: float = SECONDS_A_PAGE
) -> Generator[Outcome, None, None]:
    """What became of each source, in their order, the same at any number of ``workers`` (default: one per core).

    A source that could not even be read may stand in the input as its error; it comes out in its place. Raises
    KnowledgeError, and PactbookError when no worker can be started.
    """
    rest = iter(sources)
    first = list(islice(rest, FEW + 1))
    # Only a main thread can be called back from a page that takes too long.
    alone = threading.current_thread() is threading.main_thread()
    if alone and len(first) <= FEW and all(isinstance(s, SourceError) or _size(s) <= SMALL for s in first):
        for source in first:
            yield source if isinstance(source, SourceError) else try_extract(source, seconds)
        return
    crew = Crew(workers or cores(), lambda: Worker(PROGRAM, str(seconds), seconds))
    try:
        yield from crew.extract(chain(first, rest))
    finally:
        crew.close()


class Crew:
    """Workers that share the work among them."""

    def __init__(self, workers: int, start: Callable[[], Worker], ahead: int | None = None) -> None:
        """``workers`` processes as ``start`` makes them; ``ahead`` pieces of work are on their way per worker."""
        self._workers = [start() for _ in range(workers)]
        self._ahead = ahead or AHEAD
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="pactbook-crew")

    def extract(self, sources: Iterable[Work | SourceError]) -> Iterator[Outcome]:
        """What became of each source, in their order."""
        return self._each(sources, self._extract, lambda s: 0 if isinstance(s, SourceError) else _size(s))

    def do(self, jobs: Iterable[Job]) -> Iterator[Any]:
        """What came of each job, in their order. Raises what a job raised, PactbookError when a worker dies of it."""
        return self._each(jobs, self._do, lambda _: 0)

    def _each(self, some: Iterable[T], do: Callable[[T], R], size: Callable[[T], int]) -> Iterator[R]:
        under_way: deque[tuple[Future[R], int]] = deque()
        held, most = 0, self._ahead * len(self._workers)
        for one in some:
            under_way.append((self._threads.submit(do, one), size(one)))
            held += under_way[-1][1]
            while under_way and (under_way[0][0].done() or len(under_way) >= most or held >= HELD):
                done, bytes_ = under_way.popleft()
                held -= bytes_
                yield done.result()
        for done, _ in under_way:
            yield done.result()

    def _do(self, job: Job) -> Any:
        worker = self._idle.get()
        try:
            return worker.do(job)
        finally:
            self._idle.put(worker)

    def _extract(self, source: Work | SourceError) -> Outcome:
        if isinstance(source, SourceError):
            return source
        worker = self._idle.get()
        try:
            return worker.extract(source)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """Stop at once; what is under way is dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown()


class Worker:
    """One process at the other end of a line. One thread at a time uses it; only ``stop`` may come from another."""

    def __init__(self, program: Sequence[str], argument: str, seconds: float = SECONDS_A_PAGE) -> None:
        """Started when first needed, as Python with ``program``, the line's number and ``argument``.

        ``seconds`` is the limit for one page.
        """
        self._command = (sys.executable, *program), argument
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None
        self._stopped = False

    def do(self, job: Job) -> Any:
        """Have a job done; a worker that dies of it is replaced, and the job tried once more."""
        for _ in range(2):
            line = self._line or self._start()
            try:
                line.send(job)
                answer = line.recv()
            except (EOFError, OSError):
                self._end()
                if self._stopped:
                    break
                continue
            if isinstance(answer, PactbookError):
                raise answer
            return answer
        raise PactbookError("a worker process died at its work; nothing was changed")

    def extract(self, source: Work) -> Outcome:
        """Have ``source`` extracted; a worker that dies on it is replaced, and the source tried once more."""
        for _ in range(2):
            line = self._line or self._start()
            try:
                line.send(source)
                if not line.poll(self._seconds + GRACE):
                    self._end()
                    return Failure(address_of(source), f"reading it takes longer than {self._seconds:g} seconds")
                return _answer(line.recv())
            except (EOFError, OSError):
                self._end()
            if self._stopped:
                break
        return Failure(address_of(source), "reading it crashes the program that reads it, please report it")

    def stop(self) -> None:
        """End the process for good; a thread that waits for it is told at once that the line is dead."""
        self._stopped = True
        self._end()

    def _start(self) -> Connection:
        ours, theirs = Pipe()
        fd = theirs.fileno()
        program, argument = self._command
        command = [*program, str(fd), argument]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
        # A session of its own: Ctrl-C is for us; we close the line, and the worker goes home.
        self._process = subprocess.Popen(command, pass_fds=[fd], env=environment, start_new_session=True)
        theirs.close()
        try:
            ours.recv()
        except (EOFError, OSError) as error:
            self._end()
            raise PactbookError("a worker process could not be started; its own message stands above") from error
        self._line = ours
        return ours

    def _end(self) -> None:
        # The connection closes itself when nobody holds it any more: never under a thread that still waits on it.
        process, self._process, self._line = self._process, None, None
        if process:
            process.kill()
            process.wait()


def _size(work: Work) -> int:
    return len(work.data) if isinstance(work, Source) else len(work.text)


def _answer(received: Outcome | KnowledgeError) -> Outcome:
    if isinstance(received, KnowledgeError):
        raise received
    return received
