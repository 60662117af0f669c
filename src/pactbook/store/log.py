"""Parts of the log of decisions: a page of it, one decision, those about some claims or figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, Select, func, or_, select

from pactbook.model.decision import Decision
from pactbook.record.rulings import Located, taken_back
from pactbook.store.chunks import chunks
from pactbook.store.rulings import locate_all, read_chain
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.decisions import anchors, decisions


class Logged(NamedTuple):
    """A decision with what it was found to be about. ``stands``: nobody took it back."""

    located: Located
    stands: bool


def count_log(connection: Connection) -> int:
    """How many decisions there are."""
    return int(connection.scalar(select(func.count()).select_from(decisions)) or 0)


def read_page(connection: Connection, first: int, size: int) -> list[Logged]:
    """So many decisions from the ``first`` on (from 0), the latest first."""
    asked = select(decisions.c.id).order_by(decisions.c.when.desc(), decisions.c.id.desc())
    return _read(connection, connection.scalars(asked.offset(first).limit(size)).all())


def read_one(connection: Connection, name: str) -> Logged | None:
    """The decision of that id."""
    return next(iter(_read(connection, connection.scalars(select(decisions.c.id).where(decisions.c.id == name)))), None)


def read_about(connection: Connection, things: Iterable[str]) -> list[Logged]:
    """The decisions about any of these claims or figures (by id), the latest first."""
    names: set[str] = set()
    for part in chunks(things):
        asked: Select[tuple[str]] = select(decisions.c.id).join(anchors).distinct()
        claims = select(agreement_claims.c.key).where(agreement_claims.c.id.in_(part))
        names.update(connection.scalars(asked.where(or_(anchors.c.claim.in_(claims), anchors.c.figure.in_(part)))))
    return _read(connection, names)


def read_latest(connection: Connection) -> Decision | None:
    """The last decision that stands."""
    first, size = 0, 20
    while page := read_page(connection, first, size):
        for one in page:
            if one.stands and one.located.decision.action != "undo":
                return one.located.decision
        first += size
    return None


def read_beginning(connection: Connection, letters: str) -> list[Decision]:
    """The decisions whose ids begin so."""
    fitting = decisions.c.id.startswith(letters, autoescape=True)
    names = set(connection.scalars(select(decisions.c.id).where(fitting)))
    return [decision for decision in read_chain(connection, names) if decision.id in names]


def _read(connection: Connection, names: Iterable[str]) -> list[Logged]:
    wanted = set(names)
    chain = read_chain(connection, wanted)
    undone = taken_back(chain)
    every = [decision for decision in chain if decision.id in wanted]
    every.sort(key=lambda d: (d.when, d.id), reverse=True)
    return [Logged(one, one.decision.id not in undone) for one in locate_all(connection, every)]
