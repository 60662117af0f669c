"""Which bodies and states a name means."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from sqlalchemy import Connection, select

from pactbook.knowledge import gazetteer
from pactbook.knowledge.countries import countries
from pactbook.search.catalogue.keeping import shelf
from pactbook.search.listed import bodies_listed
from pactbook.store.entered import entered_parties
from pactbook.store.sameness import read_same
from pactbook.store.tables.bodies import body_names
from pactbook.text.fold import fold_name
from pactbook.text.grams import index_words, query_words


@cache
def _known_names() -> dict[str, frozenset[str]]:
    """Folded name → ids of the bodies of the gazetteer and codes of the states that are called so."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, country in countries().items():
        for name in (*country.names, *country.governments):
            found[fold_name(name)].add(code)
    for key, body in gazetteer.bodies().items():
        for name in (*body.en, *body.vi, *body.ko, *body.acronyms, *body.short):
            found[fold_name(name)].add(key)
    return {name: frozenset(ids) for name, ids in found.items()}


def bodies_named(connection: Connection, name: str) -> frozenset[str]:
    """Ids of the bodies, and codes of the states, that are called exactly ``name``: in any language, with or without
    marks, in the gazetteer, in any article of the record or in an analyst's words."""
    folded = fold_name(name)
    if not folded:
        return frozenset()
    # A code only as it is written: "in" and "us" are words, "IN" and "US" may be states.
    code = frozenset({name} & countries().keys())
    stored = connection.scalars(select(body_names.c.body).distinct().where(body_names.c.folded == folded))
    entered = (body.id for body in entered_parties(connection).values() if fold_name(body.name) == folded)
    return _standing_for(connection, code | _known_names().get(folded, frozenset()).union(stored, entered))


def _standing_for(connection: Connection, ids: frozenset[str]) -> frozenset[str]:
    """The bodies under the ids that stand for them in the record."""
    same = read_same(connection)
    return frozenset(same.get(i, i) for i in ids)


def bodies_like(connection: Connection, name: str) -> frozenset[str]:
    """The bodies that ``name`` may mean: an id or ISO code, a whole name, or else words within names.

    Those that articles name go before those that only the gazetteer knows.
    """
    if name in countries() or name.upper() in countries():
        return frozenset({name.upper()})
    if name in gazetteer.bodies() or _is_in_record(connection, name):
        return _standing_for(connection, frozenset({name}))
    found = bodies_named(connection, name) or _bodies_holding(connection, name)
    return found or _standing_for(connection, bodies_listed(name))


def _is_in_record(connection: Connection, name: str) -> bool:
    """Whether it is the id of a body that an article names, or that an analyst entered."""
    told = select(body_names.c.body).where(body_names.c.body == name).limit(1)
    return connection.scalar(told) is not None or name in entered_parties(connection)


def _bodies_holding(connection: Connection, name: str) -> frozenset[str]:
    """The bodies of the record in whose names the words stand side by side; Hangul may stand within a longer word."""
    words = [gram for word in query_words(name) for gram in word]
    if not words:
        return frozenset()
    wanted = " " + " ".join(gram.text for gram in words) + ("" if words[-1].lone else " ")
    known = shelf(connection, "organisations")
    names = known.column(connection, "names")
    told = {known.ids[n] for n, called in names.items() if any(wanted in one for one in called)}
    entered = entered_parties(connection).values()
    return frozenset(told | {body.id for body in entered if wanted in f" {index_words(body.name).tokens} "})
