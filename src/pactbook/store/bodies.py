"""Read organisations across articles: the same id is the same body, and so are ids that an analyst said to be one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, func, select

from pactbook.model.body import BodyRecord
from pactbook.record.oneness import members
from pactbook.store.chunks import AMONG, chunks, rows_among
from pactbook.store.entered import read_untold, untold_parties
from pactbook.store.pages import pages
from pactbook.store.rulings import read_bodies_said
from pactbook.store.tables.agreements import agreement_parties
from pactbook.store.tables.bodies import bodies, body_names


def read_bodies(connection: Connection, ids: Iterable[str]) -> list[BodyRecord]:
    """The organisations of ``ids`` in their order, each once under the id that stands for it; others are left out.

    Kind and country are what most articles say.
    """
    same = read_bodies_said(connection).same
    wanted = list(dict.fromkeys(same.get(i, i) for i in ids))
    return [record for part in chunks(wanted) for record in _read(connection, part, members(same))]


def body_pages(connection: Connection) -> Iterator[list[BodyRecord]]:
    """Every organisation of the record once, a page at a time; ids that are one body come with the first of them.

    Those that only decisions name come last.
    """
    same = read_bodies_said(connection).same
    named = _named(connection, same)
    first = {same[i]: i for i in sorted(named, reverse=True)}
    for page in pages(connection, bodies.c.body):
        yield read_bodies(connection, [i for i in page if first.get(same.get(i, i), i) == i])
    if alone := _untold(connection, same, set(first)):
        yield read_bodies(connection, alone)


def count_bodies(connection: Connection) -> int:
    """How many organisations the record holds; ids that are one body count once."""
    same = read_bodies_said(connection).same
    named = _named(connection, same)
    every = int(connection.scalar(select(func.count(bodies.c.body.distinct()))) or 0)
    told = {same[i] for i in named}
    return every - len(named) + len(told) + len(_untold(connection, same, told))


def _untold(connection: Connection, same: Mapping[str, str], told: set[str]) -> list[str]:
    """The bodies that only decisions name, each under the id that stands for it; ``told`` are those of several ids
    that articles name."""
    stand = dict.fromkeys(same.get(i, i) for i in untold_parties(connection))
    return [i for i in stand if i not in told]


def _named(connection: Connection, same: Mapping[str, str]) -> set[str]:
    """Those ids of bodies that are one with others that an article names."""
    found: set[str] = set()
    for part in chunks(same):
        found.update(connection.scalars(select(bodies.c.body).distinct().where(bodies.c.body.in_(part))))
    return found


def _read(connection: Connection, ids: list[str], groups: Mapping[str, tuple[str, ...]]) -> list[BodyRecord]:
    every = [i for name in ids for i in groups.get(name, (name,))]
    names, kinds, told = read_names(connection, every), _kinds(connection, every), _articles(connection, ids, groups)
    agreements = _agreements(connection, ids)
    untold = (name for name in agreements if not any(i in kinds for i in groups.get(name, (name,))))
    for name, body in read_untold(connection, untold).items():
        kinds[name], names[name] = Counter([(body.kind, body.country)]), [*body.names]
    return [
        BodyRecord(
            id=name,
            names=tuple(dict.fromkeys(n for i in group for n in names[i])),
            kind=kind,
            country=country,
            articles=told[name],
            agreements=agreements.get(name, 0),
            also=tuple(i for i in group if i != name),
        )
        for name in ids
        for group in [(name, *(i for i in groups.get(name, ()) if i != name))]
        if (said := [kinds[i] for i in group if i in kinds])
        for kind, country in [_likeliest(sum(said, Counter()))]
    ]


def _kinds(connection: Connection, ids: list[str]) -> dict[str, Counter[tuple[str, str | None]]]:
    """Body → how many articles give it which kind and country."""
    found: dict[str, Counter[tuple[str, str | None]]] = defaultdict(Counter)
    asked = select(bodies.c.body, bodies.c.kind, bodies.c.country, func.count().label("times"))
    for part in chunks(ids):
        mine = asked.where(bodies.c.body.in_(part)).group_by(bodies.c.body, bodies.c.kind, bodies.c.country)
        for row in connection.execute(mine):
            found[row.body][row.kind, row.country] += row.times
    return dict(found)


def _articles(connection: Connection, ids: list[str], groups: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Body → the number of articles that name it; one that uses several of its ids counts once."""
    number = select(func.count(bodies.c.article.distinct()))
    alone = [i for i in ids if i not in groups]
    found: dict[str, int] = dict.fromkeys(ids, 0)
    for part in chunks(alone):
        counted = select(bodies.c.body, func.count()).where(bodies.c.body.in_(part)).group_by(bodies.c.body)
        found |= {row[0]: int(row[1]) for row in connection.execute(counted)}
    for name in set(ids) - set(alone):
        found[name] = int(connection.scalar(number.where(bodies.c.body.in_(groups[name]))) or 0)
    return found


def _agreements(connection: Connection, ids: list[str]) -> dict[str, int]:
    party = agreement_parties.c.party
    found: dict[str, int] = {}
    for part in chunks(ids):
        counted = select(party, func.count()).where(party.in_(part)).group_by(party)
        found |= {row[0]: int(row[1]) for row in connection.execute(counted)}
    return found


def _likeliest(said: Counter[tuple[str, str | None]]) -> tuple[str, str | None]:
    """The kind and country that most articles give; an article that does not tell the country counts less."""
    return min(said, key=lambda k: (k[1] is None, -said[k], k[0], k[1] or ""))


_NAMED = (body_names.c.body, body_names.c.name, body_names.c.n)
_NAMES = select(*_NAMED, func.count().label("times")).where(body_names.c.body.in_(AMONG)).group_by(*_NAMED)


def read_names(connection: Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """Id → every name that articles use for it: those that articles give first before others, then the commonest."""
    first: dict[str, Counter[str]] = defaultdict(Counter)
    times: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows_among(connection, _NAMES, ids):
        times[row.body][row.name] += row.times
        first[row.body][row.name] += row.times if row.n == 0 else 0
    return defaultdict(
        list, {b: sorted(names, key=lambda n: (-first[b][n], -names[n], n)) for b, names in times.items()}
    )
