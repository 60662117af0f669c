"""Put an analyst's edits into a figure: what was decided stands; what the article says is kept elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from pactbook.errors import QueryError
from pactbook.knowledge.countries import countries
from pactbook.knowledge.currencies import currencies
from pactbook.knowledge.measures import measures
from pactbook.model.claim import FigureClaim
from pactbook.model.decision import FIGURE_FIELDS, Decision
from pactbook.model.words import FIGURE_STATUSES, MEASURES, QUALIFIERS
from pactbook.record.amounts import LIKE, is_number, parse_amount, whole_number, whole_units
from pactbook.record.editing import is_date
from pactbook.text.fold import fold_name

_CLOSED = {"measure": MEASURES, "status": FIGURE_STATUSES, "qualifier": QUALIFIERS}
_CLEARED = frozenset({"period", "from", "to"})
#: The codebook's "from" and "to" are called otherwise in a claim.
_CALLED = {"from": "source", "to": "target"}
_CODE = re.compile("[A-Z]{2}")

#: Fields that say something of the same: an edit of one may contradict one of the other.
OVERLAPS = {
    "amount": frozenset({"amount", "low", "high", "currency"}),
    "low": frozenset({"amount", "low"}),
    "high": frozenset({"amount", "high"}),
    "currency": frozenset({"amount", "currency"}),
}


def tidy_figure_value(field: str, words: str) -> tuple[str, ...]:
    """What was typed for a field of a figure as its value: amounts in whole units, states as ISO codes.

    >>> tidy_figure_value("low", "3.5 billion"), tidy_figure_value("from", "Hàn Quốc")
    (('3500000000',), ('KR',))
    """
    words = words.strip()
    if not words:
        return ()
    if field == "amount":
        return (whole_units(words),)
    if field in ("low", "high"):
        return (whole_number(words),)
    if field == "currency":
        return (words.upper(),)
    return (state_code(words),) if field in _CALLED else (words,)


def state_code(words: str) -> str:
    """The ISO code of a state that is called so; words that are no state's stay as they are."""
    if words.upper() in countries():
        return words.upper()
    named = (code for code, state in countries().items() if fold_name(words) in map(fold_name, state.names))
    return next(named, words)


def check_figure_edit(field: str, value: tuple[str, ...]) -> None:
    """Raise QueryError for a field or a value that no figure can have."""
    if field not in FIGURE_FIELDS:
        raise QueryError(f"a figure has no field {field!r} to edit; choose from: {', '.join(FIGURE_FIELDS)}")
    if not value:
        if field not in _CLEARED:
            raise QueryError(f"the {field} of a figure cannot be empty")
        return
    [word] = value
    if field in _CLOSED and word not in _CLOSED[field]:
        raise QueryError(f"there is no {field} {word!r}; choose from: {', '.join(_CLOSED[field])}")
    currency = parse_amount(word)[2] if field == "amount" else word
    if field in ("amount", "currency") and currency not in currencies():
        raise QueryError(f"there is no currency {currency!r}; choose from: {', '.join(currencies())}")
    if field in ("low", "high") and not is_number(word):
        raise QueryError(f"{word!r} is no number; write it like 35 million, or the whole amount {LIKE}")
    if field == "period" and not is_date(word):
        raise QueryError(
            f"{word!r} is no time; write a year, a month, a day, or two with a stroke: 2022, 2023-01/2023-06"
        )
    if field in _CALLED and not _CODE.fullmatch(word):
        raise QueryError(f"{word!r} is no state; use its name or its two letters, as in KR or VN")


def corrected(claim: FigureClaim, edits: Iterable[Decision]) -> FigureClaim:
    """The figure as decided; of two edits of one field the later stands. Edits of fields it has not are passed over."""
    for decision in edits:
        if decision.field in FIGURE_FIELDS:
            claim = _with(claim, decision.field, next(iter(decision.value), None))
    if claim.source and claim.target and measures()[claim.measure].sides == "both":
        source, target = sorted((claim.source, claim.target))
        return replace(claim, source=source, target=target)
    return claim


def _with(claim: FigureClaim, field: str, value: str | None) -> FigureClaim:
    cells: dict[str, Any] = {_CALLED.get(field, field): value}
    if field in _CLEARED:
        return replace(claim, **cells)
    if value is None:
        return claim
    if field == "amount":
        low, high, currency = parse_amount(value)
        return replace(claim, low=low, high=high, currency=currency)
    # A bound that passes the other one takes it along.
    if field == "low":
        return replace(claim, low=float(value), high=max(float(value), claim.high))
    if field == "high":
        return replace(claim, low=min(float(value), claim.low), high=float(value))
    return replace(claim, **cells)
