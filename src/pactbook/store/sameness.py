"""Bodies that an analyst said to be one, and the tellings under the ids that stand for them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from pactbook.model.decision import Decision
from pactbook.model.told import Telling
from pactbook.record.oneness import one_body, renamed
from pactbook.store.rulings import decision_of, meant_by, read_bodies_said
from pactbook.store.tables.decisions import decisions
from pactbook.store.tellings import read_tellings


def read_same(connection: Connection) -> dict[str, str]:
    """Body → the body that stands for it, for those that an analyst said to be one with another."""
    return dict(read_bodies_said(connection).same)


def read_told(connection: Connection, keys: Iterable[int], *, evidence: bool = True) -> dict[int, Telling]:
    """Claim key → telling, its parties under the ids that stand for them; see ``read_tellings``."""
    same = read_same(connection)
    return {key: renamed(telling, same) for key, telling in read_tellings(connection, keys, evidence=evidence).items()}


def renamed_by(connection: Connection, some: Iterable[Decision]) -> set[str]:
    """The bodies that these decisions, or those that they undo, may call otherwise, with all ever joined to them."""
    ids = meant_by(connection, some)
    asked = select(decisions.c.id, decisions.c.whole).where(decisions.c.action.in_(("same", "differ")))
    said = {row.id: decision_of(row.whole) for row in connection.execute(asked)}
    groups = {name: [a.article for a in decision.anchors] for name, decision in said.items() if decision.on_bodies}
    stands = one_body(group for name, group in groups.items() if said[name].action == "same")
    named = {body for name, group in groups.items() if name in ids for body in group}
    touched = {stands.get(body, body) for body in named}
    return named | {body for body, other in stands.items() if other in touched}
