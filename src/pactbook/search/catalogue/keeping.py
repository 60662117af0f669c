"""The shelves of a record, read when they are first asked for; after a write they follow what it touched."""

from __future__ import annotations

from sqlalchemy import Connection

from pactbook.search.catalogue import agreements, articles, figures, organisations
from pactbook.search.catalogue.packing import pack, unpack
from pactbook.search.catalogue.shelf import Kind, Shelf
from pactbook.search.following import Followed, Making, Touched
from pactbook.search.query import What

_KINDS: dict[What, Kind] = {
    "agreements": agreements.KIND,
    "figures": figures.KIND,
    "articles": articles.KIND,
    "organisations": organisations.KIND,
}
#: Where more than one in so many things was touched, all are read again.
_MANY = 4


def shelf(connection: Connection, what: What) -> Shelf:
    """All things of one kind, as the record that ``connection`` sees has them."""
    return SHELVES[what].at(connection)


def _followed(what: What, kind: Kind) -> Followed[Shelf]:
    def follow(connection: Connection, before: Shelf, touched: Touched) -> Shelf | None:
        if len(touched[what]) * _MANY > before.size:
            return None
        return before.renewed(connection, touched[what]) if touched[what] else before

    return Followed(
        Making(
            name=f"shelf of {what}",
            read=lambda connection: Shelf.read(connection, kind),
            follow=follow,
            pack=pack,
            unpack=lambda whole: unpack(kind, whole),
        )
    )


#: All that can be asked for, by what it is.
SHELVES = {what: _followed(what, kind) for what, kind in _KINDS.items()}
