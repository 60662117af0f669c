"""The commands and the Python of the pages in docs do what they show.

``python -m tests.test_docs`` writes into the pages what the commands print today.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from .test_readme import CONSOLE, PYTHON, ROOT, fresh, make_desk, steady

#: Pages whose examples run at a desk with the record of ``pactbook demo`` and a folder of sample pages.
PAGES = [ROOT / "docs" / name for name in ("export.md", "api.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_command_prints_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    make_desk(tmp_path)
    shown = CONSOLE.findall(page.read_text(encoding="utf-8"))
    assert shown or PYTHON.search(page.read_text(encoding="utf-8")), "a page without examples"
    now = [fresh(block, tmp_path) for block in shown]
    assert list(map(_steady, now)) == list(map(_steady, shown)), "python -m tests.test_docs brings it up to date"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_the_python_of_the_page_runs(page: Path, tmp_path: Path) -> None:
    make_desk(tmp_path)
    for code in PYTHON.findall(page.read_text(encoding="utf-8")):
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "False" not in done.stdout


def _steady(block: str) -> str:
    """The block without numbers of rows: they change a little with every better reading of the samples."""
    words = ("entities", "references", "nodes")
    return "\n".join(
        " ".join("N" if after.startswith(words) else word for word, after in zip(s, [*s[1:], ""], strict=True))
        for s in (line.split(" ") for line in steady(block).splitlines())
    )


def update() -> None:
    """Write the pages anew."""
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            make_desk(Path(folder))
            text = page.read_text(encoding="utf-8")
            page.write_text(CONSOLE.sub(lambda block: fresh(block[0], Path(folder)), text), encoding="utf-8")


if __name__ == "__main__":
    update()
