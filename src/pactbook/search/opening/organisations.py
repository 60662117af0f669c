"""Organisations that answer a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from pactbook.knowledge import gazetteer
from pactbook.model.body import BodyRecord
from pactbook.model.hits import BodyHit
from pactbook.search.query import Query
from pactbook.search.ranking import Scored
from pactbook.search.wording import Marker, marker
from pactbook.store.bodies import read_bodies
from pactbook.store.naming import names_of


def open_organisations(connection: Connection, query: Query, found: Sequence[Scored]) -> list[BodyHit]:
    """The organisations of what was found, each with the name that answers."""
    ids = [one.id for one in found]
    bodies = {body.id: body for body in read_bodies(connection, ids)}
    names = names_of(connection, ids)
    sought = marker(query.tree())
    return [_hit(bodies[name], names[name], sought, score) for name, score, _ in found if name in bodies]


def _hit(body: BodyRecord, name: str, sought: Marker, score: float) -> BodyHit:
    """The name with most of the words; the one to show, of several."""
    known = gazetteer.bodies().get(body.id)
    more = (*known.en, *known.vi, *known.ko, *known.acronyms, *known.short) if known else ()
    names = tuple(dict.fromkeys((name, *body.names, *more)))
    marks = {one: sought.marks(one) for one in names}
    best = max(names, key=lambda one: sum(end - start for start, end in marks[one]) / (len(one) + 1))
    return BodyHit(replace(body, names=tuple(dict.fromkeys((name, *body.names)))), name, best, marks[best], score)
