"""Read the stored articles again after pactbook was upgraded or its knowledge extended, and say what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import select

from pactbook.errors import SourceError
from pactbook.knowledge.version import extractor_version
from pactbook.model.article import Article
from pactbook.model.record import AgreementRecord
from pactbook.pipeline.crew import extract_all
from pactbook.store.agreements import read_agreements
from pactbook.store.extractions import read_articles
from pactbook.store.file import RecordFile
from pactbook.store.tables import agreements, articles
from pactbook.store.writing import renew

#: Articles that are stored together.
BATCH = 64

#: What an agreement looks like to an analyst, for telling what changed.
Face = tuple[object, ...]


@dataclass(slots=True)
class Rereading:
    """What reading again did. ``gone`` and ``come`` are agreements that look so only before or only after."""

    read: int = 0
    changed: int = 0
    skipped: list[SourceError] = field(default_factory=list)
    gone: list[AgreementRecord] = field(default_factory=list)
    come: list[AgreementRecord] = field(default_factory=list)


def reread(record: RecordFile, workers: int | None = None, seen: Callable[[], None] = lambda: None) -> Rereading:
    """Read every stored article that another extractor version has read, from its stored text, on all cores.

    Titles, dates of publication and texts stay as they were taken from the pages; ``pactbook add`` of the files renews
    those too. Interrupted, it goes on where it was. Raises RecordError.
    """
    done = Rereading()
    before = _agreements(record)
    with closing(extract_all(_stale(record), workers)) as outcomes:
        while batch := list(islice(outcomes, BATCH)):
            done.skipped += [o for o in batch if isinstance(o, SourceError)]
            read = [o for o in batch if not isinstance(o, SourceError)]
            done.changed += renew(record, read)
            done.read += len(read)
            for _ in batch:
                seen()
    after = _agreements(record)
    faces_before, faces_after = (Counter(map(_face, some)) for some in (before, after))
    done.gone = _without(before, faces_after)
    done.come = _without(after, faces_before)
    return done


def stale(record: RecordFile) -> int:
    """How many articles another extractor version has read."""
    with record.reading() as connection:
        asked = select(articles.c.key).where(articles.c.version != extractor_version())
        return len(connection.scalars(asked).all())


def _stale(record: RecordFile) -> Iterator[Article]:
    with record.reading() as connection:
        asked = select(articles.c.key).where(articles.c.version != extractor_version()).order_by(articles.c.key)
        keys = connection.scalars(asked).all()
    for at in range(0, len(keys), BATCH):
        with record.reading() as connection:
            found = read_articles(connection, keys[at : at + BATCH])
        yield from found.values()


def _agreements(record: RecordFile) -> list[AgreementRecord]:
    with record.reading() as connection:
        ids = connection.scalars(select(agreements.c.id).order_by(agreements.c.id)).all()
        return [found for found, _ in read_agreements(connection, ids).values()]


def _face(record: AgreementRecord) -> Face:
    values = tuple((v.low, v.high, v.currency) for v in record.value)
    return tuple(sorted(record.parties)), record.kind, record.status, record.date, values, record.sectors


def _without(some: list[AgreementRecord], others: Counter[Face]) -> list[AgreementRecord]:
    """Those of ``some`` that do not look like any of ``others``; each of these stands for one."""
    left = Counter(others)
    found = []
    for record in some:
        face = _face(record)
        if left[face]:
            left[face] -= 1
        else:
            found.append(record)
    return found
