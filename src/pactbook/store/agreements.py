"""Read agreements back: each put together from its claims, with the reasons of every merge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from pactbook.model.agreement import AgreementRecord
from pactbook.model.told import Link, Telling
from pactbook.record.assemble import assemble
from pactbook.record.cluster import Bond, links_by
from pactbook.store.chunks import AMONG, rows_among
from pactbook.store.linking import read_bonds
from pactbook.store.rulings import read_rulings
from pactbook.store.sameness import read_told
from pactbook.store.tables.claims import agreement_claims


def read_agreements(
    connection: Connection, ids: Iterable[str], *, links: bool = True
) -> dict[str, tuple[AgreementRecord, tuple[Telling, ...]]]:
    """Id → the agreement and its tellings, in the order of ``ids``; ids that are no agreement's are left out.

    Without ``links`` it is not worked out why the tellings are one agreement, which takes half of the time.
    """
    wanted = list(dict.fromkeys(ids))
    members: dict[str, dict[int, str]] = {}
    for row in rows_among(connection, _MEMBERS, wanted):
        members.setdefault(row.record, {})[row.key] = row.sort
    keyed = read_told(connection, [key for sorts in members.values() for key in sorts])
    bound = _Bound.of(connection, {sort for sorts in members.values() for sort in sorts.values()}) if links else None
    ruled = read_rulings(connection, keyed)
    return {
        name: (
            assemble([keyed[k] for k in members[name]], bound.links(members[name], keyed) if bound else (), ruled),
            tuple(sorted((keyed[key] for key in members[name]), key=lambda t: (t.published or "9999", t.id))),
        )
        for name in wanted
        if name in members
    }


_CLAIM = agreement_claims.c
_MEMBERS = select(_CLAIM.record, _CLAIM.key, _CLAIM.sort).where(_CLAIM.record.in_(AMONG))


@dataclass(frozen=True, slots=True)
class _Bound:
    """The bonds of each of some sorts with others of them."""

    bonds: Mapping[str, list[Bond]]

    @classmethod
    def of(cls, connection: Connection, sorts: Iterable[str]) -> _Bound:
        found: dict[str, list[Bond]] = defaultdict(list)
        for bond in read_bonds(connection, sorts):
            found[bond.left].append(bond)
        return cls(found)

    def links(self, sorts: Mapping[int, str], keyed: Mapping[int, Telling]) -> list[Link]:
        """The links between claims, given by their keys with their sorts."""
        if len(sorts) == 1:
            return []
        among = set(sorts.values())
        inside = [bond for sort in sorted(among) for bond in self.bonds.get(sort, ()) if bond.right in among]
        return links_by(inside, {keyed[k].id: keyed[k] for k in sorts}, {keyed[k].id: s for k, s in sorts.items()})
