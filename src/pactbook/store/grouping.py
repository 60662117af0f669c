"""Group the claims of some sorts into agreements, as far as the tables tell; nothing is written here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, select

from pactbook.record.cluster import Bond, Member, cluster
from pactbook.record.rulings import Rulings
from pactbook.record.sorts import SORTS
from pactbook.store.chunks import SIZE, chunks
from pactbook.store.linking import learn_sorts, read_bonds
from pactbook.store.rulings import read_rulings
from pactbook.store.tables.claims import agreement_claims


class Held(NamedTuple):
    """A claim as grouping sees it, and the agreement that it is part of so far."""

    member: Member
    record: str | None


@dataclass(frozen=True, slots=True)
class Grouped:
    """Claims by their keys, the groups that they make (keys, in the order of the claims' ids), and what was ruled."""

    members: dict[int, Held]
    groups: list[list[int]]
    rulings: Rulings

    def records_of(self, groups: Iterable[Iterable[int]]) -> set[str]:
        """The agreements that the claims of ``groups`` are part of so far."""
        return {record for keys in groups for key in keys if (record := self.members[key].record)}

    def changed(self, fresh: set[int]) -> list[list[int]]:
        """The groups that hold a fresh claim or are no agreement yet with just these claims."""
        sizes = Counter(held.record for held in self.members.values())
        return [g for g in self.groups if not fresh.isdisjoint(g) or not self._stands(g, sizes)]

    def _stands(self, keys: list[int], sizes: Counter[str | None]) -> bool:
        records = {self.members[key].record for key in keys}
        record = next(iter(records))
        return len(records) == 1 and record is not None and sizes[record] == len(keys)


def group(connection: Connection, sorts: set[str]) -> Grouped:
    """Group the claims of ``sorts``, a whole number of components."""
    members = read_members(connection, sorts)
    return group_members(connection, members, read_bonds(connection, sorts))


def group_members(connection: Connection, members: dict[int, Held], bonds: Sequence[Bond]) -> Grouped:
    """Group these claims, between whose sorts there are these bonds and no others."""
    ruled = read_rulings(connection, members)
    joined = {name for pair in ruled.together for name in pair}
    told = Counter(held.member.sort for held in members.values())
    bound = {sort for bond in bonds for sort in bond[:2]} | {sort for sort, n in told.items() if n > 1}
    bound |= {held.member.sort for held in members.values() if held.member.id in joined}
    together = {key: held.member for key, held in members.items() if held.member.sort in bound}
    SORTS.make_room()
    learn_sorts(connection, {member.sort: key for key, member in together.items()})
    keys = {held.member.id: key for key, held in members.items()}
    groups = [[keys[name] for name in found] for found in cluster(together.values(), bonds, ruled)]
    alone = members.keys() - together.keys()
    groups += [[key] for key in sorted(alone) if members[key].member.id not in ruled.rejected]
    return Grouped(members, groups, ruled)


def read_members(connection: Connection, sorts: Iterable[str]) -> dict[int, Held]:
    """The claims of ``sorts`` by their keys."""
    claim = agreement_claims.c
    asked = select(claim.key, claim.id, claim.article, claim.sort, claim.record)
    return {
        row.key: Held(Member(row.id, row.article, row.sort), row.record)
        for part in chunks(sorts)
        for row in connection.execute(asked.where(claim.sort.in_(part)))
    }


def handfuls(groups: Iterable[list[int]]) -> Iterator[list[list[int]]]:
    """Groups, so many at a time that their claims fit one query, or one that is larger."""
    some: list[list[int]] = []
    for keys in groups:
        if some and sum(map(len, some)) + len(keys) > SIZE:
            yield some
            some = []
        some.append(keys)
    if some:
        yield some
