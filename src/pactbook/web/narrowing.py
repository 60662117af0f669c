"""Narrowing a view of agreements as a search is narrowed: the same names in its address, the same counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from pactbook.search.facets import Facets
from pactbook.web.asking import Asked
from pactbook.web.phrases import filter_value

#: The fields that views offer, with their headings; an address may hold any other filter of a search too.
_TITLES = {
    "kind": "Kind",
    "status": "Stage",
    "commitment": "How far it binds",
    "sector": "Sector",
    "country": "Side",
    "year": "Year",
    "language": "Language",
}
_OTHERS = {"party": "Body", "province": "Province", "outlet": "Outlet", "amount": "Amount"}
_OTHERS |= {"since": "From", "until": "To"}
#: Values of a field that are offered.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """One value: how many agreements have it, and the address with it, or without it if it is chosen."""

    shown: str
    number: int
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class View:
    """What a view is asked for: a question, and how to show it (``how``: name → value) under ``path``."""

    asked: Asked
    path: str
    how: dict[str, str]

    def address(self, asked: Asked | None = None, **how: str) -> str:
        """This view of another question, or shown otherwise; an empty word leaves a name out."""
        shown = [(name, value) for name, value in (self.how | how).items() if value]
        said = urlencode([*(asked or self.asked).pairs(), *shown])
        return f"{self.path}?{said}" if said else self.path

    def fields(self, counted: Facets) -> list[tuple[str, list[Choice]]]:
        """What the question can be narrowed by."""
        made = []
        for name, title in _TITLES.items():
            values = [(value, number) for value, number in counted.of(name).items() if number]
            if len(values) > 1 or self.asked.filters.get(name):
                made.append((title, [self._choice(name, *one, counted.names) for one in values[:_MOST]]))
        return made

    def chosen(self, names: Any) -> list[tuple[str, str, str]]:
        """Each filter: its heading, its value, and the address without it."""
        titles = _TITLES | _OTHERS
        return [
            (titles.get(name, name), filter_value(name, value, names), self.address(self.asked.toggled(name, value)))
            for name, values in self.asked.filters.items()
            for value in values
        ]

    def _choice(self, name: str, value: str, number: int, names: Any) -> Choice:
        href = self.address(self.asked.toggled(name, value))
        return Choice(filter_value(name, value, names), number, self.asked.has(name, value), href)
