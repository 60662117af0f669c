"""Find the bodies of a record that are likely to be one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import msgspec
from sqlalchemy import Connection, func, select

from pactbook.record.identity import is_state
from pactbook.record.namesakes import Namesakes, Profile, blocks_of, likely_one
from pactbook.search.following import Followed, Making, Touched
from pactbook.store.rulings import read_bodies_said
from pactbook.store.sameness import read_same
from pactbook.store.tables.agreements import agreement_parties, agreements
from pactbook.store.tables.bodies import bodies, body_names

#: A word that more bodies share tells nothing: so the work stays in proportion to the number of bodies.
_CROWD = 30
#: Where more bodies were touched, all are compared again.
_FEW = 1000


Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of every body, where it is compared, and which pairs of all that were compared are likely one."""

    profiles: Mapping[str, Profile]
    blocks: Mapping[str, frozenset[str]]
    compared: frozenset[Pair]
    likely: Mapping[Pair, Namesakes]

    def changed(self, gone: Collection[str], fresh: Mapping[str, Profile]) -> _Known:
        """Without bodies that are ``gone``, and with ``fresh`` ones: only these are compared anew."""
        dropped = {*gone, *fresh}
        profiles = {name: p for name, p in self.profiles.items() if name not in dropped} | dict(fresh)
        blocks = {name: b for name, b in self.blocks.items() if name not in dropped}
        blocks |= {name: frozenset(blocks_of(profile)) for name, profile in fresh.items()}
        pairs = _pairs(blocks)
        likely = {p: one for p, one in self.likely.items() if p in pairs and dropped.isdisjoint(p)}
        anew = (pair for pair in pairs if pair not in self.compared or not dropped.isdisjoint(pair))
        likely |= {pair: one for pair in anew if (one := likely_one(profiles[pair[0]], profiles[pair[1]]))}
        return _Known(profiles, blocks, pairs, likely)


#: Profiles, blocks and what is likely one.
_Packed = tuple[tuple[Profile, ...], dict[str, frozenset[str]], tuple[Namesakes, ...]]
_NONE = _Known({}, {}, frozenset(), {})


def read_namesakes(connection: Connection) -> list[Namesakes]:
    """Pairs of bodies that are likely one and of which no analyst has said so or otherwise, the likeliest first."""
    said = read_bodies_said(connection)
    strange = {tuple(sorted((said.same.get(a, a), said.same.get(b, b)))) for a, b in said.strangers}
    found = (one for pair, one in NAMESAKES.at(connection).likely.items() if pair not in strange)
    return sorted(found, key=lambda n: (-n.score, n.one, n.other))


def _pairs(blocks: Mapping[str, frozenset[str]]) -> frozenset[Pair]:
    """The bodies that stand in one block, two by two."""
    inside: dict[str, list[str]] = defaultdict(list)
    for name in sorted(blocks):
        for block in blocks[name]:
            inside[block].append(name)
    return frozenset(pair for ids in inside.values() if len(ids) <= _CROWD for pair in combinations(ids, 2))


def _read(connection: Connection) -> _Known:
    return _NONE.changed((), _profiles(connection))


def _follow(connection: Connection, before: _Known, touched: Touched) -> _Known | None:
    """A body is touched with its names, its kinds, and with the agreements that it takes part in."""
    gone = touched["organisations"]
    if len(gone) > _FEW:
        return None
    same = read_same(connection)
    some = gone | {same.get(name, name) for name in gone}
    return before.changed(some, _profiles(connection, some)) if some else before


def _pack(_: Connection, known: _Known) -> bytes:
    return msgspec.msgpack.encode((tuple(known.profiles.values()), known.blocks, tuple(known.likely.values())))


def _unpack(whole: bytes) -> _Known:
    profiles, blocks, likely = msgspec.msgpack.decode(whole, type=_Packed)
    known = {(one.one, one.other): one for one in likely}
    return _Known({profile.id: profile for profile in profiles}, blocks, _pairs(blocks), known)


#: Of records, which bodies are likely one.
NAMESAKES = Followed(Making("namesakes", _read, _follow, _pack, _unpack, costly=True))


def namesakes_of(connection: Connection, one: str, other: str) -> Namesakes | None:
    """Why these two bodies are likely one; None where they are not."""
    found = _profiles(connection, (one, other))
    return likely_one(found[one], found[other]) if {one, other} <= found.keys() else None


def _profiles(connection: Connection, only: Iterable[str] = ()) -> dict[str, Profile]:
    """Id → what is known of it (of ``only`` these, if any); bodies that are one have the id that stands for them."""
    same = read_same(connection)
    wanted = {i for name in only for i in (name, *(b for b, other in same.items() if other == same.get(name, name)))}
    names: dict[str, set[str]] = defaultdict(set)
    named = select(body_names.c.body, body_names.c.name).distinct()
    for body, name in connection.execute(named.where(body_names.c.body.in_(wanted)) if wanted else named):
        names[same.get(body, body)].add(name)
    kinds: dict[str, Counter[tuple[str, str | None]]] = defaultdict(Counter)
    said = (bodies.c.body, bodies.c.kind, bodies.c.country)
    counted = select(*said, func.count()).group_by(*said)
    for body, kind, country, times in connection.execute(counted.where(said[0].in_(wanted)) if wanted else counted):
        kinds[same.get(body, body)][kind, country] += times
    deals = _deals(connection, wanted)
    return {
        body: Profile(body, frozenset(names[body]), *_likeliest(said), deals=frozenset(deals[body]))
        for body, said in kinds.items()
    }


def _likeliest(said: Counter[tuple[str, str | None]]) -> tuple[str, str | None]:
    return min(said, key=lambda k: (k[1] is None, -said[k], k[0], k[1] or ""))


def _deals(connection: Connection, only: Collection[str]) -> dict[str, set[tuple[str, str, str]]]:
    """Body → other party, kind and date of each dated agreement of two or three parties that are no states."""
    agreement, party = agreements.c, agreement_parties.c
    asked = select(agreement.id, agreement.kind, agreement.date, party.party).join(agreement_parties)
    if only:
        mine = select(party.agreement).where(party.party.in_(only))
        asked = asked.where(agreement.id.in_(mine))
    takes_part: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name, kind, date, who in connection.execute(asked.where(agreement.date.is_not(None))):
        if not is_state(who):
            takes_part[name, kind, date].append(who)
    deals: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for (_, kind, date), parties in takes_part.items():
        if len(date) >= len("2023-06") and len(parties) <= 3:
            for who in parties:
                deals[who].update((other, kind, date) for other in parties if other != who)
    return deals
