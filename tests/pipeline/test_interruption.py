"""Ctrl-C while a batch is stored."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from pactbook.pipeline.interruption import held_back


@pytest.fixture(autouse=True)
def hears_ctrl_c() -> Iterator[None]:
    """As in a terminal, even where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_it_takes_effect_when_the_block_is_done() -> None:
    done = []

    def store() -> None:
        with held_back():
            press()
            done.append("the rest")

    with pytest.raises(KeyboardInterrupt):
        store()
    assert done == ["the rest"]


def test_pressed_again_it_takes_effect_at_once() -> None:
    done = []

    def store() -> None:
        with held_back():
            press()
            press()
            done.append("the rest")

    with pytest.raises(KeyboardInterrupt):
        store()
    assert done == []


def test_an_error_within_comes_out_as_it_is() -> None:
    def store() -> None:
        with held_back():
            press()
            raise ValueError("of the block")

    with pytest.raises(ValueError, match="of the block"):
        store()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_afterwards_ctrl_c_works_as_before() -> None:
    with held_back():
        pass
    with pytest.raises(KeyboardInterrupt):
        press()


def test_in_another_thread_nothing_is_held() -> None:
    done = []

    def store() -> None:
        with held_back():
            done.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=store)
    thread.start()
    thread.join()
    assert done == [signal.default_int_handler]
