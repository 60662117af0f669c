"""File claims by their sort, and keep for each sort its strongest bonds, touching only what a change concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from pactbook.model.told import Telling
from pactbook.record.candidates import filed_under, looked_up
from pactbook.record.cluster import Bond, bond_of, strongest
from pactbook.record.sorts import SORTS, learn
from pactbook.store.chunks import chunks
from pactbook.store.rulings import mates
from pactbook.store.sameness import read_told
from pactbook.store.tables.agreements import blocks, bonds
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.decisions import decisions


def file_claims(connection: Connection, told: Mapping[int, Telling]) -> set[str]:
    """File fresh claims by their sorts and bind the new ones of these to others.

    Returns the sorts that this concerns: theirs, and those that lost a bond to a stronger one.
    """
    SORTS.make_room()
    sorts = learn(told)
    note_sorts(connection, sorts)
    alike = {sorts[key]: telling for key, telling in told.items()}
    known = _filed(connection, alike)
    return alike.keys() | _bind(connection, {s: telling for s, telling in alike.items() if s not in known})


def note_sorts(connection: Connection, sorts: Mapping[int, str | None]) -> None:
    """Write the sorts of claims, given by their keys."""
    if sorts:
        noted = update(agreement_claims).where(agreement_claims.c.key == bindparam("claim"))
        rows = [{"claim": key, "name": sort} for key, sort in sorts.items()]
        connection.execute(noted.values(sort=bindparam("name")), rows)


def take_out(connection: Connection, claims: Iterable[int]) -> set[str]:
    """Take claims out of their sorts; sorts that nobody tells any more go, and what kept a bond to one gets its next.

    Returns what is left of all that this concerns.
    """
    going = list(claims)
    touched = sorts_of(connection, going)
    note_sorts(connection, dict.fromkeys(going))
    vanished = touched - _told(connection, touched)
    bereft: set[str] = set()
    near: set[str] = set()
    for part in chunks(vanished):
        bereft.update(connection.scalars(select(bonds.c.sort).where(bonds.c.other.in_(part))))
        near.update(connection.scalars(select(bonds.c.other).where(bonds.c.sort.in_(part))))
        connection.execute(delete(bonds).where(or_(bonds.c.sort.in_(part), bonds.c.other.in_(part))))
        connection.execute(delete(blocks).where(blocks.c.sort.in_(part)))
    bereft -= vanished
    _bind_anew(connection, bereft)
    return (touched | bereft | near) - vanished


def reach(connection: Connection, sorts: Iterable[str]) -> set[str]:
    """All sorts that chains of bonds, or of merges by an analyst, connect with ``sorts``, these among them."""
    merging = connection.scalar(select(decisions.c.key).where(decisions.c.action == "merge").limit(1)) is not None
    reached = set(sorts)
    ahead = set(reached)
    while ahead:
        found: set[str] = set()
        for part in chunks(ahead):
            found.update(connection.scalars(select(bonds.c.other).where(bonds.c.sort.in_(part))))
            found.update(connection.scalars(select(bonds.c.sort).where(bonds.c.other.in_(part))))
        if merging:
            found |= sorts_of(connection, mates(connection, claims_of(connection, ahead)))
        ahead = found - reached
        reached |= ahead
    return reached


def read_bonds(connection: Connection, sorts: Iterable[str]) -> list[Bond]:
    """The bonds between these sorts that either keeps."""
    among = set(sorts)
    found: set[Bond] = set()
    for part in chunks(among):
        rows = connection.execute(select(bonds).where(bonds.c.sort.in_(part)))
        found.update(bond_of(row.sort, row.other, row.score) for row in rows if row.other in among)
    return sorted(found)


def learn_sorts(connection: Connection, first: Mapping[str, int]) -> None:
    """Make sure that sorts are known; ``first`` names a claim of each by its key."""
    unknown = SORTS.unknown(first)
    learn(read_told(connection, [first[sort] for sort in unknown]))


def learn_all(connection: Connection, sorts: Iterable[str]) -> None:
    """The same where their claims are not known yet."""
    learn_sorts(connection, first_of(connection, SORTS.unknown(sorts)))


def first_of(connection: Connection, sorts: Iterable[str]) -> dict[str, int]:
    """Sort → the key of a claim of it."""
    claim = agreement_claims.c
    asked = select(claim.sort, func.min(claim.key).label("key")).group_by(claim.sort)
    return {
        row.sort: row.key for part in chunks(sorts) for row in connection.execute(asked.where(claim.sort.in_(part)))
    }


def sorts_of(connection: Connection, claims: Iterable[int]) -> set[str]:
    """The sorts of these claims."""
    found: set[str | None] = set()
    for part in chunks(claims):
        found.update(connection.scalars(select(agreement_claims.c.sort).where(agreement_claims.c.key.in_(part))))
    return {sort for sort in found if sort}


def claims_of(connection: Connection, sorts: Iterable[str]) -> set[int]:
    """The keys of the claims of these sorts."""
    found: set[int] = set()
    for part in chunks(sorts):
        found.update(connection.scalars(select(agreement_claims.c.key).where(agreement_claims.c.sort.in_(part))))
    return found


def _filed(connection: Connection, sorts: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for part in chunks(sorts):
        found.update(connection.scalars(select(blocks.c.sort).distinct().where(blocks.c.sort.in_(part))))
    return found


def _told(connection: Connection, sorts: Iterable[str]) -> set[str]:
    """Those of the sorts that a claim is of."""
    found: set[str] = set()
    for part in chunks(sorts):
        asked = select(agreement_claims.c.sort).distinct().where(agreement_claims.c.sort.in_(part))
        found.update(connection.scalars(asked))
    return found


def _bind(connection: Connection, new: Mapping[str, Telling]) -> set[str]:
    """File new sorts and bind them and others to each other; return those that lost a bond by it."""
    if rows := [{"block": b, "sort": sort} for sort, telling in new.items() for b in sorted(filed_under(telling))]:
        connection.execute(insert(blocks), rows)
    found: dict[str, list[Bond]] = defaultdict(list)
    for bond in _compared(connection, new):
        found[bond.left].append(bond)
        found[bond.right].append(bond)
    before = read_kept(connection, found.keys() - new.keys())
    lost: set[str] = set()
    for sort, bound in found.items():
        had = before.get(sort, [])
        kept = strongest(sort, [*had, *bound])
        if kept != had:
            keep(connection, sort, kept)
            lost.update(name for bond in set(had) - set(kept) for name in bond[:2])
    return lost


def _bind_anew(connection: Connection, sorts: set[str]) -> None:
    """Find the strongest bonds of ``sorts`` afresh."""
    told = read_told(connection, first_of(connection, sorts).values())
    found: dict[str, list[Bond]] = defaultdict(list)
    for bond in _compared(connection, {sort: told[key] for key, sort in learn(told).items()}):
        for sort in bond[:2]:
            found[sort].append(bond)
    for sort in sorts:
        keep(connection, sort, strongest(sort, found[sort]))


def _compared(connection: Connection, some: Mapping[str, Telling]) -> Iterator[Bond]:
    """The bonds of ``some`` sorts, each given by a telling, with all others and with each other."""
    pairs = candidates(connection, some)
    learn_all(connection, {sort for pair in pairs for sort in pair})
    return (Bond(a, b, score) for a, b in pairs if (score := SORTS.score(a, b)) is not None)


def candidates(connection: Connection, some: Mapping[str, Telling]) -> set[tuple[str, str]]:
    """Pairs of one of ``some`` sorts and one that is filed where it looks, in order."""
    asking: dict[str, list[str]] = defaultdict(list)
    for sort, telling in some.items():
        for block in looked_up(telling):
            asking[block].append(sort)
    found: set[tuple[str, str]] = set()
    for part in chunks(asking):
        for block, other in connection.execute(select(blocks.c.block, blocks.c.sort).where(blocks.c.block.in_(part))):
            found.update((min(sort, other), max(sort, other)) for sort in asking[block] if sort != other)
    return found


def read_kept(connection: Connection, sorts: Iterable[str]) -> dict[str, list[Bond]]:
    """Sort → the bonds that it keeps, the strongest first."""
    found: dict[str, list[Bond]] = defaultdict(list)
    for part in chunks(sorts):
        for row in connection.execute(select(bonds).where(bonds.c.sort.in_(part))):
            found[row.sort].append(bond_of(row.sort, row.other, row.score))
    return {sort: strongest(sort, kept) for sort, kept in found.items()}


def keep(connection: Connection, sort: str, kept: Iterable[Bond]) -> None:
    """Let a sort keep these bonds and no others."""
    connection.execute(delete(bonds).where(bonds.c.sort == sort))
    if rows := bond_rows(sort, kept):
        connection.execute(insert(bonds), rows)


def bond_rows(sort: str, kept: Iterable[Bond]) -> list[dict[str, Any]]:
    """Rows of ``bonds`` for those that a sort keeps."""
    return [{"sort": sort, "other": b.right if b.left == sort else b.left, "score": b.score} for b in kept]
