"""Bodies that no article names: an analyst made them parties, by a name of the gazetteer or by his own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, exists, select

from pactbook.knowledge import gazetteer
from pactbook.model.decision import BODY, Anchor
from pactbook.store.chunks import AMONG, rows_among
from pactbook.store.rulings import decision_of
from pactbook.store.tables.agreements import agreement_parties
from pactbook.store.tables.bodies import bodies
from pactbook.store.tables.decisions import anchors, decisions


@dataclass(frozen=True, slots=True)
class Entered:
    """A body as an analyst entered it; ``country`` is an ISO code, or XX for an international body."""

    id: str
    name: str
    kind: str
    country: str


@dataclass(frozen=True, slots=True)
class Untold:
    """What is known of a body from elsewhere than articles."""

    names: tuple[str, ...]
    kind: str
    country: str


_OTHERS = 1
_BY_ID = (
    select(decisions.c.whole)
    .join(anchors)
    .where(anchors.c.side == _OTHERS, decisions.c.action == "edit", anchors.c.article.in_(AMONG))
)
_PARTIES = (
    select(anchors.c.article)
    .join(decisions)
    .where(
        anchors.c.side == _OTHERS,
        decisions.c.action == "edit",
        anchors.c.article.in_(select(agreement_parties.c.party)),
    )
    .distinct()
)


def read_entered(connection: Connection, ids: Iterable[str]) -> dict[str, Entered]:
    """Those of ``ids`` that an analyst ever entered, as the latest decision has them: one that was taken back too,
    since it still is told."""
    wanted = set(ids)
    made = [decision_of(row.whole) for row in rows_among(connection, _BY_ID, sorted(wanted))]
    told = (anchor for d in sorted(made, key=lambda d: (d.when, d.id)) for anchor in d.others)
    return {a.article: _of(a) for a in told if a.what == BODY and a.article in wanted}


_UNTOLD = (
    select(agreement_parties.c.party).distinct().where(~exists().where(bodies.c.body == agreement_parties.c.party))
)
_UNTOLD_AMONG = _UNTOLD.where(agreement_parties.c.party.in_(AMONG))


def untold_parties(connection: Connection, among: Iterable[str] | None = None) -> dict[str, Untold]:
    """The parties of agreements, all or those ``among`` these ids, that no article names, in the order of their ids."""
    if among is None:
        return read_untold(connection, sorted(connection.scalars(_UNTOLD)))
    found = {row.party for row in rows_among(connection, _UNTOLD_AMONG, sorted(set(among)))}
    return read_untold(connection, sorted(found))


def read_untold(connection: Connection, ids: Iterable[str]) -> dict[str, Untold]:
    """Those of ``ids``, in their order, that the gazetteer holds or that an analyst entered; states are not."""
    wanted = list(ids)
    if not wanted:
        return {}
    listed = gazetteer.bodies()
    entered = read_entered(connection, (i for i in wanted if i not in listed))
    found = {}
    for i in wanted:
        if body := listed.get(i):
            found[i] = Untold((*body.en, *body.vi, *body.ko), body.kind, body.country)
        elif own := entered.get(i):
            found[i] = Untold((own.name,), own.kind, own.country)
    return found


def entered_parties(connection: Connection) -> dict[str, Entered]:
    """The bodies that an analyst entered and that take part in an agreement as it stands."""
    return read_entered(connection, connection.scalars(_PARTIES))


def anchor_of_entered(body: Entered) -> Anchor:
    """How a decision keeps the body."""
    return Anchor(body.id, 0, body.name, body.kind, (body.country,), BODY)


def _of(anchor: Anchor) -> Entered:
    return Entered(anchor.article, anchor.quote, anchor.kind, anchor.parties[0])
