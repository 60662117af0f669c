"""Starting the server."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from tests.cli.conftest import Typed


def test_others_are_not_let_in_without_a_token(typed: Typed) -> None:
    result = typed("serve", "--host", "0.0.0.0")
    assert result.exit_code == 2
    assert "PACTBOOK_TOKEN" in result.output


@pytest.mark.parametrize("token", ["short", "x" * 15])
def test_a_token_that_can_be_guessed_is_refused(typed: Typed, token: str) -> None:
    result = typed("serve", "--token", token)
    assert result.exit_code == 2
    assert "too short" in result.output


def test_a_port_that_is_taken_is_named(typed: Typed) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = typed("serve", "--port", port)
    assert result.exit_code == 2
    assert str(port) in result.output
    assert "--port" in result.output


def test_a_record_that_is_not_there_cannot_be_served_for_reading_only(typed: Typed) -> None:
    result = typed("serve", "--read-only", "--port", "0")
    assert result.exit_code == 3
    assert "no record yet" in result.output


def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    words = [sys.executable, "-c", "from pactbook.cli import main; main()", "serve", "--port", "0"]
    env = os.environ | {"PACTBOOK_RECORD": str(tmp_path / "new.pactbook"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(words, env=env, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().rsplit(" at ", 1)[1].strip()
        with urllib.request.urlopen(address) as answer:
            assert "pactbook" in answer.read().decode()
        server.send_signal(signal.SIGINT)
        server.stdout.read()
        assert server.wait() == 130
    assert (tmp_path / "new.pactbook").exists()
