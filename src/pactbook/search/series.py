"""Find series of figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import Connection

from pactbook.model.figure import Reading, Series
from pactbook.record.series import Key, in_order, key_of, series
from pactbook.search.following import Followed, Making, Touched
from pactbook.search.page import find_ids
from pactbook.search.query import Query
from pactbook.store.chunks import chunks
from pactbook.store.file import RecordFile
from pactbook.store.series import read_readings
from pactbook.store.tables.articles import articles
from pactbook.store.tables.figures import figure_claims

#: Where more than one figure in so many was touched, all are read again.
_MANY = 4
#: A question for all figures, but for some measures.
_ALL = Query()


@dataclass(frozen=True, slots=True)
class _Known:
    """All series of a record, in their order, and in which of them each figure is told."""

    series: tuple[Series, ...]
    told: dict[str, Key]

    @classmethod
    def of(cls, found: Iterable[Series]) -> _Known:
        every = tuple(found)
        return cls(every, {reading.figure: key_of(one) for one in every for reading in _readings(one)})


def find_series(record: RecordFile, query: Query) -> list[Series]:
    """The series that the figures make which fit ``query``, whatever its order and limit. Raises QueryError."""
    with record.reading() as connection:
        known = SERIES.at(connection).series
        query.check("figures")
        if replace(query, measure=(), sort=_ALL.sort, limit=_ALL.limit, after=None) == _ALL:
            return [one for one in known if not query.measure or one.measure in query.said("measure")]
        ids = set(find_ids(connection, "figures", query))
        return series(reading for one in known for reading in _readings(one) if reading.figure in ids)


def _read(connection: Connection) -> _Known:
    return _Known.of(series(read_readings(connection)))


def _follow(connection: Connection, before: _Known, touched: Touched) -> _Known | None:
    """Only the series are made anew that something touched was told in, or is told in now."""
    figures, heads = touched["figures"], touched["articles"]
    if not figures and not heads:
        return before
    if len(figures) * _MANY > len(before.told):
        return None
    fresh = _touched(connection, figures, heads)
    gone = figures | {reading.figure for reading in fresh}
    concerned = {before.told[name] for name in gone if name in before.told} | {key_of(r.claim) for r in fresh}
    if not concerned:
        return before
    left = [r for one in before.series if key_of(one) in concerned for r in _readings(one) if r.figure not in gone]
    made = [*(one for one in before.series if key_of(one) not in concerned), *series([*left, *fresh])]
    return _Known.of(in_order(made))


def _touched(connection: Connection, figures: Collection[str], heads: Collection[str]) -> list[Reading]:
    """What these figures, and those of these articles (by id), say now."""
    found = [r for part in chunks(figures) for r in read_readings(connection, figure_claims.c.id.in_(part))]
    found += [r for part in chunks(heads) for r in read_readings(connection, articles.c.id.in_(part))]
    return list({reading.figure: reading for reading in found}.values())


def _readings(one: Series) -> Iterator[Reading]:
    for point in one.points:
        yield from point.readings
        yield from point.parts


#: All series of records.
SERIES = Followed(
    Making(
        name="series",
        read=_read,
        follow=_follow,
        pack=lambda _, known: msgspec.msgpack.encode(known.series),
        unpack=lambda whole: _Known.of(msgspec.msgpack.decode(whole, type=tuple[Series, ...])),
    )
)
