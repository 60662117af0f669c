"""What an analyst should look at: unsure claims, contradictions, likely-same agreements and bodies, orphans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, select

from pactbook.model.record import AgreementRecord, Link, Telling
from pactbook.record.candidates import looked_up
from pactbook.record.compare import SAME, weigh
from pactbook.record.contradictions import Contradiction
from pactbook.record.namesakes import Namesakes
from pactbook.record.rulings import Located
from pactbook.search.namesakes import read_namesakes
from pactbook.store import tables as t
from pactbook.store.agreements import read_agreements
from pactbook.store.chunks import chunks
from pactbook.store.file import RecordFile
from pactbook.store.naming import names_of
from pactbook.store.rulings import read_contradictions, read_orphans, read_rulings
from pactbook.store.sameness import read_told

#: A claim that is surer than this needs nobody's eye.
UNSURE = 0.3
#: Points that two agreements may lack and still be likely to be one.
NEARLY = 2
#: Agreements looked at together.
_PAGE = 200


@dataclass(frozen=True, slots=True)
class Unsure:
    """A claim that may well be wrong."""

    claim: str
    agreement: AgreementRecord
    confidence: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """An agreement of which the sources say different things, by the fields."""

    agreement: AgreementRecord
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two agreements that are likely, not certain, to be one."""

    one: AgreementRecord
    other: AgreementRecord
    link: Link


@dataclass(frozen=True, slots=True)
class Queue:
    """Each list is in the order of need and at most as long as was asked for; ``names`` gives the bodies' names."""

    unsure: tuple[Unsure, ...]
    conflicts: tuple[Conflict, ...]
    pairs: tuple[Pair, ...]
    namesakes: tuple[Namesakes, ...]
    orphans: tuple[Located, ...]
    contradictions: tuple[Contradiction, ...]
    names: Mapping[str, str]


def review_queue(record: RecordFile, limit: int = 20) -> Queue:
    """What to look at first: agreements that an analyst accepted or edited are left alone."""
    with record.reading() as connection:
        unsure = tuple(islice(_unsure(connection), limit))
        conflicts = tuple(islice(_conflicts(connection), limit))
        pairs = tuple(islice(_pairs(connection), limit))
        namesakes = tuple(read_namesakes(connection)[:limit])
        shown = [u.agreement for u in unsure] + [c.agreement for c in conflicts]
        shown += [a for p in pairs for a in (p.one, p.other)]
        bodies = {b for n in namesakes for b in (n.one, n.other)}
        names = names_of(connection, bodies.union(*(a.parties for a in shown)))
        orphans = tuple(read_orphans(connection)[:limit])
        contradictions = tuple(read_contradictions(connection)[-limit:])
        return Queue(unsure, conflicts, pairs, namesakes, orphans, contradictions, names)


def _unsure(connection: Connection) -> Iterator[Unsure]:
    claim = t.agreement_claims.c
    asked = select(claim.id, claim.record, claim.confidence).where(claim.confidence < UNSURE, claim.record.is_not(None))
    rows = connection.execute(asked.order_by(claim.confidence, claim.id)).all()
    for part in chunks(rows):
        found = read_agreements(connection, [row.record for row in part])
        for row in part:
            agreement = found[row.record][0]
            if not _seen(agreement):
                yield Unsure(row.id, agreement, row.confidence)


def _conflicts(connection: Connection) -> Iterator[Conflict]:
    """Only an agreement that several claims tell can be told differently."""
    agreement = t.agreements.c
    asked = select(agreement.id).where(agreement.claims > 1).order_by(agreement.claims.desc(), agreement.id)
    for part in chunks(connection.scalars(asked)):
        for found, _ in read_agreements(connection, part).values():
            fields = tuple(c.name for c in found.cells if c.level == "conflict")
            if fields and not _seen(found):
                yield Conflict(found, fields)


def _pairs(connection: Connection) -> Iterator[Pair]:
    """The latest agreements first; each pair once."""
    agreement, claim = t.agreements.c, t.agreement_claims.c
    ids = connection.scalars(select(agreement.id).order_by(agreement.first.desc().nulls_last(), agreement.id)).all()
    done: set[frozenset[str]] = set()
    for at in range(0, len(ids), _PAGE):
        mine = connection.execute(select(claim.key, claim.record).where(claim.record.in_(ids[at : at + _PAGE]))).all()
        told = read_told(connection, [row.key for row in mine])
        for row in mine:
            for other, link in _nearly_same(connection, row.key, told[row.key], row.record):
                pair = frozenset((row.record, other))
                if pair not in done:
                    done.add(pair)
                    both = read_agreements(connection, sorted(pair))
                    one, two = sorted(pair)
                    yield Pair(both[one][0], both[two][0], link)


def _nearly_same(connection: Connection, key: int, telling: Telling, record: str) -> Iterator[tuple[str, Link]]:
    """Agreements with a telling that nearly is this one, which no analyst has parted from it."""
    found: dict[int, str] = {}
    claim = t.agreement_claims.c
    for part in chunks(looked_up(telling)):
        asked = select(claim.key, claim.record).join(t.blocks, t.blocks.c.sort == claim.sort)
        rows = connection.execute(asked.where(t.blocks.c.block.in_(part), claim.record != record))
        found |= {row.key: row.record for row in rows}
    near = {
        found[other]: link
        for other, told in read_told(connection, found).items()
        if (link := weigh(telling, told)) and SAME - NEARLY <= link.score < SAME
    }
    for other, link in sorted(near.items()):
        if not _parted(connection, record, other):
            yield other, link


def _parted(connection: Connection, one: str, other: str) -> bool:
    """Whether an analyst parted any claim of one agreement from any of the other."""
    parting = select(t.decisions.c.id).where(t.decisions.c.action.in_(("split", "differ"))).limit(1)
    if connection.scalar(parting) is None:
        return False
    claim = t.agreement_claims.c
    keys = connection.scalars(select(claim.key).where(claim.record.in_((one, other)))).all()
    told = read_told(connection, keys)
    of = dict(connection.execute(select(claim.id, claim.record).where(claim.key.in_(keys))).all())
    return any(of.get(a) != of.get(b) for a, b in read_rulings(connection, told).apart if a in of and b in of)


def _seen(agreement: AgreementRecord) -> bool:
    return agreement.accepted is not None or any(c.decision for c in agreement.cells)
