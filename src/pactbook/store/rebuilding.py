"""Put the whole record together anew from the stored claims and decisions.

Three rounds: claims are filed by their sorts, sorts are bound, components are grouped. In each, what takes
the time is a function of stored claims and decisions alone, a ``Job``: it may be done by any program that reads the
record as it stands. What comes of the jobs is written here, in order and in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, delete, insert, select, update

from pactbook.model.agreement import AgreementRecord
from pactbook.record.assemble import sum_up
from pactbook.record.candidates import filed_under, looked_up
from pactbook.record.cluster import Bond, bond_of, strongest
from pactbook.record.sorts import SORTS, learn
from pactbook.store import resolving
from pactbook.store.figures import settle_all_figures
from pactbook.store.grouping import Held, group_members, handfuls, read_members
from pactbook.store.journal import touch_all
from pactbook.store.linking import bond_rows, first_of, learn_sorts, note_sorts, reach, read_bonds
from pactbook.store.pages import pages
from pactbook.store.sameness import read_told
from pactbook.store.tables.agreements import agreements, blocks, bonds
from pactbook.store.tables.claims import agreement_claims

#: Sorts whose candidates are looked for together, and pairs that are worth a job.
_SORTS, _PAIRS = 20, 1000

# Where a sort looks for others; ``blocks`` has where it is found.
_looks = Table(
    "looks",
    MetaData(),
    Column("sort", String, nullable=False),
    Column("block", String, nullable=False),
    PrimaryKeyConstraint("sort", "block"),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)


class Filed(NamedTuple):
    """The sort of each of some claims (by key), and of each sort the blocks that it is filed under and looks in."""

    sorts: dict[int, str]
    under: dict[str, list[str]]
    looks: dict[str, list[str]]


class File(NamedTuple):
    """Find the sorts of these claims."""

    keys: list[int]

    def do(self, connection: Connection) -> Filed:
        """Read the claims; see ``Filed``."""
        told = read_told(connection, self.keys)
        SORTS.make_room()
        sorts = learn(told)
        alike = {sorts[key]: telling for key, telling in told.items()}
        return Filed(
            sorts,
            {sort: sorted(filed_under(telling)) for sort, telling in alike.items()},
            {sort: sorted(looked_up(telling)) for sort, telling in alike.items()},
        )


class Bind(NamedTuple):
    """Find the strongest bonds of each of some sorts to ``others``; ``first`` names a claim of each by its key."""

    others: dict[str, list[str]]
    first: dict[str, int]

    def do(self, connection: Connection) -> dict[str, list[Bond]]:
        """Sort → the bonds that it keeps."""
        SORTS.make_room()
        learn_sorts(connection, self.first)
        return {sort: strongest(sort, self._bonds(sort)) for sort in self.others}

    def _bonds(self, sort: str) -> Iterator[Bond]:
        for other in self.others[sort]:
            if (score := SORTS.score(sort, other)) is not None:
                yield bond_of(sort, other, score)


class Group(NamedTuple):
    """Group these claims, a whole number of components, by the bonds between their sorts."""

    members: dict[int, Held]
    bonds: list[Bond]

    def do(self, connection: Connection) -> list[AgreementRecord]:
        """The agreements that they make, as far as they are stored."""
        grouped = group_members(connection, self.members, self.bonds)
        made = []
        for some in handfuls(grouped.groups):
            told = read_told(connection, [key for keys in some for key in keys], evidence=False)
            made += [_bare(sum_up([told[key] for key in keys], grouped.rulings)) for keys in some]
        return made


Job = File | Bind | Group
#: Has jobs done, in whatever place, and gives what comes of each in their order.
Spread = Callable[[Iterable[Job]], Iterator[Any]]


def rebuild(connection: Connection, spread: Spread | None = None, seen: Callable[[int], None] = lambda _: None) -> None:
    """Put everything together anew; the result is the same wherever ``spread`` has the jobs done (default: here).

    ``seen`` is told how many claims have been filed, and again how many have been grouped.
    """
    spread = spread or (lambda jobs: (job.do(connection) for job in jobs))
    connection.execute(update(agreement_claims).values(record=None, sort=None))
    for table in (blocks, bonds, agreements):
        connection.execute(delete(table))
    _looks.drop(connection, checkfirst=True)
    _looks.create(connection)
    _file(connection, spread, seen)
    _bind(connection, spread)
    _group(connection, spread, seen)
    _looks.drop(connection)
    settle_all_figures(connection)
    touch_all(connection)


def _file(connection: Connection, spread: Spread, seen: Callable[[int], None]) -> None:
    filed: Filed
    for filed in spread(File(keys) for keys in pages(connection, agreement_claims.c.key)):
        note_sorts(connection, filed.sorts)
        for table, places in ((blocks, filed.under), (_looks, filed.looks)):
            rows = [{"sort": sort, "block": block} for sort, found in places.items() for block in found]
            if rows:
                connection.execute(insert(table).prefix_with("OR IGNORE", dialect="sqlite"), rows)
        seen(len(filed.sorts))


def _bind(connection: Connection, spread: Spread) -> None:
    found: dict[str, list[Bond]]
    for found in spread(_comparisons(connection)):
        rows = [row for sort, kept in found.items() for row in bond_rows(sort, kept)]
        if rows:
            connection.execute(insert(bonds), rows)


def _comparisons(connection: Connection) -> Iterator[Bind]:
    """Each sort with all that are filed where it looks. A pair comes up twice: what a sort keeps is found at once."""
    others: dict[str, list[str]] = {}
    for page in pages(connection, _looks.c.sort):
        for at in range(0, len(page), _SORTS):
            asked = select(_looks.c.sort, blocks.c.sort).distinct().join(blocks, blocks.c.block == _looks.c.block)
            wanted = (_looks.c.sort.in_(page[at : at + _SORTS]), blocks.c.sort != _looks.c.sort)
            for sort, other in connection.execute(asked.where(*wanted)):
                others.setdefault(sort, []).append(other)
            if sum(map(len, others.values())) >= _PAIRS:
                yield _comparison(connection, others)
                others = {}
    if others:
        yield _comparison(connection, others)


def _comparison(connection: Connection, others: dict[str, list[str]]) -> Bind:
    return Bind(others, first_of(connection, {*others, *(name for names in others.values() for name in names)}))


def _group(connection: Connection, spread: Spread, seen: Callable[[int], None]) -> None:
    made: list[AgreementRecord]
    for made in spread(_components(connection)):
        resolving.store(connection, made)
        edited = (record for record in made if any(cell.decision for cell in record.cells))
        decided = [claim for record in edited for claim in record.tellings]
        resolving.index_named(connection, decided)
        seen(sum(len(record.tellings) for record in made))


def _components(connection: Connection) -> Iterator[Group]:
    """Components, a page of sorts with all that bonds connect them with at a time."""
    met: set[str] = set()
    for page in pages(connection, agreement_claims.c.sort):
        ahead = set(page) - met
        met -= set(page)
        sorts = reach(connection, ahead)
        met |= {sort for sort in sorts if sort > page[-1]}
        if sorts:
            yield Group(read_members(connection, sorts), read_bonds(connection, sorts))


def _bare(record: AgreementRecord) -> AgreementRecord:
    """The agreement without what is made anew whenever it is read."""
    kept = tuple(cell for cell in record.cells if cell.decision or cell.level == "conflict")
    return replace(record, history=(), cells=kept)
