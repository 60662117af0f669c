"""A limit on the time that one page may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooLong(BaseException):
    """The time is up. No Exception, so that no library's ``except Exception`` takes it for its own."""


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise TooLong


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Raise TooLong inside the block when ``seconds`` have passed.

    Only a process's main thread can be interrupted so; in any other thread the block has no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
