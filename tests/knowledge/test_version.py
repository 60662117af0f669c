"""The extractor's version changes with what it knows, and with nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pactbook.knowledge.version import extractor_version, version_of


def a_folder(root: Path) -> Path:
    (root / "en").mkdir(parents=True)
    (root / "en" / "money.toml").write_text('words = ["won"]\n', encoding="utf-8")
    (root / "reading.py").write_text("X = 1\n", encoding="utf-8")
    return root


def test_the_version_is_the_same_in_every_process() -> None:
    asked = "from pactbook.knowledge.version import extractor_version; print(extractor_version())"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.strip()
    assert said == extractor_version()


def test_a_word_more_is_another_version(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "knowledge")
    before = version_of([folder])
    (folder / "en" / "money.toml").write_text('words = ["won", "dong"]\n', encoding="utf-8")
    assert version_of([folder]) != before


def test_a_renamed_file_is_another_version(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "knowledge")
    before = version_of([folder])
    (folder / "reading.py").rename(folder / "readings.py")
    assert version_of([folder]) != before


def test_compiled_files_and_notes_do_not_count(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "knowledge")
    before = version_of([folder])
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "reading.pyc").write_bytes(b"compiled")
    (folder / "notes.md").write_text("a note", encoding="utf-8")
    assert version_of([folder]) == before
