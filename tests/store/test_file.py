"""A file that is not ours, cannot be used or breaks: a clear error, and nothing stored is lost."""

from __future__ import annotations

import sqlite3
from threading import Thread
from time import sleep

import pytest
from sqlalchemy import text

from pactbook.errors import RecordError
from pactbook.store import file, migrations
from pactbook.store.counting import count
from pactbook.store.file import APPLICATION_ID, RecordFile
from pactbook.store.writing import Reading, write


def _sqlite(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_new_record_says_whose_it_is_and_its_folder_is_made(tmp_path):
    path = tmp_path / "a" / "b" / "record.pactbook"
    RecordFile.open(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (migrations.newest(),)
    connection.close()


def test_an_empty_file_becomes_a_record(tmp_path):
    (tmp_path / "r").touch()
    with RecordFile.open(tmp_path / "r") as record:
        assert count(record).articles == 0


def test_an_empty_file_is_no_record_to_read(tmp_path):
    (tmp_path / "r").touch()
    with pytest.raises(RecordError, match="empty"):
        RecordFile.open(tmp_path / "r", create=False)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 and more", "not a pactbook record"),
        ("Xin chào, đây là một bài báo.".encode(), "not a pactbook record"),
        (b"SQLite format 3\x00" + b"\xff" * 5000, "not a pactbook record|damaged"),
    ],
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, content, said):
    (tmp_path / "r").write_bytes(content)
    with pytest.raises(RecordError, match=said):
        RecordFile.open(tmp_path / "r")
    assert (tmp_path / "r").read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path):
    _sqlite(tmp_path / "r", "CREATE TABLE bookmarks (url)")
    before = (tmp_path / "r").read_bytes()
    with pytest.raises(RecordError, match="another program"):
        RecordFile.open(tmp_path / "r")
    assert (tmp_path / "r").read_bytes() == before


def test_a_newer_record_is_refused(tmp_path):
    RecordFile.open(tmp_path / "r").close()
    _sqlite(tmp_path / "r", "PRAGMA user_version = 999")
    with pytest.raises(RecordError, match=r"newer pactbook.*999"):
        RecordFile.open(tmp_path / "r")


@pytest.mark.parametrize("options", [{"create": False}, {"read_only": True}])
def test_a_record_that_is_not_there_is_not_made_for_reading(tmp_path, options):
    with pytest.raises(RecordError, match="no such record"):
        RecordFile.open(tmp_path / "r", **options)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_record(tmp_path):
    with pytest.raises(RecordError, match="folder"):
        RecordFile.open(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(RecordError, match="file"):
        RecordFile.open(tmp_path / "file" / "r")


def test_a_locked_record_is_told_after_waiting(tmp_path, make):
    RecordFile.open(tmp_path / "r").close()
    other = sqlite3.connect(tmp_path / "r", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with RecordFile.open(tmp_path / "r", wait=0.05) as record:
        with pytest.raises(RecordError, match="another program is writing"), record.writing():
            pass
        assert count(record).articles == 0  # A reader does not wait for a writer.
        other.execute("ROLLBACK")
        with record.writing():
            pass
    other.close()


def test_a_full_disk_is_told_and_nothing_stored_is_lost(tmp_path, make, desk):
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    before = count(desk.file)
    desk.file.close()
    with RecordFile.open(desk.file.path) as record:
        with record.reading() as connection:
            pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        # The pool hands the same connection out again, limit and all.
        with record.writing() as connection:
            connection.execute(text(f"PRAGMA max_page_count = {pages + 2}"))
        long = "KOICA and MOST signed a memorandum. " * 20_000
        with pytest.raises(RecordError, match="disk is full"):
            type(desk)(record).add(make.told("b", long))
        assert count(record) == before
    with RecordFile.open(desk.file.path) as record:
        type(desk)(record).add(make.told("b", "KOICA and MOST signed a contract."))
        assert count(record).articles == 2


def test_a_record_opened_for_reading_is_not_written(tmp_path, make, desk):
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    with RecordFile.open(desk.file.path, read_only=True) as record:
        assert count(record).articles == 1
        with pytest.raises(RecordError, match="reading only"):
            type(desk)(record).add(make.told("b", "KOICA and MOST signed a contract."))


def _schema(path):
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT type, name, tbl_name FROM sqlite_master ORDER BY 1, 2").fetchall()
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return rows, version


def test_an_older_record_is_brought_up_to_date_step_by_step_and_keeps_what_it_holds(tmp_path, make, desk, monkeypatch):
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    desk.file.close()
    now = migrations.newest()
    steps = {
        now + 1: lambda c: c.exec_driver_sql("ALTER TABLE articles ADD COLUMN mood TEXT DEFAULT 'calm'"),
        now + 2: lambda c: c.exec_driver_sql("UPDATE articles SET mood = mood || ' again'"),
    }
    monkeypatch.setattr(migrations, "STEPS", steps)
    with RecordFile.open(desk.file.path) as record:
        assert count(record).articles == 1
        with record.reading() as connection:
            assert connection.execute(text("SELECT mood FROM articles")).scalar_one() == "calm again"
    assert _schema(desk.file.path)[1] == now + 2


def test_a_step_that_fails_leaves_the_record_as_it_was(desk, monkeypatch):
    desk.file.close()
    before = _schema(desk.file.path)

    def fail(connection):
        connection.exec_driver_sql("CREATE TABLE half (way)")
        connection.exec_driver_sql("ALTER TABLE nowhere ADD COLUMN x")

    monkeypatch.setattr(migrations, "STEPS", {migrations.newest() + 1: fail})
    with pytest.raises(RecordError, match="nowhere"):
        RecordFile.open(desk.file.path)
    assert _schema(desk.file.path) == before


def test_an_older_record_cannot_be_read_without_being_brought_up_to_date(desk, monkeypatch):
    desk.file.close()
    monkeypatch.setattr(migrations, "STEPS", {migrations.newest() + 1: lambda c: None})
    with pytest.raises(RecordError, match="open it for writing"):
        RecordFile.open(desk.file.path, read_only=True)


def test_a_writer_that_waits_for_another_says_so(tmp_path, make, monkeypatch, caplog):
    monkeypatch.setattr(file, "PATIENCE", 0.05)
    path = tmp_path / "r"
    with RecordFile.open(path, wait=20) as record, RecordFile.open(path) as other:
        with other.writing() as connection:
            connection.exec_driver_sql("SELECT 1")
            waiting = Thread(target=write, args=(record, [Reading("a", "a", "1", make.told("a", "KOICA signed."))]))
            waiting.start()
            for _ in range(200):
                if caplog.messages:
                    break
                sleep(0.02)
            assert count(other).articles == 0
        waiting.join()
        assert "another program is writing to it" in caplog.text
        assert count(record).articles == 1


def test_a_writer_that_need_not_wait_says_nothing(tmp_path, caplog):
    with RecordFile.open(tmp_path / "r") as record, record.writing():
        pass
    assert caplog.messages == []
