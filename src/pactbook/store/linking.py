"""Keep for each claim its strongest links to others, touching only those that a change concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, or_, select

from pactbook.model.record import Link, Telling
from pactbook.record.candidates import looked_up
from pactbook.record.cluster import strongest
from pactbook.record.compare import compare
from pactbook.store.chunks import chunks
from pactbook.store.rulings import mates
from pactbook.store.sameness import read_told
from pactbook.store.tables import blocks, links

Keyed = dict[int, Telling]


def link(connection: Connection, told: Keyed) -> set[int]:
    """Link fresh claims, ``told`` by key, with all others; return the keys of older claims whose links this concerns.

    That takes in what the older claims were linked with before: a link that gives way to a stronger one may part them.
    """
    every, fresh = dict(told), set(told)
    pairs = {pair for key, telling in told.items() for pair in _candidates(connection, key, telling)}
    every |= read_told(connection, {k for pair in pairs for k in pair} - fresh)
    found: dict[int, list[Link]] = defaultdict(list)
    for a, b in sorted(pairs):
        if made := compare(every[a], every[b]):
            found[a].append(made)
            found[b].append(made)
    older = set(found) - fresh
    concerned = reach(connection, older)
    before = _kept(connection, older)
    every |= read_told(connection, {other for kept in before.values() for other, _ in kept} - set(every))
    keys = {telling.id: key for key, telling in every.items()}
    for key, new in found.items():
        old = [_as_link(every[key].id, every[other].id, score) for other, score in before.get(key, ())]
        _keep(
            connection, key, {_other(every[key].id, k, keys): k.score for k in strongest(every[key].id, [*old, *new])}
        )
    return concerned


def unlink(connection: Connection, going: set[int]) -> None:
    """Take claims out of all links; claims that kept a link to them get their next strongest instead."""
    bereft: set[int] = set()
    for part in chunks(going):
        bereft.update(connection.scalars(select(links.c.claim).where(links.c.other.in_(part))))
        connection.execute(delete(links).where(or_(links.c.claim.in_(part), links.c.other.in_(part))))
        connection.execute(delete(blocks).where(blocks.c.claim.in_(part)))
    bereft -= going
    every = read_told(connection, bereft)
    near = {key: _candidates(connection, key, telling) for key, telling in every.items()}
    every |= read_told(connection, {k for pairs in near.values() for pair in pairs for k in pair} - bereft)
    keys = {telling.id: key for key, telling in every.items()}
    for key, pairs in near.items():
        made = [found for a, b in sorted(pairs) if (found := compare(every[a], every[b]))]
        _keep(connection, key, {_other(every[key].id, k, keys): k.score for k in strongest(every[key].id, made)})


def reach(connection: Connection, claims: set[int]) -> set[int]:
    """All claims that chains of links, or of merges by an analyst, connect with ``claims``, these among them."""
    reached, ahead = set(claims), set(claims)
    while ahead:
        found: set[int] = set()
        for part in chunks(ahead):
            found.update(connection.scalars(select(links.c.other).where(links.c.claim.in_(part))))
            found.update(connection.scalars(select(links.c.claim).where(links.c.other.in_(part))))
        ahead = (found | mates(connection, ahead)) - reached
        reached |= ahead
    return reached


def read_links(connection: Connection, keyed: Keyed) -> list[Link]:
    """The links between the tellings given by their keys, each with its reasons."""
    pairs = {(min(a, b), max(a, b)) for a, kept in _kept(connection, keyed).items() for b, _ in kept if b in keyed}
    found = (compare(keyed[a], keyed[b]) for a, b in pairs)
    return sorted((made for made in found if made), key=lambda k: (k.left, k.right))


def _candidates(connection: Connection, key: int, telling: Telling) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for part in chunks(looked_up(telling)):
        others = connection.scalars(select(blocks.c.claim).where(blocks.c.block.in_(part)))
        found.update((min(key, o), max(key, o)) for o in others if o != key)
    return found


def _kept(connection: Connection, claims: Iterable[int]) -> dict[int, list[tuple[int, int]]]:
    """Claim → (other, score) of each link that it keeps."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for part in chunks(claims):
        for row in connection.execute(select(links).where(links.c.claim.in_(part))):
            found[row.claim].append((row.other, row.score))
    return found


def _keep(connection: Connection, key: int, others: dict[int, int]) -> None:
    connection.execute(delete(links).where(links.c.claim == key))
    if others:
        connection.execute(insert(links), [{"claim": key, "other": o, "score": s} for o, s in others.items()])


def _as_link(one: str, other: str, score: int) -> Link:
    return Link(min(one, other), max(one, other), score, ())


def _other(mine: str, found: Link, keys: dict[str, int]) -> int:
    return keys[found.right if found.left == mine else found.left]
