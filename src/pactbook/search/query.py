"""A question to the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

from pactbook.errors import QueryError
from pactbook.model.edtf import bounds
from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES, BODY_KINDS, FIGURE_STATUSES
from pactbook.search.lexing import spelled
from pactbook.search.syntax import Both, Either, Field, Node, Not, parse, tree
from pactbook.search.values import check_date, checked

What = Literal["agreements", "figures", "organisations", "articles"]
Sort = Literal["relevance", "date", "amount", "sources"]

SORTS: tuple[Sort, ...] = get_args(Sort)
#: The filters that hold several values, any of which will do.
MANY = (
    "party", "country", "kind", "status", "commitment", "sector", "measure", "language", "outlet", "province", "year",
    "amount",
)  # fmt: skip
#: What has no such field.
WITHOUT: dict[What, tuple[str, ...]] = {
    "agreements": ("measure",),
    "figures": ("kind", "commitment", "sector"),
    "articles": ("amount",),
    "organisations": ("status", "commitment", "measure", "outlet", "year", "amount", "since", "until", "language"),
}
#: What a field may be where not every value of it fits what is asked for.
AMONG: dict[What, dict[str, Sequence[str]]] = {
    "agreements": {"kind": AGREEMENT_KINDS, "status": AGREEMENT_STATUSES},
    "figures": {"status": FIGURE_STATUSES},
    "articles": {"kind": AGREEMENT_KINDS},
    "organisations": {"kind": BODY_KINDS},
}
#: An agreement, a figure or a body has one of these: asked for twice, either will do.
_SINGLE = ("kind", "status", "commitment", "measure", "year")


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; all of it must hold. ``Query.of(text, **filters)`` makes one of what a user typed.

    ``words``: a question in the language of docs/query.md (words, "phrases", prefix*, AND, OR, NOT, fields).
    ``party``: names in any language, acronyms, ids or ISO codes; ``province`` and ``outlet`` likewise; ``amount``:
    ranges of US dollars (``>=1bn``, ``100m-1bn``); ``year``: four digits. The other tuples hold codebook words and ISO
    codes. Any one of a tuple will do. ``since`` and ``until`` are EDTF dates, both counted. ``sort`` is the order of
    the answers: ``relevance`` (without words: ``date``), ``date`` (the latest first), ``amount`` (the largest first) or
    ``sources`` (the best backed first). ``after`` is ``Page.next`` of the page before. ``limit`` is the most answers to
    give, None for all.
    """

    words: str = ""
    party: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    limit: int | None = 20
    commitment: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    province: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    amount: tuple[str, ...] = ()
    sort: Sort = "relevance"
    after: str | None = None

    @classmethod
    def of(cls, text: str = "", **filters: str | Sequence[str] | int | None) -> Query:
        """The question that ``text`` asks, in the language of docs/query.md, with further ``filters`` by name.

        A filter is one value or several. Fields that stand in ``text`` beside everything else become filters too, so
        that facets can leave each of them out; within OR, NOT and parentheses they stay part of ``words``. Raises
        QuerySyntaxError, which knows the place in ``text``; QueryError for a filter.
        """
        names = {f.name for f in fields(cls)} - {"words"}
        if unknown := filters.keys() - names:
            raise QueryError(f"there is no filter {min(unknown)!r}; choose from: {', '.join(sorted(names))}")
        made: dict[str, Any] = {
            name: _values(name, value) if name in MANY else value for name, value in filters.items()
        }
        words: list[str] = []
        for part in parse(text):
            if (lifted := _lifted(part.node, made)) is not None:
                made |= lifted
            else:
                words.append(text[part.start : part.end])
        query = cls(" ".join(words), **made)
        query.check()
        return query

    def check(self, what: What | None = None) -> None:
        """Raise QueryError for a value that its field cannot have, or a field that ``what`` is asked for lacks."""
        for name in MANY:
            for value in getattr(self, name):
                checked(name, value)
        if self.sort not in SORTS:
            raise QueryError(f"there is no order {self.sort!r}; choose from: {', '.join(SORTS)}")
        if self.limit is not None and self.limit < 1:
            raise QueryError(f"a limit of {self.limit} would leave nothing; ask for 1 or more")
        self.days()
        if what:
            self._check_for(what)

    def _check_for(self, what: What) -> None:
        asked = {name for name in (*MANY, "since", "until") if getattr(self, name)} | _named(self.tree())
        if lacking := [name for name in WITHOUT[what] if name in asked]:
            raise QueryError(f"{what} have no {lacking[0]}; leave it out, or look for something else")
        for name, among in AMONG[what].items():
            for value in getattr(self, name):
                if (said := checked(name, value)[0]) not in among:
                    raise QueryError(f"{what} have no {name} {said!r}; choose from: {', '.join(among)}")

    def tree(self) -> Node | None:
        """What ``words`` ask for; None for nothing. Raises QuerySyntaxError."""
        return tree(self.words)

    def days(self) -> tuple[str | None, str | None]:
        """The first day of ``since`` and the last of ``until``, in ISO. Raises QueryError."""
        first, last = _bound(self.since, 0, "since"), _bound(self.until, 1, "until")
        if first and last and first > last:
            raise QueryError(f"since {self.since} is after until {self.until}")
        return first, last

    def spelled(self) -> str:
        """The whole question but for its order and limit as a user could have typed it: ``Query.of`` of it is alike."""
        parts = [f"({self.words})" if len(parse(self.words)) == 1 and " OR " in self.words else self.words]
        parts += [spelled(name, getattr(self, name)) for name in MANY if getattr(self, name)]
        parts += [spelled(name, (value,)) for name in ("since", "until") if (value := getattr(self, name))]
        return " ".join(part for part in parts if part)

    def without(self, name: str) -> Query:
        """The same question without one filter; ``since`` and ``until`` by their names too."""
        cleared: dict[str, Any] = {name: () if name in MANY else None}
        return replace(self, **cleared)

    def unlimited(self) -> Query:
        """The same question for all its answers."""
        return replace(self, limit=None, after=None)

    def said(self, name: str) -> tuple[str, ...]:
        """The values of one of MANY in the codebook's words."""
        return tuple(dict.fromkeys(v for value in getattr(self, name) for v in checked(name, value)))


def _values(name: str, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    many = (value,) if isinstance(value, str | int) else tuple(value)  # type: ignore[arg-type]
    return tuple(dict.fromkeys(said for one in many for said in checked(name, str(one))))


def _lifted(node: Node, made: Mapping[str, object]) -> dict[str, Any] | None:
    """The filter that ``node`` is, beside those ``made`` so far; None where it must stay among the words."""
    if not isinstance(node, Field) or node.name == "title":
        return None
    if node.name in ("since", "until"):
        return {node.name: node.values[0]} if len(node.values) == 1 and not made.get(node.name) else None
    before = made.get(node.name) or ()
    assert isinstance(before, tuple)
    if before and node.name not in _SINGLE:
        return None
    return {node.name: tuple(dict.fromkeys((*before, *node.values)))}


def _named(node: Node | None) -> set[str]:
    """The fields within ``node``."""
    if isinstance(node, Field):
        return {node.name}
    if isinstance(node, Not):
        return _named(node.node)
    return set().union(*map(_named, node.nodes)) if isinstance(node, Both | Either) else set()


def _bound(value: str | None, side: int, name: str) -> str | None:
    if value is None:
        return None
    check_date(name, value)
    found = bounds(value)
    return found[side].isoformat() if found else None
