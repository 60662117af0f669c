"""Agreements that are nearly one: all are looked for once, and then only where something was touched."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection

from pactbook.search.doubts.pairs import Near, Pair, near, newest
from pactbook.search.following import Followed, Making, Touched

#: So many agreements may have changed for the near ones to be looked for among them alone.
_FEW = 300


def read_near(connection: Connection) -> tuple[Near, ...]:
    """All near pairs of a record; it takes long where it was not done before."""
    return NEAR.at(connection)


def _read(connection: Connection) -> tuple[Near, ...]:
    return _best(near(connection, newest(connection)))


def _follow(connection: Connection, before: tuple[Near, ...], touched: Touched) -> tuple[Near, ...] | None:
    some = touched["agreements"]
    if len(some) > _FEW:
        return None
    if not some:
        return before
    kept = [one for one in before if some.isdisjoint(one.pair)]
    return tuple(sorted([*kept, *_best(near(connection, sorted(some)))]))


def _best(found: Iterable[Near]) -> tuple[Near, ...]:
    """Each pair once, by the best of what speaks for it."""
    best: dict[Pair, int] = {}
    for pair, score in found:
        best[pair] = max(score, best.get(pair, score))
    return tuple(Near(pair, score) for pair, score in sorted(best.items()))


#: The near pairs of records.
NEAR = Followed(
    Making(
        name="near pairs",
        read=_read,
        follow=_follow,
        pack=lambda _, found: msgspec.msgpack.encode(found),
        unpack=lambda whole: msgspec.msgpack.decode(whole, type=tuple[Near, ...]),
        costly=True,
    )
)
