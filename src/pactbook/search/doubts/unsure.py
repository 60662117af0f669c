"""Claims and figures that may well be wrong: those that rules like theirs have often got wrong before."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, select

from pactbook.search.doubts.doubt import Doubt, Grounds
from pactbook.store.tables.agreements import agreements
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.figures import figure_claims

#: A claim, or a figure, that is surer than this needs nobody's eye.
UNSURE, UNSURE_FIGURE = 0.3, 0.65


def claims(connection: Connection, limit: int) -> list[Doubt]:
    """The least sure claims of agreements about which nobody has decided."""
    claim = agreement_claims.c
    asked = _claims(select(claim.id)).order_by(claim.confidence, claim.id).limit(limit)
    return [Doubt("unsure", (name,)) for name in connection.scalars(asked)]


def count_claims(connection: Connection) -> int:
    """How many there are."""
    return int(connection.scalar(_claims(select(func.count(agreement_claims.c.key)))) or 0)


def figures(connection: Connection, limit: int) -> list[Doubt]:
    """The least sure figures about which nobody has decided."""
    figure = figure_claims.c
    asked = _figures(select(figure.id)).order_by(figure.confidence, figure.id).limit(limit)
    return [Doubt("figures", (name,)) for name in connection.scalars(asked)]


def count_figures(connection: Connection) -> int:
    """How many there are."""
    return int(connection.scalar(_figures(select(func.count(figure_claims.c.key)))) or 0)


def grounds(connection: Connection, doubt: Doubt) -> Grounds:
    """How sure the rules are."""
    table = agreement_claims if doubt.section == "unsure" else figure_claims
    sure = connection.scalar(select(table.c.confidence).where(table.c.id == doubt.about[0]))
    return Grounds((f"{sure:.0%} sure",) if sure is not None else ())


def _claims(asked: Select[Any]) -> Select[Any]:
    claim = agreement_claims.c
    joined = asked.join(agreements, agreements.c.id == claim.record)
    return joined.where(claim.confidence < UNSURE, agreements.c.decided == 0)


def _figures(asked: Select[Any]) -> Select[Any]:
    return asked.where(figure_claims.c.confidence < UNSURE_FIGURE, figure_claims.c.decided == 0)
