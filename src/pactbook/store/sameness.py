"""Bodies that an analyst said to be one, and the tellings under the ids that stand for them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from pactbook.model.decision import Decision
from pactbook.model.record import Telling
from pactbook.record.oneness import one_body, renamed
from pactbook.store.rulings import meant_by, read_standing
from pactbook.store.tables import anchors, decisions
from pactbook.store.tellings import read_tellings


def read_same(connection: Connection) -> dict[str, str]:
    """Body → the body that stands for it, for those that an analyst said to be one with another."""
    names = connection.scalars(select(decisions.c.id).where(decisions.c.action == "same")).all()
    if not names:
        return {}
    return one_body([a.article for a in d.anchors] for d in read_standing(connection, names) if d.action == "same")


def read_told(connection: Connection, keys: Iterable[int]) -> dict[int, Telling]:
    """Claim key → telling, its parties under the ids that stand for them."""
    same = read_same(connection)
    return {key: renamed(telling, same) for key, telling in read_tellings(connection, keys).items()}


def renamed_by(connection: Connection, some: Iterable[Decision]) -> set[str]:
    """The bodies that these decisions, or those that they undo, may call otherwise, with all ever joined to them."""
    ids = meant_by(connection, some)
    asked = select(decisions.c.id, anchors.c.article).join(anchors).where(decisions.c.action == "same")
    groups: dict[str, list[str]] = {}
    for row in connection.execute(asked):
        groups.setdefault(row.id, []).append(row.article)
    stands = one_body(groups.values())
    touched = {stands[body] for name, group in groups.items() if name in ids for body in group}
    return {body for body, other in stands.items() if other in touched}
