"""Agreements that may be one told twice.

Two kinds. *Bound* ones have a bond that the record keeps: enough speaks for one agreement, and yet something else
keeps them apart. They are read from the tables. *Near* ones lack a point or two: nothing is kept of them, so they are
looked for, agreement by agreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from sqlalchemy import Connection, Select, func, select

from pactbook.model.told import Telling
from pactbook.record.compare import SAME, against, weigh
from pactbook.record.identity import is_state
from pactbook.record.sorts import SORTS, learn
from pactbook.search.catalogue.keeping import shelf
from pactbook.search.doubts.doubt import Doubt, Grounds
from pactbook.store.chunks import chunks
from pactbook.store.linking import candidates, learn_all
from pactbook.store.rulings import read_standing
from pactbook.store.sameness import read_told
from pactbook.store.tables.agreements import agreement_parties, agreements, bonds
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.decisions import anchors, decisions

#: Points that two agreements may lack and still be near to one.
NEARLY = 2
#: Between days that are written as YYYYMMDD.
_A_YEAR = 1_00_00

Pair = tuple[str, str]


class Near(NamedTuple):
    """Two agreements that lack few points to be one, in order."""

    pair: Pair
    score: int


def bound(connection: Connection) -> list[Pair]:
    """Agreements with a bond between them, those first that no article tells side by side, then by strength."""
    one, other = agreement_claims.alias("one"), agreement_claims.alias("other")
    asked = select(one.c.record, other.c.record, func.max(bonds.c.score)).select_from(bonds)
    asked = asked.join(one, one.c.sort == bonds.c.sort).join(other, other.c.sort == bonds.c.other)
    asked = asked.where(one.c.record != other.c.record).group_by(one.c.record, other.c.record)
    found: dict[Pair, int] = {}
    for a, b, score in connection.execute(asked):
        pair = (min(a, b), max(a, b))
        found[pair] = max(score, found.get(pair, score))
    return _by_strength(connection, found)


def bound_with(connection: Connection, agreement: str) -> list[Pair]:
    """Those of this agreement alone."""
    claim = agreement_claims.c
    mine = set(connection.scalars(select(claim.sort).where(claim.record == agreement)))
    kept = [row for part in chunks(mine) for row in connection.execute(_kept_by(part))]
    records = _records(connection, {sort for row in kept for sort in (row.sort, row.other)} - mine)
    found: dict[Pair, int] = {}
    for row in kept:
        for other in records.get(row.other if row.sort in mine else row.sort, ()):
            pair = (min(agreement, other), max(agreement, other))
            found[pair] = max(row.score, found.get(pair, 0))
    return _by_strength(connection, {pair: score for pair, score in found.items() if pair[0] != pair[1]})


def _kept_by(sorts: list[str]) -> Select[tuple[str, str, int]]:
    return select(bonds).where(bonds.c.sort.in_(sorts) | bonds.c.other.in_(sorts))


def _by_strength(connection: Connection, scores: Mapping[Pair, int]) -> list[Pair]:
    apart = parted(connection)
    left = [pair for pair in scores if pair not in apart]
    told_in = _told_in(connection, {name for pair in left for name in pair})
    return sorted(left, key=lambda pair: (not told_in[pair[0]].isdisjoint(told_in[pair[1]]), -scores[pair], pair))


def near(connection: Connection, ids: Iterable[str]) -> Iterator[Near]:
    """Pairs of one of these agreements and any that nearly is it; a pair may come twice."""
    for part in chunks(ids):
        sorts: dict[str, Telling] = {}
        of: dict[str, set[str]] = {}
        claim = agreement_claims.c
        rows = connection.execute(select(claim.key, claim.record).where(claim.record.in_(part))).all()
        # With their sentences: how a telling looks rests on them too.
        told = read_told(connection, [row.key for row in rows])
        SORTS.make_room()
        learnt = learn(told)
        for row in rows:
            sorts[learnt[row.key]] = told[row.key]
            of.setdefault(learnt[row.key], set()).add(row.record)
        yield from _near(connection, sorts, of)


def _near(connection: Connection, sorts: Mapping[str, Telling], of: Mapping[str, set[str]]) -> Iterator[Near]:
    pairs = candidates(connection, sorts)
    learn_all(connection, {sort for pair in pairs for sort in pair})
    scored = ((a, b, SORTS.points(a, b)) for a, b in pairs)
    found = [(a, b, score) for a, b, score in scored if score is not None and SAME - NEARLY <= score < SAME]
    met = {sort for a, b, _ in found for sort in (a, b)}
    records = _records(connection, met)
    records |= {sort: names for sort, names in of.items() if sort in met}
    told_in = _told_in(connection, {name for names in records.values() for name in names})
    for a, b, score in found:
        for one, other in product(records.get(a, ()), records.get(b, ())):
            if one != other and told_in[one].isdisjoint(told_in[other]):
                yield Near((min(one, other), max(one, other)), score)


def _records(connection: Connection, sorts: Iterable[str]) -> dict[str, set[str]]:
    """Sort → the agreements that it is told of."""
    claim, found = agreement_claims.c, dict[str, set[str]]()
    for part in chunks(sorts):
        asked = select(claim.sort, claim.record).distinct().where(claim.sort.in_(part), claim.record.is_not(None))
        for row in connection.execute(asked):
            found.setdefault(row.sort, set()).add(row.record)
    return found


def arranged(connection: Connection, found: Iterable[Near]) -> list[Pair]:
    """Near pairs that stand and that nobody has parted: those of bodies before those of states alone, by strength."""
    best: dict[Pair, int] = {}
    for pair, score in found:
        best[pair] = max(score, best.get(pair, 0))
    on = shelf(connection, "agreements")
    number = on.number
    acting = on.having(connection, "party", [who for who in on.values(connection, "party") if not is_state(who)])
    apart = parted(connection)
    ranked = [
        (one not in acting and other not in acting, -score, pair)
        for pair, score in best.items()
        if (one := number.get(pair[0])) is not None and (other := number.get(pair[1])) is not None and pair not in apart
    ]
    return [pair for _, _, pair in sorted(ranked)]


def by_time(connection: Connection, pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs in their order, but last those whose two are dated more than a year apart: seldom are these one."""
    on = shelf(connection, "agreements")

    def far(pair: Pair) -> bool:
        one, other = sorted(on.days(on.number[name]) for name in pair)
        return all((*one, *other)) and other[0] - one[1] > _A_YEAR

    return sorted(dict.fromkeys(pairs), key=far)


def acts(connection: Connection, agreement: str) -> bool:
    """Whether a body takes part; of states alone too much is nearly alike to be worth looking for."""
    party = agreement_parties.c
    return any(not is_state(who) for who in connection.scalars(select(party.party).where(party.agreement == agreement)))


def newest(connection: Connection) -> list[str]:
    """All agreements, the newest first."""
    agreement = agreements.c
    return list(connection.scalars(select(agreement.id).order_by(agreement.first.desc().nulls_last(), agreement.id)))


def parted(connection: Connection) -> set[Pair]:
    """The pairs of agreements that an analyst has parted, or said to differ."""
    asked = select(decisions.c.id).where(decisions.c.action.in_(("split", "differ")))
    names = {d.id for d in read_standing(connection, connection.scalars(asked).all())}
    sides: dict[str, tuple[set[str], set[str]]] = {}
    for part in chunks(names):
        joined = select(decisions.c.id, anchors.c.side, agreement_claims.c.record).select_from(decisions)
        joined = joined.join(anchors, anchors.c.decision == decisions.c.key)
        joined = joined.join(agreement_claims, agreement_claims.c.key == anchors.c.claim)
        for name, side, record in connection.execute(joined.where(decisions.c.id.in_(part))):
            sides.setdefault(name, (set(), set()))[side].add(record or "")
    return {(min(a, b), max(a, b)) for left, right in sides.values() for a, b in product(left, right) if a != b}


def _told_in(connection: Connection, records: Iterable[str]) -> dict[str, set[int]]:
    """Agreement → the articles that tell of it: of two that share one, that article tells side by side."""
    claim, found = agreement_claims.c, defaultdict[str, set[int]](set)
    for part in chunks(records):
        for row in connection.execute(select(claim.record, claim.article).where(claim.record.in_(part))):
            found[row.record].add(row.article)
    return found


def grounds(connection: Connection, doubt: Doubt) -> Grounds:
    """What speaks for one agreement, and what against it."""
    return grounds_of(connection, [doubt])[0]


def grounds_of(connection: Connection, doubts: Sequence[Doubt]) -> list[Grounds]:
    """The same for several pairs."""
    claim = agreement_claims.c
    keys: dict[str, list[int]] = {name: [] for doubt in doubts for name in doubt.about}
    for part in chunks(keys):
        for row in connection.execute(select(claim.record, claim.key).where(claim.record.in_(part))):
            keys[row.record].append(row.key)
    told = read_told(connection, [key for mine in keys.values() for key in mine])
    return [_grounds(*([told[key] for key in keys[name]] for name in doubt.about)) for doubt in doubts]


def _grounds(one: Sequence[Telling], other: Sequence[Telling]) -> Grounds:
    links = [link for a, b in product(one, other) if (link := weigh(a, b))]
    if not links:
        # Nothing links two of their claims: what does is told by others of the same sort.
        return Grounds((), against(one, other))
    best = max(links, key=lambda link: (link.score, link.left, link.right))
    return Grounds(best.reasons, against(one, other))


def as_doubts(pairs: Iterable[Pair]) -> list[Doubt]:
    """Pairs as things to decide."""
    return [Doubt("pairs", pair) for pair in pairs]
