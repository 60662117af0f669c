"""How many of the answers to a question have each value of each field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pactbook.search.amounts import BANDS
from pactbook.search.matching import matches
from pactbook.search.query import Query, What
from pactbook.store.file import RecordFile
from pactbook.store.naming import names_of

#: What can be counted of each. A figure's bodies are those that its sentence names.
_ANY = ("country", "party", "year", "language", "outlet", "province")
FACETS: dict[What, tuple[str, ...]] = {
    "agreements": (*_ANY, "kind", "status", "commitment", "sector", "amount"),
    "figures": (*_ANY, "measure", "status", "amount"),
    "organisations": ("kind", "country", "province", "sector"),
    "articles": (*_ANY, "kind", "status", "commitment", "sector", "measure"),
}
#: The codebook's word for international, or several countries.
SEVERAL = "XX"
#: So many values of a field are counted, those that most answers have.
MOST = 50


@dataclass(frozen=True, slots=True)
class Facets:
    """Field → value → number of answers, the commonest first; years the latest first, amounts the smallest first.

    Each field is counted among what fits the words and all *other* filters, so that it shows what another choice
    would bring. Values are as ``Query`` takes them: codebook words,
    ids of bodies, ISO codes, outlets, years, bands of US dollars. At most MOST values each. What the answers cannot
    have is empty. ``names`` calls parties and provinces by name. ``total`` is the number of answers.
    """

    country: dict[str, int] = field(default_factory=dict)
    party: dict[str, int] = field(default_factory=dict)
    kind: dict[str, int] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    commitment: dict[str, int] = field(default_factory=dict)
    sector: dict[str, int] = field(default_factory=dict)
    measure: dict[str, int] = field(default_factory=dict)
    year: dict[str, int] = field(default_factory=dict)
    language: dict[str, int] = field(default_factory=dict)
    outlet: dict[str, int] = field(default_factory=dict)
    province: dict[str, int] = field(default_factory=dict)
    amount: dict[str, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    total: int = 0

    def of(self, name: str) -> dict[str, int]:
        """The counts of one field."""
        counted: dict[str, int] = getattr(self, name)
        return counted


def count_facets(record: RecordFile, query: Query, what: What = "agreements") -> Facets:
    """Count all that fits ``query``, whatever its limit. Raises QueryError."""
    with record.reading() as connection:
        found = matches(connection, what, query)
        counted: dict[str, dict[str, int]] = {}
        for name in FACETS[what]:
            counted[name] = _arranged(name, found.shelf.count(connection, name, found.but(name), MOST))
        names = names_of(connection, (*counted.get("party", ()), *counted.get("province", ())))
        return Facets(**counted, names=names, total=len(found.all))


def _arranged(name: str, counted: dict[str, int]) -> dict[str, int]:
    if name == "year":
        return dict(sorted(counted.items(), reverse=True))
    if name == "party":
        # "Several countries" is a side of a flow, but nobody whom one could ask for.
        return {party: number for party, number in counted.items() if party != SEVERAL}
    return {b: counted[b] for b in BANDS if b in counted} if name == "amount" else counted
