"""A record of every earlier version becomes, step by step, what a new one is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pactbook.store import migrations
from pactbook.store.file import APPLICATION_ID, RecordFile

HERE = Path(__file__).parent
OLD = sorted(HERE.glob("version-*.sql"))


def columns(path: Path) -> dict[str, list[tuple[str, str, int, int]]]:
    """Table → name, type, not null, place in the primary key of each column, by name: a step adds columns last."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [r[0] for r in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {t: sorted(r[1:4] + r[5:6] for r in connection.execute(f'PRAGMA table_info("{t}")')) for t in tables}


def indexes(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'"))


def test_every_version_before_this_one_is_kept() -> None:
    assert [int(p.stem.partition("-")[2]) for p in OLD] == list(range(1, migrations.newest()))


@pytest.mark.parametrize("old", OLD, ids=lambda p: p.stem)
def test_an_old_record_becomes_what_a_new_one_is(tmp_path: Path, old: Path) -> None:
    aged, fresh = tmp_path / "aged.pactbook", tmp_path / "fresh.pactbook"
    with closing(sqlite3.connect(aged)) as connection:
        connection.executescript(old.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {int(old.stem.partition('-')[2])}")
    for path in (aged, fresh):
        RecordFile.open(path).close()
    assert columns(aged) == columns(fresh)
    assert indexes(aged) == indexes(fresh)
