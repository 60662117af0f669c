"""A run that is killed leaves a sound record, and going on gives what an undisturbed run gives."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import text

from pactbook.store.check import check
from pactbook.store.counting import count
from pactbook.store.file import RecordFile

WRITER = Path(__file__).with_name("restless_writer.py")
ARTICLES = 300
KILLS = 6


def _run(path):
    return subprocess.Popen([sys.executable, str(WRITER), str(path), str(ARTICLES)], stdout=subprocess.PIPE, text=True)


def _acknowledged(process, lines):
    """Read so many acknowledgements, then kill; return the number of articles that were said to be stored."""
    said = 0
    for _ in range(lines):
        line = process.stdout.readline()
        if not line:
            break
        said = int(line)
    time.sleep(random.Random(lines).random() / 100)
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read().split()
    process.wait()
    process.stdout.close()
    return int(rest[-1]) if rest else said


def _state(record):
    asked = (
        "SELECT c.id, c.record, a.id, a.copy_of FROM agreement_claims c JOIN articles a ON a.key = c.article ORDER BY 1"
    )
    with record.reading() as connection:
        return [tuple(row) for row in connection.execute(text(asked))]


def test_a_killed_run_loses_nothing_that_was_acknowledged_and_can_go_on(tmp_path):
    disturbed, quiet = tmp_path / "disturbed", tmp_path / "quiet"
    for kill in range(KILLS):
        stored = _acknowledged(_run(disturbed), lines=kill)
        if disturbed.exists():
            with RecordFile.open(disturbed) as record:
                assert count(record).articles >= stored
                assert check(record) == []
                with record.reading() as connection:
                    assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
                    assert connection.execute(text("PRAGMA foreign_key_check")).first() is None
    for path in (disturbed, quiet):
        process = _run(path)
        assert process.wait() == 0
        process.stdout.close()
    with RecordFile.open(disturbed) as one, RecordFile.open(quiet) as other:
        assert count(one) == count(other)
        assert _state(one) == _state(other)
