"""Adding, stopping, going on."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import get_args

import pytest

import pactbook
from pactbook.pipeline.book import Table

SAMPLES = Path(__file__).parents[2] / "src" / "pactbook" / "samples"
PROGRAM = (sys.executable, "-c", "from pactbook.cli import main; main()")


PLACES = ("Hanoi", "Hue", "Danang", "Haiphong", "Seoul", "Busan", "Daegu", "Incheon", "Gwangju", "Ulsan", "Jeju")
SOUNDS = ("ba", "den", "fol", "gi", "hum", "ker", "lo", "mar", "ni", "pel", "ro", "sta", "tun", "wer")


def corpus(folder: Path, stories: int) -> Path:
    """``stories`` articles, each with a deal of its own and words of its own around it."""
    folder.mkdir()
    for n in range(stories):
        chance = random.Random(n)
        here, there = chance.sample(PLACES, 2)
        matter, *other = ("".join(chance.choices(SOUNDS, k=3)) for _ in range(40))
        around = "".join(
            f"The {a} of the {b} was in the {c} with a {d}. " for a, b, c, d in zip(*[iter(other)] * 4, strict=False)
        )
        text = f"""{here} and {there} universities sign on {matter}

{here.upper()}, May {n % 28 + 1}, 2023 - {here} National University and {there} University signed a memorandum on
{matter} worth US${n + 1} million in {here} on May {n % 28 + 1}.

{around}
"""
        (folder / f"{n:04}.txt").write_text(text, encoding="utf-8")
    return folder


def exported(record: Path, folder: Path) -> list[bytes]:
    tables: list[Table] = [what for what in get_args(Table) if what not in ("all", "decisions")]
    with pactbook.open_record(record) as book:
        assert book.check() == []
        for what in tables:
            book.export(what, "jsonl", folder / f"{record.stem}-{what}.jsonl")
    return [(folder / f"{record.stem}-{what}.jsonl").read_bytes() for what in tables]


def test_the_summary_and_the_same_again(typed, tmp_path: Path) -> None:
    folder = corpus(tmp_path / "news", 5)
    copied = (folder / "0003.txt").read_text().replace("memorandum on", "memorandum about")
    (folder / "wire.txt").write_text(copied)
    first = typed("add", folder)
    assert first.exit_code == 0
    assert "Read 6 sources: 6 new, 0 already known, 0 skipped." in first.stdout
    assert "Near-copies: 1 more" in first.stdout
    before = typed("export", "claims", "--format", "jsonl").stdout
    again = typed("add", folder)
    assert again.exit_code == 0
    assert "0 new, 6 already known, 0 skipped." in again.stdout
    assert typed("export", "claims", "--format", "jsonl").stdout == before


def test_a_record_among_the_articles_is_no_article(typed, tmp_path: Path) -> None:
    folder = corpus(tmp_path / "news", 2)
    for _ in range(2):
        done = typed("add", folder, "--record", folder / "news.pactbook")
        assert (done.exit_code, "Read 2 sources" in done.stdout) == (0, True), done.stdout


def test_json_says_the_same(typed, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = typed("add", tmp_path / "empty.txt", "--json")
    said = json.loads(result.stdout)
    assert result.exit_code == 1
    assert said["read"] == 1
    assert said["skipped"] == [{"source": str(tmp_path / "empty.txt"), "reason": "the file is empty"}]


@pytest.mark.parametrize("kill", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill -9"])
def test_a_run_that_is_stopped_leaves_a_sound_record_and_the_next_goes_on(tmp_path: Path, kill: signal.Signals) -> None:
    folder = corpus(tmp_path / "news", 150)
    whole, stopped = tmp_path / "whole.pactbook", tmp_path / "stopped.pactbook"
    run = subprocess.Popen(
        [*PROGRAM, "add", folder, "--record", stopped, "--workers", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for_articles(stopped)
    run.send_signal(kill)
    _, said = run.communicate(timeout=60)
    if kill == signal.SIGINT:
        assert run.returncode == 130
        assert said == "Stopped. What was read is in the record; the same command goes on from here.\n"
    else:
        assert run.returncode == -signal.SIGKILL
    with pactbook.open_record(stopped) as book:
        kept = book.count().articles
        assert book.check() == []
        rest = book.add(folder)
    assert 0 < kept < rest.read
    assert (rest.known, rest.new) == (kept, rest.read - kept)
    with pactbook.open_record(whole) as book:
        book.add(folder)
    assert exported(stopped, tmp_path) == exported(whole, tmp_path)


def wait_for_articles(record: Path) -> None:
    for _ in range(600):
        if record.exists():
            with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as connection:
                try:
                    found = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
                except sqlite3.Error:
                    found = 0
            connection.close()
            if found:
                return
        time.sleep(0.05)
    pytest.fail("nothing was stored")


def test_exports_are_equal_byte_by_byte_at_any_number_of_workers(tmp_path: Path) -> None:
    results = []
    for workers in (1, 4):
        with pactbook.open_record(tmp_path / f"{workers}.pactbook") as book:
            book.add(SAMPLES / "*.html", SAMPLES / "*.txt", workers=workers)
        results.append(exported(tmp_path / f"{workers}.pactbook", tmp_path))
    assert results[0] == results[1]
    assert all(results[0])


def test_a_terminal_gets_a_progress_bar_and_no_other_does(tmp_path: Path) -> None:
    folder = corpus(tmp_path / "news", 8)
    command = [*PROGRAM, "add", str(folder), "--record", str(tmp_path / "r.pactbook")]
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "wb") as terminal:
        subprocess.run(command, stdout=subprocess.PIPE, stderr=terminal, env=os.environ | {"TERM": "xterm"}, check=True)
    shown = os.read(ours, 100_000).decode(errors="replace")
    os.close(ours)
    assert "Reading" in shown
    assert f"/{len(list(folder.iterdir()))}" in shown
    piped = subprocess.run(command, capture_output=True, check=True)
    assert piped.stderr == b""
