"""How sure a claim is: the chance that all its cells are right, from how often the rules that filled them were.

Each rule's share of right answers was counted on the annotated articles; the cells of a claim are taken as
independent of one another, so their shares are multiplied. A cell that nothing in the text fills counts with the rule
``untold``: it may be rightly empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import prod

from pactbook.knowledge.confidence import confidence, trust
from pactbook.model.claim import AgreementClaim, Because, Body, DateClaim, FigureClaim

#: The rule of a cell that no words fill.
UNTOLD = "untold"


def sure_of_body(body: Body) -> float:
    """The chance that the words name a body: that of its best mention."""
    rules = confidence().organisations
    return max((trust(rules, b.rule) for b in body.because), default=trust(rules, body.rule))


def sure_of_cell(thing: str, cell: str, rule: str) -> float | None:
    """How often ``rule`` fills this cell of ``agreements`` or ``figures`` rightly; None where nobody counted."""
    rules = (confidence().figures if thing == "figures" else confidence().agreements).get(cell)
    return None if rules is None else trust(rules, rule)


def sure_of_name(reason: Because) -> float:
    """The chance that one mention of a body is one."""
    return trust(confidence().organisations, reason.rule)


def sure_of_date(date: DateClaim) -> float:
    """The chance that a date is read rightly."""
    return trust(confidence().dates, date.rule)


def sure_of_figure(figure: FigureClaim) -> float:
    """The chance that amount, measure, status and period of a figure are all right."""
    return _sure(confidence().figures, figure.because)


def sure_of_agreement(claim: AgreementClaim) -> float:
    """The chance that kind, parties, status and date of an agreement are all right."""
    return _sure(confidence().agreements, claim.because)


def _sure(cells: Mapping[str, dict[str, float]], reasons: Iterable[Because]) -> float:
    told = {cell: [trust(rules, b.rule) for b in reasons if b.cell == cell] for cell, rules in cells.items()}
    # Of several reasons for one cell the best one carries it; parties are as sure as the least sure of them.
    best = {cell: (min if cell == "parties" else max)(found) for cell, found in told.items() if found}
    return round(prod(best.get(cell, trust(rules, UNTOLD)) for cell, rules in cells.items()), 2)
