"""Keep the agreements in step with the claims, touching only those that a change concerns.

New claims are compared with the claims in their blocks; links reach on to all claims that they could share an
agreement with; these, and no others, are grouped anew. That gives what grouping everything at once would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from pactbook.model.record import AgreementRecord, Link, Telling
from pactbook.record.assemble import assemble
from pactbook.record.candidates import looked_up
from pactbook.record.cluster import cluster
from pactbook.record.compare import compare
from pactbook.record.periods import iso
from pactbook.store.chunks import chunks
from pactbook.store.tables import agreement_claims, agreements, blocks, links
from pactbook.store.tellings import read_tellings

Keyed = dict[int, Telling]


def resolve(connection: Connection, new: Sequence[int], recopied: Iterable[int]) -> None:
    """Bring the agreements up to date: ``new`` articles have new claims, ``recopied`` ones count differently now."""
    fresh = _claims_of(connection, new)
    _link(connection, fresh)
    _regroup(connection, _reach(connection, fresh))
    _refresh(connection, _claims_of(connection, set(recopied) - set(new)))


def release(connection: Connection, article: int) -> None:
    """Before the claims of ``article`` go: put together anew what is left of the agreements that they are part of."""
    going = _claims_of(connection, [article])
    left = _reach(connection, going) - going
    connection.execute(delete(links).where(or_(links.c.left.in_(going), links.c.right.in_(going))))
    _forget(connection, going)
    _regroup(connection, left)


def rebuild(connection: Connection) -> None:
    """Put everything together anew from the stored claims."""
    connection.execute(delete(links))
    connection.execute(delete(agreements))
    connection.execute(update(agreement_claims).values(record=None))
    every = set(connection.scalars(select(agreement_claims.c.key)))
    _link(connection, every)
    _regroup(connection, every)


def _claims_of(connection: Connection, articles: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for part in chunks(articles):
        rows = select(agreement_claims.c.key).where(agreement_claims.c.article.in_(part))
        found.update(connection.scalars(rows))
    return found


def _link(connection: Connection, fresh: set[int]) -> None:
    """Compare ``fresh`` claims with those in their blocks, and store the links."""
    tellings = read_tellings(connection, fresh)
    pairs = {pair for key, telling in tellings.items() for pair in _candidates(connection, key, telling)}
    others = read_tellings(connection, {k for pair in pairs for k in pair} - set(tellings))
    every = tellings | others
    found = [(a, b, link) for a, b in sorted(pairs) if (link := compare(every[a], every[b]))]
    rows = [_link_row(every, a, b, link) for a, b, link in found]
    if rows:
        connection.execute(insert(links), rows)


def _link_row(every: Keyed, a: int, b: int, link: Link) -> dict[str, Any]:
    left, right = (a, b) if every[a].id == link.left else (b, a)
    return {"left": left, "right": right, "score": link.score, "reasons": msgspec.json.encode(link.reasons).decode()}


def _candidates(connection: Connection, key: int, telling: Telling) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for part in chunks(looked_up(telling)):
        others = connection.scalars(select(blocks.c.claim).where(blocks.c.block.in_(part)))
        found.update((min(key, o), max(key, o)) for o in others if o != key)
    return found


def _reach(connection: Connection, claims: set[int]) -> set[int]:
    """All claims that chains of links connect with ``claims``, these among them."""
    reached, ahead = set(claims), set(claims)
    while ahead:
        ahead = {k for link in _links_of(connection, ahead) for k in link[:2]} - reached
        reached |= ahead
    return reached


def _links_of(connection: Connection, claims: Iterable[int]) -> list[tuple[int, int, int, str]]:
    found: dict[tuple[int, int], tuple[int, int, int, str]] = {}
    for part in chunks(claims):
        for column in (links.c.left, links.c.right):
            for row in connection.execute(select(links).where(column.in_(part))):
                found[row.left, row.right] = (row.left, row.right, row.score, row.reasons)
    return list(found.values())


def _regroup(connection: Connection, claims: set[int]) -> None:
    """Group ``claims``, a whole number of components, and write their agreements."""
    if not claims:
        return
    keyed = read_tellings(connection, claims)
    tellings = {telling.id: telling for telling in keyed.values()}
    between = read_links(connection, keyed)
    _forget(connection, claims)
    for group in cluster(tellings, between):
        _store(connection, assemble([tellings[t] for t in group]))


def read_links(connection: Connection, keyed: Keyed) -> list[Link]:
    """The links between the tellings given by their keys."""
    return [
        Link(keyed[a].id, keyed[b].id, score, tuple(msgspec.json.decode(reasons)))
        for a, b, score, reasons in _links_of(connection, keyed)
        if a in keyed and b in keyed
    ]


def _refresh(connection: Connection, claims: set[int]) -> None:
    """Weigh anew the agreements of ``claims``, whose articles have become copies or originals."""
    names: set[str] = set()
    for part in chunks(claims):
        names.update(connection.scalars(select(agreement_claims.c.record).where(agreement_claims.c.key.in_(part))))
    for name in names:
        members = connection.scalars(select(agreement_claims.c.key).where(agreement_claims.c.record == name)).all()
        _forget(connection, set(members))
        _store(connection, assemble(list(read_tellings(connection, members).values())))


def _forget(connection: Connection, claims: set[int]) -> None:
    """Delete the agreements that ``claims`` are in."""
    for part in chunks(claims):
        names = select(agreement_claims.c.record).where(agreement_claims.c.key.in_(part))
        connection.execute(delete(agreements).where(agreements.c.id.in_(names)))


def _store(connection: Connection, record: AgreementRecord) -> None:
    first, last = iso(record.date)
    connection.execute(
        insert(agreements).values(
            id=record.id,
            kind=record.kind,
            status=record.status,
            date=record.date,
            first=first,
            last=last,
            subject=record.subject,
            place=record.place,
            claims=len(record.tellings),
        )
    )
    for part in chunks(record.tellings):
        connection.execute(update(agreement_claims).where(agreement_claims.c.id.in_(part)).values(record=record.id))
