"""Put an analyst's edits into an agreement: what was decided stands, what the sources say stays beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pactbook.errors import QueryError
from pactbook.model.decision import FIELDS, Decision
from pactbook.model.edtf import bounds
from pactbook.model.record import AgreementRecord, Cell, Worth
from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES, SECTORS

_CLOSED = {"kind": AGREEMENT_KINDS, "status": AGREEMENT_STATUSES, "sectors": SECTORS}
#: Fields that hold one value, and cannot be without one.
_ONE = frozenset({"kind", "status", "date", "subject", "place"})
_NEEDED = frozenset({"kind", "status", "subject", "parties"})
_NUMBER = r"\d+(?:\.\d+)?"
_MONEY = re.compile(rf"(?P<currency>[A-Z]{{3}}) (?P<low>{_NUMBER})(?:-(?P<high>{_NUMBER}))?")
_LIKE = "like USD 35 million or KRW 1.2-1.5 trillion"
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SAID = re.compile(
    r"(?P<currency>[A-Za-z]{3}) ?(?P<low>\d[\d,]*(?:\.\d+)?)(?: ?[-–] ?(?P<high>\d[\d,]*(?:\.\d+)?))?"
    rf"(?: ?(?P<scale>{'|'.join(_SCALES)}))?"
)


def tidy_value(field: str, words: str) -> tuple[str, ...]:
    """What was typed for a field as its values: several parted by semicolons, amounts in whole units.

    >>> tidy_value("value", "USD 3-5 billion")
    ('USD 3000000000-5000000000',)
    """
    parts = [part.strip() for part in words.split(";") if part.strip()]
    return tuple(_whole_units(part) if field == "value" else part for part in parts)


def _whole_units(words: str) -> str:
    said = _SAID.fullmatch(words)
    if said is None:
        return words
    scale = _SCALES.get(said["scale"] or "", 1.0)
    low, high = (
        f"{float(n.replace(',', '')) * scale:.2f}".rstrip("0").rstrip(".")
        for n in (said["low"], said["high"] or said["low"])
    )
    return f"{said['currency'].upper()} {low}" + (f"-{high}" if high != low else "")


def check_edit(field: str, value: tuple[str, ...]) -> None:
    """Raise QueryError for a field or a value that no agreement can have."""
    if field not in FIELDS:
        raise QueryError(f"there is no field {field!r} to edit; choose from: {', '.join(FIELDS)}")
    if not value and field in _NEEDED:
        raise QueryError(f"{field} cannot be empty")
    if len(value) > 1 and field in _ONE:
        raise QueryError(f"{field} holds one value, not {len(value)}")
    for word in value:
        if field in _CLOSED and word not in _CLOSED[field]:
            raise QueryError(f"there is no {field} {word!r}; choose from: {', '.join(_CLOSED[field])}")
        if field == "value" and not _MONEY.fullmatch(word):
            raise QueryError(f"{word!r} is no amount; write it {_LIKE}")
        if field == "date" and not _is_date(word):
            raise QueryError(f"{word!r} is no date; write a year, a month or a day: 2023, 2023-06, 2023-06-23")


def edited(record: AgreementRecord, edits: Iterable[Decision]) -> AgreementRecord:
    """The agreement as decided; of two edits of one field the later stands."""
    for decision in edits:
        field = decision.field or ""
        cell = _decided(record, field, decision)
        others = tuple(c for c in record.cells if c.name != field)
        at = next((n for n, c in enumerate(record.cells) if c.name == field), len(others))
        cells = (*others[:at], cell, *others[at:])
        record = replace(record, cells=cells, **{field: _typed(field, decision.value)})
    return record


def _decided(record: AgreementRecord, field: str, decision: Decision) -> Cell:
    before = next((c for c in record.cells if c.name == field), Cell(field, "missing", None))
    value = ", ".join(decision.value) or None
    return replace(before, level="decided", value=value, decision=decision, rule="an analyst's decision")


def _typed(field: str, value: tuple[str, ...]) -> Any:
    if field == "value":
        return tuple(map(_worth, value))
    if field in _ONE:
        return value[0] if value else None
    return value


def _worth(words: str) -> Worth:
    match = _MONEY.fullmatch(words)
    if match is None:
        raise QueryError(f"{words!r} is no amount; write it {_LIKE}")
    low = float(match["low"])
    return Worth(low, float(match["high"] or low), match["currency"], 0)


def _is_date(value: str) -> bool:
    try:
        return bounds(value) is not None
    except ValueError:
        return False
