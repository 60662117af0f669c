"""Keep the agreements in step with the claims, touching only those that a change concerns.

New claims are compared with the claims in their blocks; links reach on to all claims that they could share an
agreement with; these, and no others, are grouped anew. That gives what grouping everything at once would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from pactbook.model.record import AgreementRecord
from pactbook.record.assemble import assemble
from pactbook.record.cluster import cluster
from pactbook.record.periods import iso
from pactbook.store.chunks import chunks
from pactbook.store.linking import link, reach, read_links, unlink
from pactbook.store.tables import agreement_claims, agreements, links
from pactbook.store.tellings import read_tellings


def resolve(connection: Connection, new: Sequence[int], recopied: Iterable[int]) -> None:
    """Bring the agreements up to date: ``new`` articles have new claims, ``recopied`` ones count differently now."""
    fresh = _claims_of(connection, new)
    _regroup(connection, reach(connection, fresh | link(connection, fresh)))
    _refresh(connection, _claims_of(connection, set(recopied) - set(new)))


def release(connection: Connection, article: int) -> None:
    """Before the claims of ``article`` go: put together anew what is left of the agreements that they are part of."""
    going = _claims_of(connection, [article])
    left = reach(connection, going)
    unlink(connection, going)
    _forget(connection, going)
    _regroup(connection, reach(connection, left - going))


def rebuild(connection: Connection) -> None:
    """Put everything together anew from the stored claims."""
    connection.execute(delete(links))
    connection.execute(delete(agreements))
    connection.execute(update(agreement_claims).values(record=None))
    every = set(connection.scalars(select(agreement_claims.c.key)))
    link(connection, every)
    _regroup(connection, every)


def _claims_of(connection: Connection, articles: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for part in chunks(articles):
        found.update(connection.scalars(select(agreement_claims.c.key).where(agreement_claims.c.article.in_(part))))
    return found


def _regroup(connection: Connection, claims: set[int]) -> None:
    """Group ``claims``, a whole number of components, and write their agreements."""
    keyed = read_tellings(connection, claims)
    tellings = {telling.id: telling for telling in keyed.values()}
    between = read_links(connection, keyed)
    _forget(connection, claims)
    _store(connection, [assemble([tellings[t] for t in group]) for group in cluster(tellings, between)])


def _refresh(connection: Connection, claims: set[int]) -> None:
    """Weigh anew the agreements of ``claims``, whose articles have become copies or originals."""
    names: set[str] = set()
    for part in chunks(claims):
        names.update(connection.scalars(select(agreement_claims.c.record).where(agreement_claims.c.key.in_(part))))
    for name in names:
        members = connection.scalars(select(agreement_claims.c.key).where(agreement_claims.c.record == name)).all()
        _forget(connection, set(members))
        _store(connection, [assemble(list(read_tellings(connection, members).values()))])


def _forget(connection: Connection, claims: set[int]) -> None:
    """Delete the agreements that ``claims`` are in."""
    for part in chunks(claims):
        names = select(agreement_claims.c.record).where(agreement_claims.c.key.in_(part))
        connection.execute(delete(agreements).where(agreements.c.id.in_(names)))


def _store(connection: Connection, records: Sequence[AgreementRecord]) -> None:
    if not records:
        return
    connection.execute(insert(agreements), [_row(record) for record in records])
    members = [{"name": record.id, "claim": claim} for record in records for claim in record.tellings]
    claim = agreement_claims.c
    named = update(agreement_claims).where(claim.id == bindparam("claim")).values(record=bindparam("name"))
    connection.execute(named, members)


def _row(record: AgreementRecord) -> dict[str, Any]:
    first, last = iso(record.date)
    return {
        "id": record.id,
        "kind": record.kind,
        "status": record.status,
        "date": record.date,
        "first": first,
        "last": last,
        "subject": record.subject,
        "place": record.place,
        "claims": len(record.tellings),
    }
