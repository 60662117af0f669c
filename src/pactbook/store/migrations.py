"""Bring an older record up to date: one numbered step per schema version, forward only.

A new file is made from ``tables`` at the newest version. To change a table: change it in ``tables``, write the step
that does the same to an old file, and add it to STEPS.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

from pactbook.store.figure_bodies import find_beside
from pactbook.store.figures import settle_all_figures
from pactbook.store.indexing import reindex
from pactbook.store.journal import touch_all
from pactbook.store.rebuilding import rebuild
from pactbook.store.resolving import place_all_parties, weigh_all

Step = Callable[[Connection], None]


def _keep_rules_and_decisions(connection: Connection) -> None:
    """The rule of each mention and how sure each claim is (empty until an article is read again); decisions."""
    connection.exec_driver_sql("ALTER TABLE mentions ADD COLUMN rule VARCHAR")
    connection.exec_driver_sql("ALTER TABLE agreement_claims ADD COLUMN confidence FLOAT")
    connection.exec_driver_sql("ALTER TABLE figure_claims ADD COLUMN confidence FLOAT")
    connection.exec_driver_sql("""CREATE TABLE agreement_parties (
        agreement VARCHAR NOT NULL REFERENCES agreements (id) ON DELETE CASCADE,
        party VARCHAR NOT NULL, country VARCHAR, PRIMARY KEY (agreement, party))""")
    connection.exec_driver_sql("CREATE INDEX ix_agreement_parties_party ON agreement_parties (party)")
    connection.exec_driver_sql("""INSERT INTO agreement_parties SELECT record, party, max(country)
        FROM agreement_claims JOIN claim_parties ON claim = key WHERE record IS NOT NULL GROUP BY record, party""")
    connection.exec_driver_sql("""CREATE TABLE agreement_sectors (
        agreement VARCHAR NOT NULL REFERENCES agreements (id) ON DELETE CASCADE,
        sector VARCHAR NOT NULL, PRIMARY KEY (agreement, sector))""")
    connection.exec_driver_sql("""INSERT INTO agreement_sectors SELECT DISTINCT record, sector
        FROM agreement_claims JOIN claim_sectors ON claim = key WHERE record IS NOT NULL""")
    connection.exec_driver_sql("""CREATE TABLE decisions (
        "key" INTEGER PRIMARY KEY NOT NULL, id VARCHAR NOT NULL UNIQUE, "when" VARCHAR NOT NULL,
        action VARCHAR NOT NULL, undoes VARCHAR, whole TEXT NOT NULL)""")
    connection.exec_driver_sql("CREATE INDEX ix_decisions_undoes ON decisions (undoes)")
    connection.exec_driver_sql("""CREATE TABLE anchors (
        decision INTEGER NOT NULL REFERENCES decisions ("key") ON DELETE CASCADE,
        side INTEGER NOT NULL, n INTEGER NOT NULL, article VARCHAR NOT NULL,
        claim INTEGER REFERENCES agreement_claims ("key") ON DELETE SET NULL, PRIMARY KEY (decision, side, n))""")
    connection.exec_driver_sql("CREATE INDEX ix_anchors_article ON anchors (article)")
    connection.exec_driver_sql("CREATE INDEX ix_anchors_claim ON anchors (claim)")


def _decide_figures(connection: Connection) -> None:
    """Decisions may be about figures; what the article says of those that they change is kept."""
    connection.exec_driver_sql("ALTER TABLE anchors ADD COLUMN figure VARCHAR")
    connection.exec_driver_sql("CREATE INDEX ix_anchors_figure ON anchors (figure)")
    connection.exec_driver_sql("""CREATE TABLE figure_originals (
        id VARCHAR NOT NULL PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles ("key") ON DELETE CASCADE,
        n INTEGER NOT NULL, whole TEXT NOT NULL)""")
    connection.exec_driver_sql("CREATE INDEX ix_figure_originals_article ON figure_originals (article)")


def _count_changes(connection: Connection) -> None:
    """Whoever holds something in memory sees by a counter whether the record has changed."""
    connection.exec_driver_sql("CREATE TABLE pulse (changes INTEGER NOT NULL, PRIMARY KEY (changes))")
    connection.exec_driver_sql("INSERT INTO pulse VALUES (0)")


def _file_by_sort(connection: Connection) -> None:
    """Claims are compared by their sort; what is filed is filed by sort."""
    connection.exec_driver_sql("ALTER TABLE agreement_claims ADD COLUMN sort VARCHAR")
    connection.exec_driver_sql("CREATE INDEX ix_agreement_claims_sort ON agreement_claims (sort)")
    connection.exec_driver_sql("DROP TABLE links")
    connection.exec_driver_sql("DROP TABLE blocks")
    connection.exec_driver_sql("""CREATE TABLE blocks (
        block VARCHAR NOT NULL, sort VARCHAR NOT NULL, PRIMARY KEY (block, sort)) WITHOUT ROWID""")
    connection.exec_driver_sql("CREATE INDEX blocks_sort ON blocks (sort)")
    connection.exec_driver_sql("""CREATE TABLE bonds (
        sort VARCHAR NOT NULL, other VARCHAR NOT NULL, score INTEGER NOT NULL,
        PRIMARY KEY (sort, other)) WITHOUT ROWID""")
    connection.exec_driver_sql("CREATE INDEX bonds_other ON bonds (other)")


def _note_what_changes(connection: Connection) -> None:
    """Whoever holds something in memory sees what of the record has changed."""
    connection.exec_driver_sql("ALTER TABLE pulse ADD COLUMN since INTEGER NOT NULL DEFAULT 0")
    connection.exec_driver_sql("""CREATE TABLE touched (
        "key" INTEGER PRIMARY KEY NOT NULL, change INTEGER NOT NULL, thing VARCHAR NOT NULL, name VARCHAR NOT NULL)""")
    connection.exec_driver_sql("CREATE INDEX ix_touched_change ON touched (change)")


def _know_doubts(connection: Connection) -> None:
    """What is in doubt and what was decided stands beside agreements and figures; searches and what is put off."""
    for table, column in (("agreements", "conflicts"), ("agreements", "decided"), ("figure_claims", "decided")):
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")
    for table in ("agreement_claims", "figure_claims"):
        connection.exec_driver_sql(f"CREATE INDEX {table}_unsure ON {table} (confidence, id)")
    connection.exec_driver_sql("""CREATE TABLE searches (
        address TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, who VARCHAR NOT NULL, "when" VARCHAR NOT NULL)""")
    connection.exec_driver_sql("""CREATE TABLE aside (
        who VARCHAR NOT NULL, doubt TEXT NOT NULL, "when" VARCHAR NOT NULL, PRIMARY KEY (who, doubt)) WITHOUT ROWID""")


def _name_beside(connection: Connection) -> None:
    """A figure knows whom its sentence names."""
    connection.exec_driver_sql("""CREATE TABLE figure_bodies (
        claim INTEGER NOT NULL REFERENCES figure_claims ("key") ON DELETE CASCADE,
        n INTEGER NOT NULL, body VARCHAR NOT NULL, PRIMARY KEY (claim, n))""")
    connection.exec_driver_sql("CREATE INDEX ix_figure_bodies_body ON figure_bodies (body)")


def _keep_what_was_worked_out(connection: Connection) -> None:
    """What was worked out of the whole record is kept in it."""
    connection.exec_driver_sql("""CREATE TABLE kept (
        name VARCHAR NOT NULL PRIMARY KEY, version VARCHAR NOT NULL, changes INTEGER NOT NULL,
        whole BLOB NOT NULL)""")


def _place_parties(connection: Connection) -> None:
    """An agreement knows which of the parties that are told of it the record shows."""
    connection.exec_driver_sql("ALTER TABLE agreement_parties ADD COLUMN n INTEGER")


#: Version → the step that leads to it from the version before. Version 1 is the first there was.
STEPS: Mapping[int, Step] = {
    2: _keep_rules_and_decisions,
    3: _decide_figures,
    4: _count_changes,
    5: _file_by_sort,
    6: _note_what_changes,
    7: _know_doubts,
    8: _name_beside,
    9: _keep_what_was_worked_out,
    10: _place_parties,
}
#: The full-text index of records older than this one is made anew once they have the newest tables.
_REINDEXED = 7
#: Records older than this one are put together anew.
_REBUILT = 5
#: In records older than this one, what is in doubt is looked up once.
_WEIGHED = 7
#: In records older than this one, whom the sentences of figures name is looked up once.
_BESIDE = 8
#: In records older than this one, which parties the record shows is looked up once.
_PLACED = 10


def newest() -> int:
    """The schema version of this program."""
    return max(STEPS, default=1)


def migrate(connection: Connection, version: int) -> None:
    """Take the steps from ``version`` to the newest, within the caller's transaction."""
    for number in range(version + 1, newest() + 1):
        STEPS[number](connection)
    if version < _BESIDE:
        find_beside(connection)
    if version < _REINDEXED:
        reindex(connection)
    if version < _REBUILT:
        rebuild(connection)
    elif version < _WEIGHED:
        weigh_all(connection)
        settle_all_figures(connection)
    if _REBUILT <= version < _PLACED:
        place_all_parties(connection)
    touch_all(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {newest()}")
