"""What the words of an analyst's decision are about: claims, figures, articles, bodies."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from pactbook.errors import QueryError
from pactbook.knowledge import gazetteer
from pactbook.model.decision import Anchor
from pactbook.model.told import Telling
from pactbook.pipeline.entering import LIKE, is_new, new_body
from pactbook.record.anchoring import anchor_of, anchor_of_figure
from pactbook.search.listed import bodies_near
from pactbook.search.naming import bodies_like
from pactbook.search.pointing import point, point_at_claim
from pactbook.store.entered import anchor_of_entered, entered_parties
from pactbook.store.naming import names_of
from pactbook.store.rulings import read_said
from pactbook.store.tables.articles import articles
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.figures import figure_claims, figure_originals
from pactbook.store.tellings import read_tellings

#: What a key can be for a decision on agreements.
_OF_AGREEMENTS = ("agreement", "claim")
_INSTEAD = "another name, or an id like kr.koica"
#: So many bodies are named where a name fits several.
_NAMED = 10


def is_figure(connection: Connection, key: str) -> bool:
    """Whether ``key`` means a figure. Raises QueryError when it means nothing or too much."""
    return point(connection, key.strip())[0] == "figure"


def told_under(connection: Connection, key: str) -> list[Telling]:
    """The tellings of the agreement, or the single claim that was rejected, that ``key`` means. Raises QueryError."""
    kind, name = point(connection, key.strip())
    if kind not in _OF_AGREEMENTS:
        raise QueryError(f"{key!r} is the id of {_a(kind)}, not of an agreement")
    column = agreement_claims.c.record if kind == "agreement" else agreement_claims.c.id
    keys = connection.scalars(select(agreement_claims.c.key).where(column == name)).all()
    return sorted(read_tellings(connection, keys).values(), key=lambda t: t.id)


def told_as(connection: Connection, key: str) -> list[Telling]:
    """The one claim that ``key`` means. Raises QueryError."""
    name = point_at_claim(connection, key.strip())
    keys = connection.scalars(select(agreement_claims.c.key).where(agreement_claims.c.id == name)).all()
    return list(read_tellings(connection, keys).values())


def anchors_of(tellings: Iterable[Telling]) -> tuple[Anchor, ...]:
    """The anchors that stand for tellings."""
    return tuple(map(anchor_of, tellings))


def anchor_of_key(connection: Connection, key: str) -> Anchor:
    """The anchor of the figure that ``key`` means, as its article says it. Raises QueryError."""
    kind, name = point(connection, key.strip())
    if kind != "figure":
        raise QueryError(f"{key!r} is the id of {_a(kind)}, not of a figure")
    owner = [select(articles.c.id).join(t).where(t.c.id == name) for t in (figure_claims, figure_originals)]
    article = next(found for asked in owner if (found := connection.scalar(asked)))
    return anchor_of_figure(article, read_said(connection, [article])[article][name])


def article_named(connection: Connection, key: str) -> str:
    """The id of the article that ``key`` means. Raises QueryError."""
    kind, name = point(connection, key.strip())
    if kind != "article":
        raise QueryError(f"{key!r} is no article")
    return name


def party_named(connection: Connection, name: str, instead: str = _INSTEAD) -> str:
    """The id of the one body or state that is called so, in an article or in the gazetteer. Raises QueryError, which
    says what to give ``instead`` of a name that is not known."""
    if name in gazetteer.bodies():
        return name
    found = sorted(bodies_like(connection, name))
    if len(found) == 1:
        return found[0]
    raise QueryError(f"the party {name!r} {_several(connection, found) if found else _none(connection, name, instead)}")


def _several(connection: Connection, ids: list[str]) -> str:
    more = ", ..." if len(ids) > _NAMED else ""
    return f"may mean any of these: {_called(connection, ids[:_NAMED])}{more}; give the id of the one that is meant"


def _none(connection: Connection, name: str, instead: str) -> str:
    near = bodies_near(connection, name)
    meant = f" (near it: {_called(connection, near)})" if near else ""
    return f"is known neither from an article nor from the gazetteer{meant}; give {instead}"


def _called(connection: Connection, ids: list[str]) -> str:
    """The bodies by name and id: ``KOICA (kr.koica), South Korea (KR)``."""
    names = names_of(connection, ids)
    return ", ".join(f"{names[i]} ({i})" for i in ids)


def parties_named(connection: Connection, words: Iterable[str]) -> tuple[tuple[str, ...], tuple[Anchor, ...]]:
    """The ids of the parties of an agreement, and how those of them are kept that an analyst entered, now or before.

    Raises QueryError.
    """
    entered = entered_parties(connection)
    ids = []
    for name in words:
        if is_new(name):
            body = new_body(connection, name)
            entered[body.id] = body
            ids.append(body.id)
        else:
            ids.append(party_named(connection, name, f"{_INSTEAD}, or enter a new body: {LIKE}{_parting(name)}"))
    different = tuple(dict.fromkeys(ids))
    return different, tuple(anchor_of_entered(entered[i]) for i in different if i in entered)


def _parting(name: str) -> str:
    """What to say of a name that may be several: ``KOICA, VCCI``."""
    return "; part several by semicolons" if any(mark in name for mark in ",|/·") else ""


def pair_named(connection: Connection, one: str, other: str) -> tuple[str, list[str]]:
    """Two agreements or two bodies: ``agreement`` or ``organisation``, and both ids. Raises QueryError."""
    kinds, names = zip(*(point(connection, key.strip()) for key in (one, other)), strict=True)
    if set(kinds) <= {*_OF_AGREEMENTS}:
        return "agreement", list(names)
    if set(kinds) == {"organisation"}:
        return "organisation", list(names)
    said = " and ".join(_a(kind) for kind in kinds)
    raise QueryError(f"two agreements or two organisations can differ; {one!r} and {other!r} are {said}")


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "ao" else f"a {kind}"
