"""The program as it is typed: its output, its complaints and its exit status."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pactbook.cli import screen
from pactbook.cli.program import main

Typed = Callable[..., Result]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Typed:
    """Run the program inside this process, with a record of its own."""
    monkeypatch.setenv("PACTBOOK_RECORD", str(tmp_path / "record.pactbook"))

    def run(*words: object) -> Result:
        screen.screen.cache_clear()
        result = CliRunner().invoke(main, [str(w) for w in words])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run
