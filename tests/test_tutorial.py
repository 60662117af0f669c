"""The tutorial, typed from its first command to its last at a desk with the sample articles.

``python -m tests.test_tutorial`` writes into the page what the commands answer today.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

import openpyxl
import pytest

from .test_readme import CONSOLE, ROOT, SAMPLES, run, steady

PAGE = ROOT / "docs" / "tutorial.md"

#: A line that stands for any number of lines.
LEFT_OUT = "..."
ID = re.compile(r"\b(?:[0-9a-f]{20}|[0-9a-f]{16}|[0-9a-f]{10})\b")
#: When a decision was made.
WHEN = re.compile(r"(?<=Mai, )\d{4}-\d\d-\d\d")


def steps() -> Iterator[tuple[str, list[str]]]:
    """Each command of the page with the lines that it is said to answer."""
    for block in CONSOLE.findall(PAGE.read_text(encoding="utf-8")):
        for step in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, *lines = step.rstrip().split("\n")
            yield command, lines


@dataclass
class Desk:
    """Where the tutorial is typed. Ids change when the samples are read better: ``ids`` are those of today."""

    folder: Path
    settings: list[str] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)

    def type(self, command: str, shown: list[str]) -> list[str]:
        """The lines that the command answers now."""
        if command.startswith("export "):
            self.settings.append(command)
            return []
        typed = ID.sub(lambda m: self.ids.get(m[0], m[0]), command)
        now = [line.rstrip() for line in run("; ".join([*self.settings, typed]), self.folder).rstrip().split("\n")]
        self._learn(shown, now)
        return now

    def _learn(self, shown: list[str], now: list[str]) -> None:
        """A line of the page and the line of today that differ in nothing but their ids name the same things."""
        today = {blank(line): line for line in now}
        for line in shown:
            self.ids |= dict(zip(ID.findall(line), ID.findall(today.get(blank(line), "")), strict=False))


def blank(line: str) -> str:
    """The line without ids, days of deciding, and totals that change with every better reading of the samples."""
    return steady(WHEN.sub("DAY", ID.sub("ID", line)))


def fits(shown: list[str], now: list[str]) -> bool:
    """Whether the page shows what came, but for what it leaves out."""
    pattern = "".join(r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(blank(line)) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{blank(line)}\n" for line in now)) is not None


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("tutorial"))


def make_desk(folder: Path) -> Desk:
    pages = folder / "pages"
    pages.mkdir()
    for sample in (*SAMPLES.glob("*.html"), *SAMPLES.glob("*.txt")):
        shutil.copy(sample, pages)
    return Desk(folder)


def test_every_command_answers_as_shown_and_the_correction_is_in_the_table(desk: Desk) -> None:
    for command, shown in steps():
        now = desk.type(command, shown)
        assert fits(shown, now), f"python -m tests.test_tutorial\n$ {command}\n" + "\n".join(now)
    sheet = openpyxl.load_workbook(desk.folder / "workers.xlsx").active
    head, *rows = ([c.value for c in row] for row in sheet)
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    (corrected,) = [c for c in cells if c["decided"]]
    assert re.fullmatch(r"parties: Mai, \d{4}-\d\d-\d\d \(the county struck it, not Lam Thuy\)", corrected["decided"])
    assert corrected["parties"] == "Hanbit; Sampaloc Norte"
    assert corrected["date_first"].isoformat()[:10] == "2019-01-01"
    said = {(c["subject"], c["commitment"]) for c in cells}
    assert ("social insurance", "under_way") in said
    assert {c for _, c in said} == {"pledge", "commitment", "under_way", "ended"}


def today(shown: list[str], now: list[str]) -> list[str]:
    """The lines of the page as they read today; what it leaves out stays left out."""
    lines: list[str] = []
    matcher = SequenceMatcher(None, list(map(blank, shown)), list(map(blank, now)), autojunk=False)
    for change, start, end, first, last in matcher.get_opcodes():
        if change == "equal" or LEFT_OUT in shown[start:end]:
            lines += shown[start:end]
        else:
            lines += now[first:last]
    return lines


def update() -> None:
    """Write into the page what the commands answer today; what it leaves out stays left out. Read it afterwards."""
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder))
        for command, shown in steps():
            now = desk.type(command, shown)
            answer = "\n".join([f"$ {command}", *today(shown, now)])
            page = page.replace("\n".join([f"$ {command}", *shown]), answer, 1)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    update()
