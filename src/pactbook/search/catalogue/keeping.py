"""The shelves of a record, read when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from pactbook.search.catalogue import agreements, articles, figures, organisations
from pactbook.search.catalogue.shelf import Shelf
from pactbook.search.query import What

_READ: dict[What, Callable[[Connection], Shelf]] = {
    "agreements": agreements.read,
    "figures": figures.read,
    "articles": articles.read,
    "organisations": organisations.read,
}


def shelf(connection: Connection, what: What) -> Shelf:
    """All things of one kind, as the record that ``connection`` sees has them."""
    return _READ[what](connection)
