"""The values that each field of a question takes, in the codebook's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import process

from pactbook.errors import QueryError
from pactbook.knowledge.questions import other_words
from pactbook.knowledge.standing import COMMITMENTS
from pactbook.model.edtf import bounds
from pactbook.model.words import (
    AGREEMENT_KINDS,
    AGREEMENT_STATUSES,
    BODY_KINDS,
    FIGURE_STATUSES,
    LANGUAGES,
    MEASURES,
    SECTORS,
)
from pactbook.search.amounts import amounts
from pactbook.text.fold import fold

_CODE = re.compile("[A-Za-z]{2}")
_YEARS = re.compile(r"(\d{4})(?:\s*(?:\.\.|-|/)\s*(\d{4}))?")
#: How like a word of the codebook another must be to be taken for a slip, 0 to 100.
_SLIP = 70

CLOSED: dict[str, Sequence[str]] = {
    "kind": (*AGREEMENT_KINDS, *BODY_KINDS),
    "status": (*AGREEMENT_STATUSES, *FIGURE_STATUSES),
    "commitment": COMMITMENTS,
    "sector": SECTORS,
    "measure": MEASURES,
    "language": LANGUAGES,
}


def checked(field: str, value: str) -> tuple[str, ...]:
    """``value`` in the codebook's words; several where it stands for several (years). Raises QueryError."""
    if not value.strip():
        raise QueryError(f"{field} needs a value")
    if field in CLOSED:
        return (_word(field, value),)
    if field == "country":
        return (_country(value),)
    if field == "year":
        return _years(value)
    if field == "amount":
        check_amount(value)
    if field in ("since", "until"):
        check_date(field, value)
    return (value,)


def check_amount(value: str) -> None:
    """Raise QueryError for what is no amount."""
    try:
        amounts(value)
    except ValueError as error:
        raise QueryError(f"{value!r} is no amount; write >=1bn, <500k, 1m..5m or 100m-1bn (US dollars)") from error


def check_date(field: str, value: str) -> None:
    """Raise QueryError for what is no date."""
    try:
        found = bounds(value)
    except ValueError:
        found = None
    if found is None:
        raise QueryError(f"{field} {value!r} is no date; write a year, a month or a day: 2023, 2023-06, 2023-06-23")


def _word(field: str, value: str) -> str:
    folded = fold(value).replace("-", "_").replace(" ", "_")
    if folded in CLOSED[field]:
        return folded
    other = other_words(field).get(fold(value))
    if other is None:
        raise QueryError(f"there is no {field} {value!r}; {_choice(folded, CLOSED[field])}")
    return other


def _choice(wrong: str, allowed: Sequence[str]) -> str:
    near = process.extractOne(wrong, allowed, score_cutoff=_SLIP)
    meant = f"did you mean {near[0]}? There are: " if near else "choose from: "
    return meant + ", ".join(allowed)


def _country(value: str) -> str:
    code = other_words("country").get(fold(value))
    if code is None and _CODE.fullmatch(value):
        return value.upper()
    if code is None:
        raise QueryError(
            f"{value!r} is no country that is known here; write its name or its two letters, as in KR or VN"
        )
    return code


@cache
def _years(value: str) -> tuple[str, ...]:
    found = _YEARS.fullmatch(value.strip())
    if not found:
        raise QueryError(f"{value!r} is no year; write 2022, or 2020..2022 for several")
    first, last = int(found[1]), int(found[2] or found[1])
    if not first <= last <= first + 200:
        raise QueryError(f"{value!r} are no years; the first must not be after the last")
    return tuple(str(year) for year in range(first, last + 1))
