"""Read agreements back: each put together from its claims, with the reasons of every merge."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from pactbook.model.record import AgreementRecord, Telling
from pactbook.record.assemble import assemble
from pactbook.store.chunks import chunks
from pactbook.store.linking import read_links
from pactbook.store.rulings import read_rulings
from pactbook.store.sameness import read_told
from pactbook.store.tables import agreement_claims


def read_agreements(
    connection: Connection, ids: Iterable[str]
) -> dict[str, tuple[AgreementRecord, tuple[Telling, ...]]]:
    """Id → the agreement and its tellings, in the order of ``ids``; ids that are no agreement's are left out."""
    wanted = list(dict.fromkeys(ids))
    members: dict[str, list[int]] = {}
    claim = agreement_claims.c
    for part in chunks(wanted):
        for row in connection.execute(select(claim.record, claim.key).where(claim.record.in_(part))):
            members.setdefault(row.record, []).append(row.key)
    keyed = read_told(connection, [key for keys in members.values() for key in keys])
    links, ruled = read_links(connection, keyed), read_rulings(connection, keyed)
    of = {keyed[key].id: name for name, keys in members.items() for key in keys}
    inside = {name: [k for k in links if of[k.left] == name == of[k.right]] for name in members} if links else {}
    return {
        name: (
            assemble([keyed[key] for key in members[name]], inside.get(name, ()), ruled),
            tuple(sorted((keyed[key] for key in members[name]), key=lambda t: (t.published or "9999", t.id))),
        )
        for name in wanted
        if name in members
    }
