"""Keep the agreements in step with the claims, touching only those that a change concerns.

New claims are compared with the claims in their blocks; links reach on to all claims that they could share an
agreement with; these, and no others, are grouped anew. That gives what grouping everything at once would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from pactbook.knowledge import gazetteer
from pactbook.model.record import AgreementRecord, Telling
from pactbook.record.assemble import assemble
from pactbook.record.candidates import filed_under
from pactbook.record.cluster import cluster
from pactbook.record.identity import is_state
from pactbook.record.periods import iso
from pactbook.store import fulltext
from pactbook.store.bodies import read_names
from pactbook.store.chunks import chunks
from pactbook.store.figures import settle_all_figures
from pactbook.store.linking import link, reach, read_links, unlink
from pactbook.store.naming import names_of
from pactbook.store.rulings import read_rulings
from pactbook.store.sameness import read_same, read_told
from pactbook.store.tables import (
    agreement_claims,
    agreement_parties,
    agreement_sectors,
    agreements,
    blocks,
    bodies,
    claim_parties,
    claim_sectors,
    links,
)
from pactbook.store.tellings import read_tellings


def resolve(connection: Connection, new: Sequence[int], recopied: Iterable[int]) -> None:
    """Bring the agreements up to date: ``new`` articles have new claims, ``recopied`` ones count differently now."""
    fresh = _claims_of(connection, new)
    _regroup(connection, reach(connection, fresh | link(connection, _file(connection, fresh))))
    _refresh(connection, _claims_of(connection, set(recopied) - set(new)))


def release(connection: Connection, article: int) -> None:
    """Before the claims of ``article`` go: put together anew what is left of the agreements that they are part of."""
    going = _claims_of(connection, [article])
    left = reach(connection, going)
    unlink(connection, going)
    _forget(connection, going)
    _regroup(connection, reach(connection, left - going))


def settle(connection: Connection, claims: Iterable[int], recopied: Iterable[int] = ()) -> None:
    """Put together anew the agreements of ``claims``, which a decision is about, and weigh those of ``recopied``."""
    reached = reach(connection, set(claims))
    _regroup(connection, reached)
    index_claims(connection, reached)
    _refresh(connection, _claims_of(connection, recopied))


def rename(connection: Connection, names: Iterable[str]) -> None:
    """Put together anew what the claims that name these bodies are part of: other ids stand for them now."""
    claims: set[int] = set()
    for part in chunks(names):
        claims.update(connection.scalars(select(claim_parties.c.claim).where(claim_parties.c.party.in_(part))))
    left = reach(connection, claims)
    unlink(connection, claims)
    _forget(connection, left)
    _regroup(connection, reach(connection, left | claims | link(connection, _file(connection, claims))))


def rebuild(connection: Connection) -> None:
    """Put everything together anew from the stored claims and decisions."""
    connection.execute(delete(links))
    connection.execute(delete(agreements))
    connection.execute(update(agreement_claims).values(record=None))
    every = set(connection.scalars(select(agreement_claims.c.key)))
    connection.execute(delete(blocks))
    told = _file(connection, every)
    link(connection, told)
    _regroup(connection, every, told)
    settle_all_figures(connection)


def _file(connection: Connection, claims: Iterable[int]) -> dict[int, Telling]:
    """File the claims where others that could be the same agreement look for them; return them as told."""
    told = read_told(connection, claims)
    rows = [{"block": b, "claim": key} for key, telling in told.items() for b in sorted(filed_under(telling))]
    if rows:
        connection.execute(insert(blocks), rows)
    return told


def _claims_of(connection: Connection, articles: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for part in chunks(articles):
        found.update(connection.scalars(select(agreement_claims.c.key).where(agreement_claims.c.article.in_(part))))
    return found


def _regroup(connection: Connection, claims: set[int], told: Mapping[int, Telling] | None = None) -> None:
    """Group ``claims``, a whole number of components, and write their agreements; ``told`` if they were read before."""
    keyed = dict(told) if told is not None else read_told(connection, claims)
    tellings = {telling.id: telling for telling in keyed.values()}
    between = read_links(connection, keyed)
    ruled = read_rulings(connection, keyed)
    _forget(connection, claims)
    groups = cluster(tellings, between, ruled)
    _store(connection, [assemble([tellings[t] for t in group], (), ruled) for group in groups])
    if ruled.edits:
        index_claims(connection, claims)


def index_claims(connection: Connection, claims: set[int]) -> None:
    """Let the claims be found by what was decided about their agreements, and by nothing that was taken back."""
    keyed = read_tellings(connection, claims)
    ruled = read_rulings(connection, keyed)
    for key, telling in keyed.items():
        latest = {d.field: d.value for d in ruled.edits_of([telling.id])}
        parties = latest.get("parties", telling.claim.parties)
        subject = latest.get("subject", (telling.claim.subject,))[0]
        called = read_names(connection, parties)
        known = names_of(connection, parties)
        fulltext.rename_agreement(connection, key, subject, {p: " ".join([known[p], *called[p]]) for p in parties})


def _refresh(connection: Connection, claims: set[int]) -> None:
    """Weigh anew the agreements of ``claims``, whose articles have become copies or originals."""
    names: set[str] = set()
    for part in chunks(claims):
        names.update(connection.scalars(select(agreement_claims.c.record).where(agreement_claims.c.key.in_(part))))
    for name in names:
        members = connection.scalars(select(agreement_claims.c.key).where(agreement_claims.c.record == name)).all()
        keyed = read_told(connection, members)
        _forget(connection, set(members))
        _store(connection, [assemble(list(keyed.values()), (), read_rulings(connection, keyed))])


def _forget(connection: Connection, claims: set[int]) -> None:
    """Delete the agreements that ``claims`` are in."""
    for part in chunks(claims):
        mine = agreement_claims.c.key.in_(part)
        names = connection.scalars(select(agreement_claims.c.record).where(mine).distinct()).all()
        connection.execute(update(agreement_claims).where(mine).values(record=None))
        connection.execute(delete(agreements).where(agreements.c.id.in_([n for n in names if n])))


def _store(connection: Connection, records: Sequence[AgreementRecord]) -> None:
    if not records:
        return
    connection.execute(insert(agreements), [_row(record) for record in records])
    members = [{"name": record.id, "claim": claim} for record in records for claim in record.tellings]
    claim = agreement_claims.c
    named = update(agreement_claims).where(claim.id == bindparam("claim")).values(record=bindparam("name"))
    connection.execute(named, members)
    _tell_parties_and_sectors(connection, records)


def _tell_parties_and_sectors(connection: Connection, records: Sequence[AgreementRecord]) -> None:
    """Keep what any claim says of who takes part and in what field, unless an analyst has said it."""
    claim, party, sector = agreement_claims.c, claim_parties.c, claim_sectors.c
    for part in chunks(record.id for record in records):
        named = claim.record.in_(part)
        who = select(claim.record, party.party, func.max(party.country)).join(claim_parties).where(named)
        what = select(claim.record, sector.sector).distinct().join(claim_sectors).where(named)
        connection.execute(
            insert(agreement_parties).from_select(
                ["agreement", "party", "country"], who.group_by(claim.record, party.party)
            )
        )
        connection.execute(insert(agreement_sectors).from_select(["agreement", "sector"], what))
    _stand_for(connection, [record.id for record in records])
    for record in records:
        decided = {c.name for c in record.cells if c.decision}
        if "parties" in decided:
            connection.execute(delete(agreement_parties).where(agreement_parties.c.agreement == record.id))
            rows = [{"agreement": record.id, "party": p, "country": _side(connection, p)} for p in record.parties]
            connection.execute(insert(agreement_parties), rows)
        if "sectors" in decided:
            connection.execute(delete(agreement_sectors).where(agreement_sectors.c.agreement == record.id))
            for name in record.sectors:
                connection.execute(insert(agreement_sectors).values(agreement=record.id, sector=name))


def _stand_for(connection: Connection, names: Sequence[str]) -> None:
    """Name the parties of these agreements by the ids that stand for them."""
    same = read_same(connection)
    for body, other in same.items():
        if body == other:
            continue
        for part in chunks(names):
            mine = (agreement_parties.c.party == body, agreement_parties.c.agreement.in_(part))
            rows = connection.execute(select(agreement_parties).where(*mine)).all()
            connection.execute(delete(agreement_parties).where(*mine))
            for row in rows:
                taken = (agreement_parties.c.party == other, agreement_parties.c.agreement == row.agreement)
                if connection.scalar(select(func.count()).where(*taken)) == 0:
                    added = insert(agreement_parties).values(agreement=row.agreement, party=other, country=row.country)
                    connection.execute(added)


def _side(connection: Connection, party: str) -> str | None:
    """Where a party that an analyst named belongs: a state to itself, a body as the gazetteer or the articles say."""
    if is_state(party):
        return party
    if party in gazetteer.bodies():
        return gazetteer.bodies()[party].country
    said: str | None = connection.scalar(select(func.max(bodies.c.country)).where(bodies.c.body == party))
    return said


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
