"""Find the bodies of a record that are likely to be one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from sqlalchemy import Connection, func, select

from pactbook.record.identity import is_state
from pactbook.record.namesakes import Namesakes, Profile, blocks_of, likely_one
from pactbook.store.rulings import read_bodies_said
from pactbook.store.sameness import read_same
from pactbook.store.tables.agreements import agreement_parties, agreements
from pactbook.store.tables.bodies import bodies, body_names

#: A word that more bodies share tells nothing: so the work stays in proportion to the number of bodies.
_CROWD = 30


def read_namesakes(connection: Connection) -> list[Namesakes]:
    """Pairs of bodies that are likely one and of which no analyst has said so or otherwise, the likeliest first."""
    profiles = _profiles(connection)
    blocks: dict[str, list[str]] = defaultdict(list)
    for profile in profiles.values():
        for block in set(blocks_of(profile)):
            blocks[block].append(profile.id)
    pairs = {pair for ids in blocks.values() if len(ids) <= _CROWD for pair in combinations(sorted(ids), 2)}
    said = read_bodies_said(connection)
    pairs -= {tuple(sorted((said.same.get(a, a), said.same.get(b, b)))) for a, b in said.strangers}
    found = (likely_one(profiles[a], profiles[b]) for a, b in sorted(pairs))
    return sorted((one for one in found if one), key=lambda n: (-n.score, n.one, n.other))


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
    deals = _deals(connection)
    return {
        body: Profile(body, frozenset(names[body]), *_likeliest(said), deals=frozenset(deals[body]))
        for body, said in kinds.items()
    }


def _likeliest(said: Counter[tuple[str, str | None]]) -> tuple[str, str | None]:
    return min(said, key=lambda k: (k[1] is None, -said[k], k[0], k[1] or ""))


def _deals(connection: Connection) -> dict[str, set[tuple[str, str, str]]]:
    """Body → other party, kind and date of each dated agreement of two or three parties that are no states."""
    agreement, party = agreements.c, agreement_parties.c
    asked = select(agreement.id, agreement.kind, agreement.date, party.party).join(agreement_parties)
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
