"""Bring an older record up to date: one numbered step per schema version, forward only.

A new file is made from ``tables`` at the newest version. To change a table: change ``tables``, write the step that
does the same to an old file, and add it to STEPS.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

Step = Callable[[Connection], None]


def _keep_rules_and_confidence(connection: Connection) -> None:
    """The rule of each mention, and how sure each claim is. Both stay empty until an article is read again."""
    connection.exec_driver_sql("ALTER TABLE mentions ADD COLUMN rule VARCHAR")
    connection.exec_driver_sql("ALTER TABLE agreement_claims ADD COLUMN confidence FLOAT")
    connection.exec_driver_sql("ALTER TABLE figure_claims ADD COLUMN confidence FLOAT")


#: Version → the step that leads to it from the version before. Version 1 is the first there was.
STEPS: Mapping[int, Step] = {2: _keep_rules_and_confidence}


def newest() -> int:
    """The schema version of this program."""
    return max(STEPS, default=1)


def migrate(connection: Connection, version: int) -> None:
    """Take the steps from ``version`` to the newest, within the caller's transaction."""
    for number in range(version + 1, newest() + 1):
        STEPS[number](connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {newest()}")
