"""The columns of each table that can be taken away, and what they hold. docs/export.md explains every one."""

from __future__ import annotations

from enum import Enum, auto

#: What a row holds; a list is written with semicolons where a format knows no lists.
Cell = str | int | float | list[str] | None
Row = dict[str, Cell]


class Holds(Enum):
    """What a column holds, for formats that tell numbers, days and links from words."""

    WORDS = auto()
    #: An EDTF date: a day, or words for what is less exact.
    DATE = auto()
    #: Money in whole units, and rates.
    AMOUNT = auto()
    COUNT = auto()
    YEAR = auto()
    #: From 0 to 1.
    SHARE = auto()
    #: A web address, or the name of a file.
    ADDRESS = auto()


_VALUE = ("value_low", "value_high", "value_currency", "values")
_DOLLARS = ("dollars_low", "dollars_high", "rate", "rate_year", "rate_source")
_ARTICLE = ("article", "language", "title", "outlet", "published", "address", "copy_of")
_EVIDENCE = ("quote", "start", "end", "quotes", "sentence", *_ARTICLE)
_PARTIES = ("parties", "party_ids")
_DATE = ("date", "date_first", "date_last")
_PERIOD = ("period", "period_first", "period_last")

#: Table → its columns in order.
COLUMNS: dict[str, tuple[str, ...]] = {
    "agreements": (
        *("id", "kind", "status", "commitment", *_PARTIES, *_DATE, "subject", "subjects", "sectors"),
        *(*_VALUE, *_DOLLARS, "place"),
        *("articles", "sources", "first_told", "last_told", "kind_level", "status_level", "date_level"),
        *("completeness", "missing", "strength", "grounds", "decided", "claims"),
        *_EVIDENCE,
    ),
    "claims": (
        *("id", "agreement", "kind", "status", *_PARTIES, *_DATE, "subject", "sectors", *_VALUE, "place"),
        *("decided", "rules"),
        *_EVIDENCE,
    ),
    "figures": (
        *("id", "low", "high", "currency", "qualifier", "measure", "status", *_PERIOD, "from", "to"),
        *("beside", "beside_ids", "rules", "decided", "said"),
        *_EVIDENCE,
    ),
    "series": (
        *("measure", "from", "to", *_PERIOD, "status", "accumulated", "low", "high", "currency", *_DOLLARS),
        *("level", "sources", "reached", "said", "parts", "decided", "figures"),
    ),
    "organisations": ("id", "also", "name", "names", "kind", "country", "articles", "agreements", *_EVIDENCE),
    "articles": (
        *("id", "language", "title", "outlet", "published", "address", "source", "copy_of"),
        *("characters", "agreements", "figures", "organisations"),
    ),
    "network": (
        *("one", "one_name", "one_kind", "one_country", "other", "other_name", "other_kind", "other_country"),
        *("agreements", "first_year", "last_year", "years", "kinds", "commitments", "sectors", "agreement_ids"),
    ),
    "decisions": (
        *("id", "when", "who", "action", "why", "field", "value", "stands", "agreements", "claims", "about"),
        *("undoes",),
    ),
}

#: Table → its columns that hold several values, of the tables that the API answers with.
LISTS: dict[str, tuple[str, ...]] = {
    "agreements": (
        *("parties", "party_ids", "subjects", "sectors", "values", "missing", "grounds", "decided", "claims", "quotes"),
    ),
    "claims": ("parties", "party_ids", "sectors", "values", "decided", "rules", "quotes"),
    "figures": ("beside", "beside_ids", "rules", "decided", "said", "quotes"),
    "organisations": ("also", "names", "quotes"),
    "articles": (),
}

_HELD: dict[Holds, tuple[str, ...]] = {
    Holds.DATE: ("date", *_DATE, *_PERIOD, "published", "first_told", "last_told"),
    Holds.AMOUNT: ("low", "high", "value_low", "value_high", "dollars_low", "dollars_high", "rate"),
    Holds.COUNT: ("start", "end", "articles", "sources", "characters", "agreements", "figures", "organisations"),
    Holds.YEAR: ("rate_year", "first_year", "last_year"),
    Holds.SHARE: ("completeness", "strength", "reached"),
    Holds.ADDRESS: ("address",),
}
HOLDS: dict[str, Holds] = {name: held for held, names in _HELD.items() for name in names}


def holds(column: str) -> Holds:
    """What a column of this name holds, in every table."""
    return HOLDS.get(column, Holds.WORDS)
