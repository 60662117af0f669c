"""Keep the agreements in step with the claims, touching only those that a change concerns.

New claims are filed by their sorts; bonds reach on to all claims that they could share an agreement with; these, and
no others, are grouped anew, and only agreements that changed are written. That gives what grouping everything at once
would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from pactbook.knowledge import gazetteer
from pactbook.model.agreement import AgreementRecord
from pactbook.record.assemble import sum_up
from pactbook.record.identity import is_state
from pactbook.record.periods import iso
from pactbook.store import fulltext
from pactbook.store.bodies import read_names
from pactbook.store.chunks import chunks
from pactbook.store.entered import read_entered
from pactbook.store.figure_bodies import named_beside
from pactbook.store.grouping import group, handfuls
from pactbook.store.journal import touch
from pactbook.store.linking import claims_of, file_claims, reach, sorts_of, take_out
from pactbook.store.naming import names_of
from pactbook.store.pages import pages
from pactbook.store.rulings import read_rulings
from pactbook.store.sameness import read_same, read_told
from pactbook.store.tables.agreements import agreement_parties, agreement_sectors, agreements
from pactbook.store.tables.bodies import bodies
from pactbook.store.tables.claims import agreement_claims, claim_parties, claim_sectors
from pactbook.store.tables.decisions import anchors
from pactbook.store.tellings import read_tellings


def resolve(connection: Connection, new: Sequence[int], recopied: Iterable[int]) -> None:
    """Bring the agreements up to date: ``new`` articles have new claims, ``recopied`` ones count differently now."""
    fresh = _claims_of(connection, new)
    concerned = file_claims(connection, read_told(connection, fresh))
    regroup(connection, reach(connection, concerned), fresh)
    _refresh(connection, _claims_of(connection, set(recopied) - set(new)))


def release(connection: Connection, article: int) -> None:
    """Before the claims of ``article`` go: put together anew what is left of the agreements that they are part of."""
    going = _claims_of(connection, [article])
    _forget(connection, _records_of(connection, going))
    left = take_out(connection, going)
    regroup(connection, reach(connection, left))


def settle(connection: Connection, claims: Iterable[int], recopied: Iterable[int] = ()) -> None:
    """Put together anew the agreements of ``claims``, which a decision is about, and weigh those of ``recopied``."""
    reached = reach(connection, sorts_of(connection, claims))
    regroup(connection, reached)
    index_claims(connection, claims_of(connection, reached))
    _refresh(connection, _claims_of(connection, recopied))


#: The claims of agreements by their parties, which may be so by an analyst's word alone.
_TAKING_PART = select(agreement_claims.c.key).join(
    agreement_parties, agreement_parties.c.agreement == agreement_claims.c.record
)


def rename(connection: Connection, names: Iterable[str]) -> None:
    """Put together anew what the claims that name these bodies are part of, and the agreements in which they take part:
    other ids stand for them now.
    """
    claims: set[int] = set()
    names = set(names)
    touch(connection, "organisations", names)
    touch(connection, "figures", named_beside(connection, names))
    for part in chunks(names):
        claims.update(connection.scalars(select(claim_parties.c.claim).where(claim_parties.c.party.in_(part))))
        claims.update(connection.scalars(_TAKING_PART.where(agreement_parties.c.party.in_(part))))
    left = take_out(connection, claims)
    concerned = file_claims(connection, read_told(connection, claims))
    regroup(connection, reach(connection, left | concerned))


def regroup(connection: Connection, sorts: set[str], fresh: set[int] | None = None) -> None:
    """Group the claims of ``sorts``, a whole number of components, and write their agreements.

    With ``fresh``, the claims that are new, agreements that hold none and stay as they were are left alone.
    """
    grouped = group(connection, sorts)
    changed = grouped.groups if fresh is None else grouped.changed(fresh)
    _forget(connection, grouped.records_of([grouped.members] if fresh is None else changed))
    for some in handfuls(changed):
        told = read_told(connection, [key for keys in some for key in keys], evidence=False)
        store(connection, [sum_up([told[key] for key in keys], grouped.rulings) for keys in some])
    if grouped.rulings.edits:
        index_claims(connection, {key for keys in changed for key in keys})


def _claims_of(connection: Connection, articles: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for part in chunks(articles):
        found.update(connection.scalars(select(agreement_claims.c.key).where(agreement_claims.c.article.in_(part))))
    return found


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


def index_named(connection: Connection, names: Iterable[str]) -> None:
    """The same for claims that are given by their ids."""
    for part in chunks(names):
        keys = select(agreement_claims.c.key).where(agreement_claims.c.id.in_(part))
        index_claims(connection, set(connection.scalars(keys)))


def _refresh(connection: Connection, claims: set[int]) -> None:
    """Weigh anew the agreements of ``claims``, whose articles have become copies or originals."""
    for name in _records_of(connection, claims):
        members = connection.scalars(select(agreement_claims.c.key).where(agreement_claims.c.record == name)).all()
        keyed = read_told(connection, members, evidence=False)
        _forget(connection, [name])
        store(connection, [sum_up(list(keyed.values()), read_rulings(connection, keyed))])


def _records_of(connection: Connection, claims: Iterable[int]) -> set[str]:
    """The agreements that ``claims`` are in."""
    names: set[str | None] = set()
    for part in chunks(claims):
        names.update(connection.scalars(select(agreement_claims.c.record).where(agreement_claims.c.key.in_(part))))
    return {name for name in names if name}


def _forget(connection: Connection, names: Iterable[str]) -> None:
    """Delete agreements; their claims are in none until they are grouped anew."""
    names = set(names)
    _touch(connection, names)
    for part in chunks(names):
        connection.execute(update(agreement_claims).where(agreement_claims.c.record.in_(part)).values(record=None))
        connection.execute(delete(agreements).where(agreements.c.id.in_(part)))


def store(connection: Connection, records: Sequence[AgreementRecord]) -> None:
    """Write new agreements, and in their claims that they are part of them."""
    if not records:
        return
    connection.execute(insert(agreements), [_row(record) for record in records])
    members = [{"name": record.id, "claim": claim} for record in records for claim in record.tellings]
    claim = agreement_claims.c
    named = update(agreement_claims).where(claim.id == bindparam("claim")).values(record=bindparam("name"))
    connection.execute(named, members)
    _tell_parties_and_sectors(connection, records)
    _touch(connection, {record.id for record in records})


def _touch(connection: Connection, names: set[str]) -> None:
    """Note that these agreements come or go, and that their parties' partners and fields do."""
    touch(connection, "agreements", names)
    party = agreement_parties.c
    parties: set[str] = set()
    for part in chunks(names):
        parties.update(connection.scalars(select(party.party).distinct().where(party.agreement.in_(part))))
    touch(connection, "organisations", {name for name in parties if not is_state(name)})


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
    place_parties(connection, records)


def place_parties(connection: Connection, records: Iterable[AgreementRecord]) -> None:
    """Note which parties the record shows, and in what order."""
    party = agreement_parties.c
    mine = (party.agreement == bindparam("name"), party.party == bindparam("who"))
    places = [{"name": r.id, "who": who, "place": n} for r in records for n, who in enumerate(r.parties)]
    if places:
        connection.execute(update(agreement_parties).where(*mine).values(n=bindparam("place")), places)


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
    """Where a party that an analyst named belongs: a state to itself, a body as the gazetteer or the articles say, else
    as it was entered."""
    if is_state(party):
        return party
    if party in gazetteer.bodies():
        return gazetteer.bodies()[party].country
    said: str | None = connection.scalar(select(func.max(bodies.c.country)).where(bodies.c.body == party))
    entered = None if said else read_entered(connection, [party]).get(party)
    return entered.country if entered else said


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
        **_doubts(record),
    }


def _doubts(record: AgreementRecord) -> dict[str, int]:
    """How many fields its sources contradict each other in, and whether an analyst accepted it or set a field."""
    return {
        "conflicts": sum(cell.level == "conflict" for cell in record.cells),
        "decided": int(record.accepted is not None or any(cell.decision for cell in record.cells)),
    }


def weigh_all(connection: Connection) -> None:
    """Note of every agreement what is in doubt; of one told once nothing is, unless an analyst spoke of it."""
    claim = agreement_claims.c
    spoken = select(claim.record).join(anchors, anchors.c.claim == claim.key)
    several = select(agreements.c.id).where(agreements.c.claims > 1)
    for record in _summed_up(connection, {*connection.scalars(several), *connection.scalars(spoken)} - {None}):
        connection.execute(update(agreements).where(agreements.c.id == record.id).values(_doubts(record)))


def place_all_parties(connection: Connection) -> None:
    """Note of every agreement which parties the record shows."""
    for page in pages(connection, agreements.c.id):
        place_parties(connection, _summed_up(connection, page))


def _summed_up(connection: Connection, names: Iterable[str]) -> Iterator[AgreementRecord]:
    """These agreements as their tellings and what was decided of them make them."""
    claim = agreement_claims.c
    for part in chunks(names):
        members: dict[str, list[int]] = {}
        for row in connection.execute(select(claim.record, claim.key).where(claim.record.in_(part))):
            members.setdefault(row.record, []).append(row.key)
        told = read_told(connection, [key for keys in members.values() for key in keys], evidence=False)
        ruled = read_rulings(connection, told)
        for keys in members.values():
            yield sum_up([told[key] for key in keys], ruled)
