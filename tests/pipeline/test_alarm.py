"""The limit on the time of one page."""

import signal
import threading
import time

import pytest

from pactbook.pipeline.alarm import TooLong, alarm


def test_a_block_that_takes_too_long_is_interrupted() -> None:
    with pytest.raises(TooLong), alarm(0.05):
        time.sleep(60)


def test_the_alarm_is_off_after_the_block() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with alarm(60):
        pass
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    assert signal.getsignal(signal.SIGALRM) is before


def test_another_thread_has_no_limit_and_no_error() -> None:
    done = []

    def run() -> None:
        with alarm(0.01):
            time.sleep(0.05)
            done.append(True)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert done == [True]
