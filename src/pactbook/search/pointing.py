"""What a word that a user typed points at."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from pactbook.errors import QueryError
from pactbook.record.identity import is_state
from pactbook.search.naming import bodies_like
from pactbook.store.sameness import read_same
from pactbook.store.tables.agreements import agreement_parties
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import bodies
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.figures import figure_claims, figure_originals

#: The beginning of an id must be this long to stand for it.
_SHORTEST = 4
#: Where figures are: those that stand, and what was said of those that were changed or rejected.
_FIGURES = (figure_claims, figure_originals)
#: So many fitting things are named when more than one fits.
_NAMED = 10


def point(connection: Connection, key: str) -> tuple[str, str]:
    """The kind (``agreement``, ``claim``, ``figure``, ``article``, ``organisation``) and the whole id of what is meant.

    An agreement's id is that of one of its claims: it means the agreement. A claim that an analyst rejected belongs to
    no agreement and stands for itself; any other claim stands for its agreement. A figure may have been
    rejected. Raises QueryError when nothing or more than one thing fits.
    """
    found = _exactly(connection, key) or _beginning(connection, key) or _named(connection, key)
    if not found:
        raise QueryError(f"nothing in the record is called {key!r}")
    if len(found) > 1:
        more = ", ..." if len(found) > _NAMED else ""
        fitting = ", ".join(f"{name} ({kind})" for kind, name in found[:_NAMED])
        raise QueryError(f"{key!r} may mean any of these: {fitting}{more}")
    return found[0]


def point_at_claim(connection: Connection, key: str) -> str:
    """The whole id of the claim of an agreement that ``key`` begins. Raises QueryError."""
    claim = agreement_claims.c.id
    found = connection.scalars(select(claim).where(claim.startswith(key, autoescape=True)).limit(2)).all()
    if len(key) < _SHORTEST or len(found) != 1:
        raise QueryError(f"{key!r} is no claim of the record" if len(found) != 2 else f"{key!r} begins several claims")
    name: str = found[0]
    return name


def _exactly(connection: Connection, key: str) -> list[tuple[str, str]]:
    claim = connection.execute(
        select(agreement_claims.c.record, agreement_claims.c.id).where(agreement_claims.c.id == key)
    ).first()
    article = connection.scalar(select(articles.c.id).where(articles.c.id == key))
    figures = (connection.scalar(select(table.c.id).where(table.c.id == key)) for table in _FIGURES)
    body = next(iter(_present(connection, [key])), None)
    if claim:
        return [_of_claim(*claim)]
    found = (("article", article), *(("figure", figure) for figure in figures), ("organisation", body))
    return [(kind, name) for kind, name in found if name][:1]


def _beginning(connection: Connection, key: str) -> list[tuple[str, str]]:
    if len(key) < _SHORTEST:
        return []
    claim, article = agreement_claims.c, articles.c
    claims = connection.execute(select(claim.record, claim.id).where(claim.id.startswith(key, autoescape=True)))
    named = connection.scalars(select(article.id).where(article.id.startswith(key, autoescape=True)))
    found = {_of_claim(*row) for row in claims} | {("article", name) for name in named}
    for table in _FIGURES:
        names = connection.scalars(select(table.c.id).where(table.c.id.startswith(key, autoescape=True)))
        found |= {("figure", name) for name in names}
    return sorted(found)


def _of_claim(record: str | None, claim: str) -> tuple[str, str]:
    return ("agreement", record) if record else ("claim", claim)


def _named(connection: Connection, key: str) -> list[tuple[str, str]]:
    """Organisations of the record that are called so; an organisation's id may be begun too."""
    ids = bodies_like(connection, key)
    same = read_same(connection)
    every = {*ids, *(body for body, stands in same.items() if stands in ids)}
    return [("organisation", name) for name in sorted({same.get(body, body) for body in _present(connection, every)})]


def _present(connection: Connection, names: Iterable[str]) -> set[str]:
    """Those of these bodies that an article names, or that an analyst made a party of an agreement."""
    named = [name for name in names if not is_state(name)]
    party = agreement_parties.c.party
    found = set(connection.scalars(select(bodies.c.body).distinct().where(bodies.c.body.in_(named))))
    return found.union(connection.scalars(select(party).distinct().where(party.in_(named))))
