"""Put an analyst's edits into an agreement: what was decided stands, what the sources say stays beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pactbook.errors import QueryError
from pactbook.model.agreement import AgreementRecord, Cell
from pactbook.model.decision import FIELDS, Decision
from pactbook.model.edtf import bounds
from pactbook.model.money import Worth
from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES, SECTORS
from pactbook.record.amounts import parse_amount, whole_units

_CLOSED = {"kind": AGREEMENT_KINDS, "status": AGREEMENT_STATUSES, "sectors": SECTORS}
#: Fields that hold one value, and cannot be without one.
_ONE = frozenset({"kind", "status", "date", "subject", "place"})
_NEEDED = frozenset({"kind", "status", "subject", "parties"})


def tidy_value(field: str, words: str) -> tuple[str, ...]:
    """What was typed for a field as its values: several parted by semicolons, amounts in whole units.

    Where only the codebook's words can stand, a comma parts them too: no such word holds one.

    >>> tidy_value("value", "USD 3-5 billion")
    ('USD 3000000000-5000000000',)
    >>> tidy_value("sectors", "finance, automotive")
    ('finance', 'automotive')
    """
    marks = words.replace(",", ";") if field in _CLOSED else words
    parts = [part.strip() for part in marks.split(";") if part.strip()]
    return tuple(whole_units(part) if field == "value" else part for part in parts)


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
            named = "sector" if field == "sectors" else field
            raise QueryError(f"there is no {named} {word!r}; choose from: {', '.join(_CLOSED[field])}")
        if field == "value":
            parse_amount(word)
        if field == "date" and not is_date(word):
            raise QueryError(f"{word!r} is no date; write a year, a month or a day: 2023, 2023-06, 2023-06-23")


def edited(record: AgreementRecord, edits: Iterable[Decision], same: Mapping[str, str]) -> AgreementRecord:
    """The agreement as decided; of two edits of one field the later stands. Parties have the ids that ``same`` gives:
    body → the body that stands for it."""
    for decision in edits:
        field = decision.field or ""
        value = decision.value
        if field == "parties":
            value = tuple(dict.fromkeys(same.get(party, party) for party in value))
        cell = _decided(record, field, value, decision)
        others = tuple(c for c in record.cells if c.name != field)
        at = next((n for n, c in enumerate(record.cells) if c.name == field), len(others))
        cells = (*others[:at], cell, *others[at:])
        record = replace(record, cells=cells, **{field: _typed(field, value)})
    return record


def _decided(record: AgreementRecord, field: str, value: tuple[str, ...], decision: Decision) -> Cell:
    before = next((c for c in record.cells if c.name == field), Cell(field, "missing", None))
    said = ", ".join(value) or None
    return replace(before, level="decided", value=said, decision=decision, rule="an analyst's decision")


def _typed(field: str, value: tuple[str, ...]) -> Any:
    if field == "value":
        return tuple(map(_worth, value))
    if field in _ONE:
        return value[0] if value else None
    return value


def _worth(words: str) -> Worth:
    low, high, currency = parse_amount(words)
    return Worth(low, high, currency, 0)


def is_date(value: str) -> bool:
    """Whether an EDTF date has a year."""
    try:
        return bounds(value) is not None
    except ValueError:
        return False
