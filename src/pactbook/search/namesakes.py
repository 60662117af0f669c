"""Find the bodies of a record that are likely to be one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
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
    """What is known of every body, where it is compared, who stands there, and which pairs are likely one."""

    profiles: Mapping[str, Profile]
    blocks: Mapping[str, frozenset[str]]
    inside: Mapping[str, frozenset[str]]
    likely: Mapping[Pair, Namesakes]

    def changed(self, gone: Collection[str], fresh: Mapping[str, Profile]) -> _Known:
        """Without bodies that are ``gone``, and with ``fresh`` ones: only blocks that these leave or enter are read."""
        dropped = {*gone, *fresh}
        profiles, blocks = dict(self.profiles), dict(self.blocks)
        entered = {name: frozenset(blocks_of(profile)) for name, profile in fresh.items()}
        left = {name: blocks.pop(name) for name in dropped if profiles.pop(name, None)}
        made = _Known(profiles | dict(fresh), blocks | entered, _moved(self.inside, left, entered), self.likely)
        some = frozenset[str]().union(*left.values(), *entered.values())
        likely = {p: one for p, one in self.likely.items() if dropped.isdisjoint(p) and made._compares(p)}
        for pair in _pairs(made.inside, some):
            # Of two that stay as they are only those have to be compared that stood in a crowd before.
            if not (dropped.isdisjoint(pair) and self._compares(pair)):
                one = likely_one(made.profiles[pair[0]], made.profiles[pair[1]])
                likely |= {pair: one} if one else {}
        return replace(made, likely=likely)

    def _compares(self, pair: Pair) -> bool:
        """Whether the two stand together anywhere but in a crowd."""
        return any(len(self.inside[block]) <= _CROWD for block in self.blocks[pair[0]] & self.blocks[pair[1]])


#: Profiles, blocks and what is likely one.
_Packed = tuple[tuple[Profile, ...], dict[str, frozenset[str]], tuple[Namesakes, ...]]
_NONE = _Known({}, {}, {}, {})


def read_namesakes(connection: Connection) -> list[Namesakes]:
    """Pairs of bodies that are likely one and of which no analyst has said so or otherwise, the likeliest first."""
    said = read_bodies_said(connection)
    strange = {tuple(sorted((said.same.get(a, a), said.same.get(b, b)))) for a, b in said.strangers}
    found = (one for pair, one in NAMESAKES.at(connection).likely.items() if pair not in strange)
    return sorted(found, key=lambda n: (-n.score, n.one, n.other))


def _moved(
    inside: Mapping[str, frozenset[str]], left: Mapping[str, frozenset[str]], entered: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """Block → bodies, after bodies have left blocks and entered others."""
    out, into = _turned(left), _turned(entered)
    made = dict(inside)
    for block in {*out, *into}:
        made[block] = (made.get(block, frozenset()) - out[block]) | into[block]
        if not made[block]:
            del made[block]
    return made


def _turned(blocks: Mapping[str, frozenset[str]]) -> defaultdict[str, set[str]]:
    """Block → bodies."""
    inside: defaultdict[str, set[str]] = defaultdict(set)
    for name, some in blocks.items():
        for block in some:
            inside[block].add(name)
    return inside


def _pairs(inside: Mapping[str, frozenset[str]], some: Iterable[str]) -> set[Pair]:
    """The bodies that stand together in one of these blocks that is no crowd, two by two."""
    together = (inside.get(block, frozenset()) for block in some)
    return {pair for names in together if len(names) <= _CROWD for pair in combinations(sorted(names), 2)}


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
    inside = _moved({}, {}, blocks)
    return _Known({profile.id: profile for profile in profiles}, blocks, inside, known)


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
