"""Read the stored articles again after pactbook was upgraded or its knowledge extended, and say what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import blake2b
from heapq import merge
from itertools import groupby, islice

from sqlalchemy import Connection, func, select

from pactbook.errors import SourceError
from pactbook.knowledge.version import extractor_version
from pactbook.model.agreement import AgreementRecord
from pactbook.model.article import Article
from pactbook.pipeline.crew import extract_all
from pactbook.pipeline.interruption import held_back
from pactbook.store.agreements import read_agreements
from pactbook.store.extractions import read_articles
from pactbook.store.file import RecordFile
from pactbook.store.pages import pages
from pactbook.store.tables.agreements import agreements
from pactbook.store.tables.articles import articles
from pactbook.store.writing import renew

#: Articles that are stored together.
BATCH = 64

#: Changes that are shown; the others are counted.
MOST = 1000


@dataclass(slots=True)
class Rereading:
    """What reading again did. ``gone`` and ``come`` are agreements that look so only before or only after.

    Of a large change only the first are listed; ``gone_in_all`` and ``come_in_all`` count every one.
    """

    read: int = 0
    changed: int = 0
    skipped: list[SourceError] = field(default_factory=list)
    gone: list[AgreementRecord] = field(default_factory=list)
    come: list[AgreementRecord] = field(default_factory=list)
    gone_in_all: int = 0
    come_in_all: int = 0


def reread(
    record: RecordFile, workers: int | None = None, seen: Callable[[], None] = lambda: None, most: int = MOST
) -> Rereading:
    """Read every stored article that another extractor version has read, from its stored text, on all cores.

    Titles, dates of publication and texts stay as they were taken from the pages; ``pactbook add`` of the files renews
    those too. ``most`` changed agreements of either kind are listed. Interrupted, it goes on where it was. Raises
    RecordError.
    """
    done = Rereading()
    # What the record was before stays readable while it is written: nothing of it has to be held in memory.
    with record.reading() as before:
        before.execute(select(func.count()).select_from(agreements))
        with closing(extract_all(_stale(record), workers)) as outcomes:
            while batch := list(islice(outcomes, BATCH)):
                done.skipped += [o for o in batch if isinstance(o, SourceError)]
                read = [o for o in batch if not isinstance(o, SourceError)]
                with held_back():
                    done.changed += renew(record, read)
                done.read += len(read)
                for _ in batch:
                    seen()
        if done.changed:
            with record.reading() as after:
                gone, come = _differing(before, after)
                done.gone_in_all, done.come_in_all = len(gone), len(come)
                done.gone, done.come = _first(before, gone, most), _first(after, come, most)
    return done


def stale(record: RecordFile) -> int:
    """How many articles another extractor version has read."""
    with record.reading() as connection:
        asked = select(func.count()).where(articles.c.version != extractor_version())
        return int(connection.scalar(asked) or 0)


def _stale(record: RecordFile) -> Iterator[Article]:
    last = 0
    while True:
        with record.reading() as connection:
            asked = select(articles.c.key).where(articles.c.version != extractor_version(), articles.c.key > last)
            keys = connection.scalars(asked.order_by(articles.c.key).limit(BATCH)).all()
            found = read_articles(connection, keys)
        if not keys:
            return
        yield from found.values()
        last = keys[-1]


def _differing(before: Connection, after: Connection) -> tuple[list[str], list[str]]:
    """The ids of agreements that look so only before, and only after, in order."""
    gone: dict[str, bytes] = {}
    come: dict[str, bytes] = {}
    then, now = ((i, face, gone) for i, face in _faces(before)), ((i, face, come) for i, face in _faces(after))
    merged = merge(then, now, key=_id)
    for _, same in groupby(merged, key=_id):
        some = list(same)
        if len(some) == 1 or some[0][1] != some[1][1]:
            for name, face, side in some:
                side[name] = face
    # One that looks as before under another id has not changed.
    return _without(gone, Counter(come.values())), _without(come, Counter(gone.values()))


def _id(found: tuple[str, bytes, dict[str, bytes]]) -> str:
    return found[0]


def _faces(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """The id of each agreement, in order, with a hash of what it looks like to an analyst."""
    for page in pages(connection, agreements.c.id):
        for name, (record, _) in read_agreements(connection, page).items():
            values = tuple((v.low, v.high, v.currency) for v in record.value)
            face = tuple(sorted(record.parties)), record.kind, record.status, record.date, values, record.sectors
            yield name, blake2b(repr(face).encode(), digest_size=16).digest()


def _without(some: Mapping[str, bytes], others: Counter[bytes]) -> list[str]:
    """Those of ``some`` that do not look like any of ``others``; each of these stands for one."""
    found = []
    for name, face in some.items():
        if others[face]:
            others[face] -= 1
        else:
            found.append(name)
    return found


def _first(connection: Connection, names: list[str], most: int) -> list[AgreementRecord]:
    return [record for record, _ in read_agreements(connection, names[:most]).values()]
