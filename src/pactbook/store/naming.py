"""How bodies and states are called when they are shown."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from pactbook.knowledge.countries import countries
from pactbook.knowledge.gazetteer import bodies
from pactbook.store.bodies import read_names
from pactbook.store.entered import read_entered


def names_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Id or ISO code → the name to show: the gazetteer's first, else the commonest in the articles, else the analyst's.

    An id that nobody calls anything stands for itself.
    """
    shown = {i: _known_name(i) for i in sorted(set(ids))}
    stored = read_names(connection, [i for i, name in shown.items() if name is None])
    called = {i: name or next(iter(stored[i]), "") for i, name in shown.items()}
    entered = read_entered(connection, [i for i, name in called.items() if not name])
    return {i: name or (entered[i].name if i in entered else i) for i, name in called.items()}


def _known_name(key: str) -> str | None:
    if key in countries():
        return countries()[key].names[0]
    body = bodies().get(key)
    return next(iter([*body.en, *body.vi, *body.ko])) if body else None
