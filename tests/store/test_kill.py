"""A run that is killed leaves a sound record, and going on gives what an undisturbed run gives."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import text

from pactbook.pipeline.reviewing import Review
from pactbook.store.check import check
from pactbook.store.counting import count
from pactbook.store.file import RecordFile

WRITER = Path(__file__).with_name("restless_writer.py")
ARTICLES = 300
KILLS = 50


def _run(path):
    return subprocess.Popen([sys.executable, str(WRITER), str(path), str(ARTICLES)], stdout=subprocess.PIPE, text=True)


def _acknowledged(process, lines):
    """Read so many acknowledgements, then kill; return how many articles and decisions were said to be stored."""
    said = [process.stdout.readline() for _ in range(lines)]
    time.sleep(random.Random(lines).random() / 50)
    process.send_signal(signal.SIGKILL)
    said += process.stdout.readlines()
    process.wait()
    process.stdout.close()
    # A line that the kill cut short acknowledges nothing.
    whole = [tuple(map(int, line.split())) for line in said if line.endswith("\n")]
    return max((a for a, _ in whole), default=0), max((d for _, d in whole), default=0)


def _state(record):
    asked = (
        "SELECT c.id, c.record, a.id, a.copy_of FROM agreement_claims c JOIN articles a ON a.key = c.article ORDER BY 1"
    )
    with record.reading() as connection:
        rows = [tuple(row) for row in connection.execute(text(asked))]
        return rows, [tuple(row) for row in connection.execute(text("SELECT * FROM agreements ORDER BY id"))]


def test_a_killed_run_loses_nothing_that_was_acknowledged_and_can_go_on(tmp_path):
    disturbed, quiet = tmp_path / "disturbed", tmp_path / "quiet"
    for kill in range(KILLS):
        stored, decided = _acknowledged(_run(disturbed), lines=kill % 12)
        if disturbed.exists():
            with RecordFile.open(disturbed) as record:
                assert count(record).articles >= stored
                assert len(Review(record, "Mai").log()) >= decided
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
