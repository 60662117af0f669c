"""The README's commands and its Python do what it shows.

``python tests/test_readme.py`` writes the output that the commands give today into the README and docs/query.md.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
#: Documents whose commands are run.
RUN = (README, ROOT / "docs" / "query.md")
SAMPLES = ROOT / "src" / "pactbook" / "samples"
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.M | re.S)
PYTHON = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.M | re.S)


def make_desk(folder: Path) -> None:
    """What the reader of the README has at hand: the record of ``make demo``, and some pages."""
    run("pactbook demo", folder)
    (folder / "pages").mkdir()
    for sample in (*SAMPLES.glob("*.html"), *SAMPLES.glob("*.txt")):
        shutil.copy(sample, folder / "pages")


def run(command: str, folder: Path) -> str:
    program = f"{sys.executable} -c 'from pactbook.cli import main; main(prog_name=\"pactbook\")'"
    done = subprocess.run(
        ["bash", "-c", f'pactbook() {{ {program} "$@"; }}; {command}'],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.stdout}"
    return done.stdout


def fresh(block: str, folder: Path) -> str:
    """A console block with the output that its commands give now."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{line}\n{run(line[2:], folder).strip()}\n\n" for line in commands).rstrip() + "\n"


def steady(block: str) -> str:
    """The block without ids and totals: they change a little with every better reading of the samples."""
    return re.sub(r"\b([0-9a-f]{10}|\d+(?= (articles|agreements|figures|organisations|rows)\b))", "N", block)


@pytest.mark.parametrize("document", RUN, ids=lambda path: path.name)
def test_every_command_of_a_document_prints_what_it_shows(tmp_path: Path, document: Path) -> None:
    make_desk(tmp_path)
    shown = CONSOLE.findall(document.read_text(encoding="utf-8"))
    assert shown
    now = [fresh(block, tmp_path) for block in shown]
    assert list(map(steady, now)) == list(map(steady, shown)), "python tests/test_readme.py brings it up to date"


def test_the_readme_s_python_runs_and_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_desk(tmp_path)
    monkeypatch.chdir(tmp_path)
    (code,) = PYTHON.findall(README.read_text(encoding="utf-8"))
    assert len(code.strip().splitlines()) <= 7
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    articles, *agreements = done.stdout.splitlines()
    assert articles == f"{len(list((tmp_path / 'pages').iterdir()))} articles read"
    assert agreements


def test_every_file_that_the_documents_name_is_there() -> None:
    for document in (README, ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for name in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / name).exists(), f"{document.name} names {name}"


def update() -> None:
    with tempfile.TemporaryDirectory() as folder:
        make_desk(Path(folder))
        for document in RUN:
            text = document.read_text(encoding="utf-8")
            document.write_text(CONSOLE.sub(lambda block: fresh(block[0], Path(folder)), text), encoding="utf-8")


if __name__ == "__main__":
    update()
