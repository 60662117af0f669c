"""In which province a known body is."""

from __future__ import annotations

from functools import cache

from pactbook.knowledge.gazetteer import bodies


@cache
def province_of(body: str) -> str | None:
    """The province, or city of that rank, that a body of the gazetteer is, or is part of; else None."""
    known = bodies()
    here = known.get(body)
    while here is not None:
        above = known.get(here.parent) if here.parent else None
        if here.kind == "subnational" and (above is None or above.kind != "subnational"):
            return body
        if above is None:
            return None
        body, here = str(here.parent), above
    return None
