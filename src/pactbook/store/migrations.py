"""Bring an older record up to date: one numbered step per schema version, forward only.

A new file is made from ``tables`` at the newest version. To change a table: change ``tables``, write the step that
does the same to an old file, and add it to STEPS. A test compares both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

Step = Callable[[Connection], None]

#: Version → the step that leads to it from the version before. Version 1 is the first there was.
STEPS: Mapping[int, Step] = {}


def newest(steps: Mapping[int, Step] = STEPS) -> int:
    """The schema version of this program."""
    return max(steps, default=1)


def migrate(connection: Connection, version: int, steps: Mapping[int, Step] = STEPS) -> None:
    """Take the steps from ``version`` to the newest, within the caller's transaction."""
    for number in range(version + 1, newest(steps) + 1):
        steps[number](connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {newest(steps)}")
