"""Organisations that may be one under two names."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from pactbook.record.namesakes import Namesakes
from pactbook.search.doubts.doubt import Doubt, Grounds
from pactbook.search.namesakes import namesakes_of
from pactbook.store.rulings import read_bodies_said


def as_doubts(connection: Connection, found: Iterable[Namesakes]) -> list[Doubt]:
    """Likely pairs as things to decide, without those that were decided since they were found."""
    said = read_bodies_said(connection)
    apart = {frozenset(said.same.get(body, body) for body in pair) for pair in said.strangers}
    open_ones = (n for n in found if not {n.one, n.other} & said.same.keys() - set(said.same.values()))
    return [Doubt("bodies", (n.one, n.other)) for n in open_ones if frozenset((n.one, n.other)) not in apart]


def grounds(connection: Connection, doubt: Doubt) -> Grounds:
    """What speaks for one body."""
    found = namesakes_of(connection, *doubt.about)
    return Grounds(found.reasons if found else ())
