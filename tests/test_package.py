"""What ``import pactbook`` gives."""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import pactbook
from pactbook.pipeline import crew

STORY = """Hanoi, Seoul sign deal on customs data

HANOI, May 3, 2023 - The General Department of Vietnam Customs and the Korea Customs Service signed a memorandum of
understanding on the exchange of customs data in Hanoi on Tuesday. The deal is worth US$100 million, officials said.
"""


@pytest.mark.parametrize("name", pactbook.__all__)
def test_every_public_name_is_there_and_explains_itself(name: str) -> None:
    thing = getattr(pactbook, name)
    assert inspect.getdoc(thing)


def test_every_verb_of_a_record_explains_itself() -> None:
    verbs = [verb for name, verb in vars(pactbook.Record).items() if not name.startswith("_")]
    assert len(verbs) >= 9
    assert [verb for verb in verbs if not inspect.getdoc(verb)] == []


def test_version() -> None:
    assert pactbook.__version__ == version("pactbook")


def test_no_other_name() -> None:
    with pytest.raises(AttributeError, match="frobnicate"):
        _ = pactbook.frobnicate


def test_importing_it_loads_no_parser_and_no_database() -> None:
    heavy = ("lxml", "trafilatura", "sqlalchemy")
    code = f"import sys, pactbook, pactbook.cli; print([m for m in {heavy} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_script_without_a_main_guard_may_use_all_cores(tmp_path: Path) -> None:
    for n in range(crew.FEW + 2):
        (tmp_path / f"{n}.txt").write_text(STORY.replace("100", str(n)))
    script = tmp_path / "script.py"
    script.write_text(f"import pactbook\nprint(len(list(pactbook.extract({str(tmp_path / '*.txt')!r}, workers=2))))\n")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout == f"{crew.FEW + 2}\n"


def test_extract_takes_paths_and_sources_and_gives_bad_ones_to_a_function(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_bytes(b"")
    skipped: list[pactbook.SourceError] = []
    memory = pactbook.Source("memory", STORY.encode())
    found = list(pactbook.extract(tmp_path, memory, "no such file", skipped=skipped.append))
    assert [e.article.source for e in found] == [str(tmp_path / "a.txt"), "memory"]
    assert [Path(error.address).name for error in skipped] == ["b.txt", "no such file"]


def test_extract_warns_of_what_nobody_takes_and_reads_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    with pytest.warns(UserWarning, match="skipped: no such file"):
        found = list(pactbook.extract("no such file", tmp_path))
    assert [e.article.source for e in found] == [str(tmp_path / "a.txt")]


def test_filters_take_one_word_or_several(tmp_path: Path) -> None:
    with pactbook.open_record(tmp_path / "r.pactbook") as record:
        (tmp_path / "a.txt").write_text(STORY)
        record.add(tmp_path / "a.txt")
        one, several = record.search(kind="memorandum"), record.search(kind=["memorandum", "loan"], status=("signed",))
        assert [h.record.id for h in one] == [h.record.id for h in several]
        assert len(one) == 1
        assert record.check() == []


def test_the_record_is_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACTBOOK_RECORD", str(tmp_path / "here.pactbook"))
    with pactbook.open_record() as record:
        assert record.path == tmp_path / "here.pactbook"
    monkeypatch.delenv("PACTBOOK_RECORD")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    with pactbook.open_record() as record:
        assert record.path.is_relative_to(tmp_path)
        assert record.path.name == "record.pactbook"
