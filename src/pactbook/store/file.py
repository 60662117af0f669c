"""The record file: open it, make it, and refuse what is not ours."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, insert
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from pactbook.errors import RecordError
from pactbook.store import fulltext, journal, migrations
from pactbook.store.tables.journal import pulse
from pactbook.store.tables.whole import create_tables
from pactbook.store.trouble import told

#: "PACT": what SQLite's header says of a file of ours.
APPLICATION_ID = 0x50414354
#: Seconds of waiting for another writer after which the user is told; Python prints such a warning on standard error.
PATIENCE = 1.0

_LOG = logging.getLogger(__name__)


class RecordFile:
    """An open record. Use ``RecordFile.open``; close it, or use it in a ``with`` statement."""

    def __init__(self, path: Path, engine: Engine, *, read_only: bool, wait: float = 30.0) -> None:
        self.path = path
        self.read_only = read_only
        self._wait = wait
        self._engine = engine

    @classmethod
    def open(cls, path: Path, *, create: bool = True, read_only: bool = False, wait: float = 30.0) -> RecordFile:
        """Open the record at ``path``; make it and its folder if ``create`` and there is none.

        ``wait`` is how many seconds to wait for another program that writes to it. Raises RecordError: there is no
        such file, it is not ours, newer than this program, locked, damaged, or cannot be written.
        """
        path = Path(path)
        create = create and not read_only
        if not path.exists() and not create:
            raise RecordError(f"{path}: there is no such record")
        if path.is_dir():
            raise RecordError(f"{path}: this is a folder, not a record")
        version = _inspect(path)
        record = cls(path, _engine(path, read_only=read_only, wait=wait), read_only=read_only, wait=wait)
        if version < migrations.newest():
            try:
                record._bring_up_to_date(create=create)
            except BaseException:
                record.close()
                raise
        return record

    def _bring_up_to_date(self, *, create: bool) -> None:
        if self.read_only:
            raise RecordError(f"{self.path}: it must be brought up to date before it can be read; open it for writing")
        with self.writing() as connection:
            # Another program may have done it while this one waited for the lock.
            version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
            if version:
                migrations.migrate(connection, version)
            elif create:
                create_tables(connection)
                connection.execute(insert(pulse).values(changes=0))
                fulltext.create(connection)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {migrations.newest()}")
            else:
                raise RecordError(f"{self.path}: the file is empty")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record, whatever is written meanwhile."""
        with told(self.path), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction: all that is written in it is stored, or, if anything is raised, nothing."""
        with self.noting() as connection:
            yield connection
            journal.finish(connection)

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """The same for what people keep beside the record, as their searches: what others hold of it still holds."""
        if self.read_only:
            raise RecordError(f"{self.path}: it was opened for reading only")
        with told(self.path), self._engine.connect() as connection:
            self._begin(connection)
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def _begin(self, connection: Connection) -> None:
        """Ask for the lock now: two writers then wait for each other instead of failing half way."""
        if self._wait > PATIENCE:
            try:
                _ask_for_lock(connection, PATIENCE)
                connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(self._wait * 1000)}")
                return
            except OperationalError as error:
                if "locked" not in str(error.orig):
                    raise
            _LOG.warning("%s: another program is writing to it; waiting for up to %.0f s", self.path, self._wait)
        _ask_for_lock(connection, self._wait)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> RecordFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _ask_for_lock(connection: Connection, seconds: float) -> None:
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(seconds * 1000)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _inspect(path: Path) -> int:
    """The schema version of the file, 0 where there is none yet. Raises RecordError for a file that is not ours."""
    if not path.exists():
        _make_folder(path)
        return 0
    try:
        with path.open("rb") as file:
            header = file.read(16)
    except OSError as error:
        raise RecordError(f"{path}: {error.strerror}") from error
    if not header:
        return 0
    if header != b"SQLite format 3\x00":
        raise RecordError(f"{path}: this is not a pactbook record")
    application, version, tables = _ask(path)
    if application != APPLICATION_ID:
        if tables:
            raise RecordError(f"{path}: this is a database of another program, not a pactbook record")
        return 0  # What a kill in the first moment leaves.
    if version > migrations.newest():
        raise RecordError(
            f"{path}: this record was made by a newer pactbook (its version is {version}, this program knows "
            f"{migrations.newest()}); please upgrade pactbook"
        )
    return version


def _ask(path: Path) -> tuple[int, int, int]:
    """Application id, schema version, number of tables: asked of SQLite, since the header may lag behind its log."""
    asked = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    with told(path), closing(sqlite3.connect(_address(path, read_only=True), uri=True)) as connection:
        application, version, tables = (int(connection.execute(q).fetchone()[0]) for q in asked)
    return application, version, tables


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"{path.parent}: the folder for the record cannot be made: {error.strerror}") from error


def _engine(path: Path, *, read_only: bool, wait: float) -> Engine:
    address = _address(path, read_only=read_only)

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")

    return engine


def _address(path: Path, *, read_only: bool) -> str:
    if not read_only:
        mode = "mode=rwc"
    elif os.access(path.parent, os.W_OK) or path.with_name(path.name + "-wal").exists():
        mode = "mode=ro"
    else:
        # Where the folder cannot be written, SQLite cannot share the file with a writer: read it as it stands.
        mode = "mode=ro&immutable=1"
    return f"file:{quote(str(path.resolve()))}?{mode}"
