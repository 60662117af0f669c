"""Entities: an id that stays, a schema, and properties that are lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from pactbook.export.letters import pieces, writable
from pactbook.model.edtf import precision

Entity = dict[str, Any]

#: How many characters FollowTheMoney lets a property hold.
_STRING, _TEXT = 1_024, 65_000
_LIMITS = {"name": 384, "alias": 384, "address": 250, "sourceUrl": 4_096}
_TEXTS = frozenset({"description", "notes", "summary"})

#: What an id may be made of; other names are hashed.
_PLAIN = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.\-]{0,180}[0-9a-zA-Z])?")


def name_of(kind: str, *keys: str) -> str:
    """The id of an entity, the same in every export: made of what it stands for in the record."""
    plain = "-".join(keys)
    if not _PLAIN.fullmatch(plain):
        plain = blake2b(plain.encode(), digest_size=12).hexdigest()
    return f"pactbook-{kind}-{plain}"


def entity(schema: str, key: str, /, **properties: str | Iterable[str | None] | None) -> Entity:
    """The entity ``key`` with those of its properties that have a value; each value once.

    What FollowTheMoney finds too long for a property ends in "…" there and stands whole in the notes.
    """
    found: dict[str, list[str]] = {}
    long: list[str] = []
    for field, value in properties.items():
        values = [value] if isinstance(value, str) or value is None else value
        said = list(dict.fromkeys(clean for v in values if v and (clean := writable(v).strip())))
        found[field] = [short for v in said for short in _held(field, v)]
        long += [v for v in said if field not in _TEXTS and len(v) > _LIMITS.get(field, _STRING)]
    if long:
        found["notes"] = [*found.get("notes", ()), *(piece for v in long for piece in _held("notes", v))]
    found = {field: values for field, values in found.items() if values}
    return {"id": key, "schema": schema, "properties": found}


def _held(field: str, value: str) -> list[str]:
    """The value as the property can hold it."""
    if field in _TEXTS:
        return list(pieces(value, _TEXT))
    limit = _LIMITS.get(field, _STRING)
    return [value if len(value) <= limit else value[: limit - 1].rstrip() + "…"]


def named(found: Entity) -> set[str]:
    """The ids of the entities that this one points at."""
    return {value for key in _POINTERS for value in found["properties"].get(key, ())}


_POINTERS = ("document", "entity", "participant", "predecessor", "project", "proof", "resolved", "successor")


def dates(value: str | None) -> dict[str, str]:
    """An EDTF date as FollowTheMoney writes it: a day, a month or a year, or a span's two ends."""
    if value is None:
        return {}
    exact = precision(value)
    if exact in ("day", "month", "year"):
        return {"date": value}
    if exact != "interval":
        return {}
    ends = dict(zip(("startDate", "endDate"), value.split("/", 1), strict=True))
    return {key: end for key, end in ends.items() if end and precision(end) in ("day", "month", "year")}


def country(code: str | None) -> str | None:
    """The country as FollowTheMoney writes it; international bodies have none."""
    return code.lower() if code and code != "XX" else None


def number(value: float) -> str:
    """A sum without exponent: ``35000000``, ``0.5``."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


#: The codebook's languages as FollowTheMoney writes them.
LANGUAGES = {"en": "eng", "vi": "vie", "ko": "kor"}
