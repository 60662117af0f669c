"""Write what was read: a batch of readings in one transaction, and the record brought up to date with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import Connection, delete, insert, select, update

from pactbook.errors import SourceError
from pactbook.model.claim import Extraction
from pactbook.store import copying, figures, resolving, rows, rulings
from pactbook.store.extractions import read_some
from pactbook.store.file import RecordFile
from pactbook.store.tables.articles import articles, sources

Outcome = Literal["new", "renewed", "known", "skipped"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One source and what came of it. ``content`` is the SHA-256 of its bytes in hex, ``version`` the extractor's."""

    address: str
    content: str
    version: str
    outcome: Extraction | SourceError


@dataclass(frozen=True, slots=True)
class Written:
    """What was done with one reading.

    ``new``: an article that was not in the record; ``renewed``: one that another extractor version had read;
    ``known``: the same article from another source, or read before; ``skipped``: no article, for ``reason``.
    """

    address: str
    outcome: Outcome
    article: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What was done with each reading, in their order, and how many more near-copies the record knows of with them.

    A near-copy may be an article of an earlier batch, where its original comes later.
    """

    written: tuple[Written, ...]
    copies: int


def known(record: RecordFile, address: str, content: str, version: str) -> bool:
    """Whether this source was read before, with the same bytes and by the same extractor version."""
    row = select(sources.c.address).where(
        sources.c.address == address, sources.c.content == content, sources.c.version == version
    )
    with record.reading() as connection:
        return connection.execute(row).first() is not None


def write(record: RecordFile, readings: Sequence[Reading]) -> Batch:
    """Store a batch in one transaction, all of it or nothing, and say what was done.

    Raises RecordError: locked for longer than the record waits, disk full, opened for reading only.
    """
    with record.writing() as connection:
        done = [_write(connection, reading) for reading in readings]
        touched = [key for _, key, new in done if new and key is not None]
        linked = copying.link_copies(connection, touched)
        named = {w.article for w, _, new in done if new and w.article}
        rulings.find_anchors(connection, named)
        figures.settle_figures(connection, named)
        resolving.resolve(connection, touched, linked.changed)
        return Batch(tuple(written for written, _, _ in done), linked.more)


def renew(record: RecordFile, read: Sequence[Extraction]) -> int:
    """Put what was read anew out of stored articles in the place of what was read before, all of it or nothing.

    Returns in how many articles anything changed. Raises RecordError.
    """
    with record.writing() as connection:
        changed = [key for extraction in read if (key := _renew(connection, extraction)) is not None]
        names = connection.scalars(select(articles.c.id).where(articles.c.key.in_(changed))).all()
        rulings.find_anchors(connection, names)
        figures.settle_figures(connection, names)
        resolving.resolve(connection, changed, ())
        return len(changed)


def _renew(connection: Connection, extraction: Extraction) -> int | None:
    """The key of the article where its claims have changed, else None."""
    key: int = connection.execute(select(articles.c.key).where(articles.c.id == extraction.article.id)).scalar_one()
    [before] = read_some(connection, [key])
    connection.execute(update(articles).where(articles.c.key == key).values(version=extraction.version))
    if replace(before, version=extraction.version) == extraction:
        return None
    resolving.release(connection, key)
    rows.delete_claims(connection, key)
    rows.insert_claims(connection, key, extraction)
    return key


def _write(connection: Connection, reading: Reading) -> tuple[Written, int | None, bool]:
    """What was done, the key of the article, and whether its claims are new to the record."""
    if isinstance(reading.outcome, SourceError):
        _note_source(connection, reading, "skipped", reading.outcome.reason, None)
        return Written(reading.address, "skipped", reason=reading.outcome.reason), None, False
    extraction = reading.outcome
    name = extraction.article.id
    row = connection.execute(select(articles.c.key, articles.c.version).where(articles.c.id == name)).first()
    outcome: Outcome = "new" if row is None else "known" if row.version == extraction.version else "renewed"
    key: int = row.key if row else rows.insert_article(connection, extraction)
    if outcome == "renewed":
        # What another extractor version claimed goes; the agreements that it was part of are put together anew.
        resolving.release(connection, key)
        rows.delete_claims(connection, key)
        connection.execute(update(articles).where(articles.c.key == key).values(rows.article_row(extraction)))
    if outcome != "known":
        rows.insert_claims(connection, key, extraction)
    _note_source(connection, reading, "article", None, key)
    return Written(reading.address, outcome, name), key, outcome != "known"


def _note_source(
    connection: Connection, reading: Reading, outcome: str, reason: str | None, article: int | None
) -> None:
    connection.execute(delete(sources).where(sources.c.address == reading.address))
    connection.execute(
        insert(sources).values(
            address=reading.address,
            content=reading.content,
            version=reading.version,
            outcome=outcome,
            reason=reason,
            article=article,
        )
    )
