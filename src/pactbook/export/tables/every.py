"""Every table by its name: its rows, and how many there must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from pactbook.export.choice import Choice, Thing
from pactbook.export.tables.agreements import agreement_rows
from pactbook.export.tables.articles import article_rows
from pactbook.export.tables.claims import claim_count, claim_rows, codebook_objects
from pactbook.export.tables.decisions import decision_count, decision_rows
from pactbook.export.tables.figures import figure_rows
from pactbook.export.tables.network import tie_count, tie_rows
from pactbook.export.tables.organisations import organisation_rows
from pactbook.export.tables.series import point_count, point_rows


@dataclass(frozen=True, slots=True)
class Table:
    """A table to take away; ``expected`` counts its rows apart from making them."""

    rows: Callable[[Choice], Iterator[dict[str, Any]]]
    expected: Callable[[Choice], int]


def _count(choice: Choice, thing: Thing) -> int:
    return choice.count(thing)


def _each(rows: Callable[[Choice], Iterator[dict[str, Any]]], thing: Thing) -> Table:
    """A table with one row for each thing."""
    return Table(rows, partial(_count, thing=thing))


TABLES: dict[str, Table] = {
    "agreements": _each(agreement_rows, "agreements"),
    "claims": Table(claim_rows, claim_count),
    "figures": _each(figure_rows, "figures"),
    "series": Table(point_rows, point_count),
    "organisations": _each(organisation_rows, "organisations"),
    "articles": _each(article_rows, "articles"),
    "network": Table(tie_rows, tie_count),
    "decisions": Table(decision_rows, decision_count),
}

#: The claims as the codebook writes them: one object per article.
CODEBOOK = Table(codebook_objects, lambda choice: choice.around().count("articles"))
