"""The bands that amounts lie in."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from pactbook.search.amounts import band
from pactbook.search.catalogue.parts import Only, Postings, new
from pactbook.search.catalogue.shelf import Shelf


def bands(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    """The facet ``amount`` of all things that have one, or of some."""
    found = new()
    dollars = shelf.column(connection, "dollars")
    for n in dollars if only is None else (shelf.number[name] for name in only if name in shelf.number):
        if (amount := dollars.get(n)) is not None:
            found[band(amount)].append(n)
    return {"amount": found}
