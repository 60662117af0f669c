"""What a visitor asks for: the part of an address after its question mark, read and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from fastapi import Request

from pactbook.search.facets import FACETS
from pactbook.search.query import MANY, What

#: The filters that hold one value.
ONE = ("since", "until")
WHATS: tuple[What, ...] = ("agreements", "figures", "organisations", "articles")
#: Words of these differ between agreements, figures and organisations: they are dropped on the way from one to another.
_OWN_WORDS = ("kind", "status")


@dataclass(frozen=True, slots=True)
class Asked:
    """``words`` and ``filters`` (name → values) as they were asked; ``sort`` and ``after`` may be empty."""

    what: What = "agreements"
    words: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    after: str = ""

    @classmethod
    def of(cls, request: Request) -> Asked:
        """What the address asks. Names that it does not know are left out."""
        said = request.query_params
        what: What = next((w for w in WHATS if w == said.get("what")), "agreements")
        found = {n: tuple(dict.fromkeys(v for v in said.getlist(n) if v.strip())) for n in (*MANY, *ONE)}
        filters = {name: values for name, values in found.items() if values}
        return cls(what, said.get("q", "").strip(), filters, said.get("sort", ""), said.get("after", ""))

    def as_filters(self) -> dict[str, Any]:
        """For the verbs of a Record."""
        filters: dict[str, Any] = {n: v[-1] if n in ONE else v for n, v in self.filters.items()}
        if self.sort:
            filters["sort"] = self.sort
        if self.after:
            filters["after"] = self.after
        return filters

    def pairs(self) -> list[tuple[str, str]]:
        """Words and filters as they stand in an address."""
        words = [("q", self.words)] if self.words else []
        return words + [(name, value) for name, values in self.filters.items() for value in values]

    def question(self) -> str:
        """The part of an address that asks the same, whatever page and order."""
        return urlencode(self.pairs())

    def address(self, path: str = "/search") -> str:
        """The address of this page of answers."""
        more: list[tuple[str, str]] = [("what", self.what)] if self.what != "agreements" else []
        more += [(name, value) for name, value in (("sort", self.sort), ("after", self.after)) if value]
        asked = urlencode([*self.pairs(), *more])
        return f"{path}?{asked}" if asked else path

    def has(self, name: str, value: str) -> bool:
        """Whether the filter has the value."""
        return value in self.filters.get(name, ())

    def toggled(self, name: str, value: str) -> Asked:
        """With the value if it was without, without if it was with; from the first page."""
        before = self.filters.get(name, ())
        after = tuple(v for v in before if v != value) if value in before else (*before, value)
        filters = {**self.filters, name: after} if after else {n: v for n, v in self.filters.items() if n != name}
        return replace(self, filters=filters, after="")

    def about(self, what: What) -> Asked:
        """The same question to something else, without the filters that it does not have."""
        if what == self.what:
            return replace(self, after="")
        kept = {
            n: v
            for n, v in self.filters.items()
            if n not in _OWN_WORDS and (n in FACETS[what] or (n in ONE and what != "organisations"))
        }
        return replace(self, what=what, filters=kept, sort="", after="")

    def saying(self, words: str) -> Asked:
        """With other words."""
        return replace(self, words=words, after="")

    def sorted_by(self, sort: str) -> Asked:
        """In another order."""
        return replace(self, sort=sort, after="")

    def from_page(self, after: str) -> Asked:
        """From another page."""
        return replace(self, after=after)
