"""How a question may name its fields and values: ``common/questions.toml``."""

from __future__ import annotations

from functools import cache

import msgspec

from pactbook.errors import KnowledgeError
from pactbook.knowledge.countries import countries
from pactbook.knowledge.reading import Entry, read
from pactbook.text.fold import fold

_PLACE = "common/questions.toml"


class Asked(Entry, frozen=True):
    """One field; the head comment of the file explains it."""

    names: list[str]
    values: dict[str, list[str]] = msgspec.field(default_factory=dict)


class Questions(Entry, frozen=True):
    """Every field that a question may have."""

    party: Asked
    country: Asked
    kind: Asked
    status: Asked
    commitment: Asked
    sector: Asked
    measure: Asked
    language: Asked
    outlet: Asked
    province: Asked
    year: Asked
    amount: Asked
    since: Asked
    until: Asked
    title: Asked


@cache
def fields() -> dict[str, str]:
    """Folded name → field. Raises KnowledgeError for a name that two fields have."""
    found: dict[str, str] = {}
    for field, asked in _fields().items():
        for name in asked.names:
            if found.setdefault(fold(name), field) != field:
                raise KnowledgeError(f"knowledge/{_PLACE}: {name!r} is a name of {field} and of {found[fold(name)]}")
    return found


@cache
def other_words(field: str) -> dict[str, str]:
    """Folded word → the codebook's word for it, in one field; for ``country``, every name of a state → its code."""
    said = {fold(word): value for value, words in _fields()[field].values.items() for word in words}
    if field == "country":
        said |= {fold(name): code for code, state in countries().items() for name in state.names}
    return said


@cache
def _fields() -> dict[str, Asked]:
    read_in = read(_PLACE, Questions)
    return {name: getattr(read_in, name) for name in read_in.__struct_fields__}
