"""The first thing that anybody sees."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest


def test_the_demo_shows_agreements_with_evidence_and_every_next_step_works(
    typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = typed("demo")
    assert result.exit_code == 0, result.output
    assert "0 skipped" in result.stdout
    assert result.stdout.count("“") >= 5
    _, next_steps = result.stdout.split("What to type next:")
    commands = [shlex.split(line)[1:] for line in next_steps.splitlines() if line.startswith("    ")]
    assert [words[0] for words in commands] == ["search", "search", "show", "export", "add"]
    for words in commands[:-1]:
        step = typed(*words)
        assert step.exit_code == 0, step.output
        assert "answers this" not in step.stdout
    assert (tmp_path / "agreements.xlsx").stat().st_size > 0


def test_the_demo_again_changes_nothing(typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first, again = typed("demo").stdout, typed("demo").stdout
    assert "0 new, 22 already known" in again
    assert first.split("\n\n", 1)[1] == again.split("\n\n", 1)[1]
