"""What an analyst should look at first, of each kind, with all that the command line shows of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from pactbook.model.agreement import AgreementRecord
from pactbook.model.figure import FigureRecord
from pactbook.record.contradictions import Contradiction
from pactbook.record.namesakes import Namesakes
from pactbook.record.rulings import Located
from pactbook.search.doubts import conflicts, pairs, unsure
from pactbook.search.doubts.doubt import Doubt
from pactbook.search.namesakes import read_namesakes
from pactbook.store.agreements import read_agreements
from pactbook.store.chunks import chunks
from pactbook.store.figures import read_figure_records
from pactbook.store.file import RecordFile
from pactbook.store.naming import names_of
from pactbook.store.rulings import read_contradictions, read_orphans
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.figures import figure_claims


@dataclass(frozen=True, slots=True)
class Unsure:
    """A claim that may well be wrong."""

    claim: str
    agreement: AgreementRecord
    confidence: float


@dataclass(frozen=True, slots=True)
class UnsureFigure:
    """A figure that may well be wrong."""

    figure: FigureRecord
    confidence: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """An agreement of which the sources say different things, by the fields."""

    agreement: AgreementRecord
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two agreements that are likely, not certain, to be one: what speaks for it, and what against it."""

    one: AgreementRecord
    other: AgreementRecord
    reasons: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """Each list is in the order of need and at most as long as was asked for; ``names`` gives the bodies' names."""

    unsure: tuple[Unsure, ...]
    figures: tuple[UnsureFigure, ...]
    conflicts: tuple[Conflict, ...]
    pairs: tuple[Pair, ...]
    namesakes: tuple[Namesakes, ...]
    orphans: tuple[Located, ...]
    contradictions: tuple[Contradiction, ...]
    names: Mapping[str, str]


def review_queue(record: RecordFile, limit: int = 20) -> Queue:
    """What to look at first: what an analyst accepted or edited is left alone."""
    with record.reading() as connection:
        doubtful = tuple(_unsure(connection, limit))
        disputed = tuple(_conflicts(connection, limit))
        likely = tuple(_pairs(connection, limit))
        namesakes = tuple(read_namesakes(connection)[:limit])
        shown = [u.agreement for u in doubtful] + [c.agreement for c in disputed]
        shown += [a for p in likely for a in (p.one, p.other)]
        bodies = {b for n in namesakes for b in (n.one, n.other)}
        names = names_of(connection, bodies.union(*(a.parties for a in shown)))
        orphans = tuple(read_orphans(connection)[:limit])
        contradictions = tuple(read_contradictions(connection)[-limit:])
        figures = tuple(_figures(connection, limit))
        return Queue(doubtful, figures, disputed, likely, namesakes, orphans, contradictions, names)


def _unsure(connection: Connection, limit: int) -> Iterator[Unsure]:
    claim = agreement_claims.c
    wanted = [doubt.about[0] for doubt in unsure.claims(connection, limit)]
    asked = select(claim.id, claim.record, claim.confidence)
    rows = {r.id: r for part in chunks(wanted) for r in connection.execute(asked.where(claim.id.in_(part)))}
    found = read_agreements(connection, [row.record for row in rows.values()])
    for name in wanted:
        yield Unsure(name, found[rows[name].record][0], rows[name].confidence)


def _figures(connection: Connection, limit: int) -> Iterator[UnsureFigure]:
    figure = figure_claims.c
    wanted = [doubt.about[0] for doubt in unsure.figures(connection, limit)]
    asked = select(figure.id, figure.confidence)
    sure = {r.id: r.confidence for part in chunks(wanted) for r in connection.execute(asked.where(figure.id.in_(part)))}
    for _, record in read_figure_records(connection, wanted):
        yield UnsureFigure(record, sure[record.id])


def _conflicts(connection: Connection, limit: int) -> Iterator[Conflict]:
    ids = [doubt.about[0] for doubt in conflicts.disputed(connection, limit)]
    for record, _ in read_agreements(connection, ids).values():
        yield Conflict(record, tuple(c.name for c in record.cells if c.level == "conflict"))


def _pairs(connection: Connection, limit: int) -> Iterator[Pair]:
    """Those that are bound, then near ones from the newest agreements on, as many as are wanted; far ones last."""
    for pair in pairs.by_time(connection, _in_order(connection, limit))[:limit]:
        both = read_agreements(connection, pair)
        grounds = pairs.grounds(connection, Doubt("pairs", pair))
        yield Pair(both[pair[0]][0], both[pair[1]][0], grounds.why, grounds.against)


def _in_order(connection: Connection, limit: int) -> Iterator[pairs.Pair]:
    bound = pairs.bound(connection)
    yield from bound
    left, near = limit - len(bound), list[pairs.Near]()
    for part in chunks(pairs.newest(connection) if left > 0 else ()):
        near += pairs.near(connection, part)
        if len({one.pair for one in near}) >= left:
            break
    yield from pairs.arranged(connection, near)
