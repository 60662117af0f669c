"""The journal of what changed: complete as far back as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactbook.store import journal
from pactbook.store.file import RecordFile


def write(record: RecordFile, *names: str) -> None:
    with record.writing() as connection:
        journal.touch(connection, "articles", names)


def since(record: RecordFile, change: int) -> set[str] | None:
    with record.reading() as connection:
        found = journal.touched_since(connection, change)
    return None if found is None else found["articles"]


def test_it_tells_what_was_touched_after_a_change(tmp_path: Path) -> None:
    with RecordFile.open(tmp_path / "r.pactbook") as record:
        with record.reading() as connection:
            start = journal.changes(connection)
        write(record, "a", "b")
        write(record, "b", "c")
        assert since(record, start) == {"a", "b", "c"}
        assert since(record, start + 1) == {"b", "c"}
        assert since(record, start + 2) == set()


def test_a_change_that_was_not_made_leaves_no_line(tmp_path: Path) -> None:
    with RecordFile.open(tmp_path / "r.pactbook") as record:
        with pytest.raises(TypeError):
            write(record, "a", 1)  # type: ignore[arg-type]
        assert since(record, 1) == set()


def test_it_forgets_the_oldest_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT", 3)
    with RecordFile.open(tmp_path / "r.pactbook") as record:
        for name in "abcdefg":
            write(record, name)
        with record.reading() as connection:
            now = journal.changes(connection)
        assert since(record, now - 3) == {"e", "f", "g"}
        assert since(record, now - 5) is None


def test_where_anything_may_have_changed_nobody_can_follow(tmp_path: Path) -> None:
    with RecordFile.open(tmp_path / "r.pactbook") as record:
        with record.reading() as connection:
            before = journal.changes(connection)
        with record.writing() as connection:
            journal.touch_all(connection)
        assert since(record, before) is None
        write(record, "a")
        assert since(record, before) is None
        assert since(record, before + 1) == {"a"}
