"""What the amounts of agreements come to."""

from __future__ import annotations

from collections import Counter

from pyroaring import BitMap
from sqlalchemy import Connection, select

from pactbook.model.money import Total
from pactbook.record.totals import totals
from pactbook.search.catalogue.shelf import Shelf
from pactbook.search.matching import matches
from pactbook.search.query import Query
from pactbook.store.agreements import read_agreements
from pactbook.store.chunks import chunks
from pactbook.store.file import RecordFile
from pactbook.store.tables.agreements import agreements
from pactbook.store.tables.claims import agreement_claims, claim_values


def add_up(record: RecordFile, query: Query) -> list[Total]:
    """What the amounts of all agreements that fit ``query`` come to, whatever its limit; unlike ones never together.

    Raises QueryError.
    """
    with record.reading() as connection:
        found = matches(connection, "agreements", query)
        some = found.all & _may_have_any(connection, found.shelf)
        pages = (read_agreements(connection, part, links=False) for part in chunks(found.shelf.ids[n] for n in some))
        rest = _counted(connection, found.shelf, found.all - some)
        return totals((agreement for page in pages for agreement, _ in page.values()), rest)


def _may_have_any(connection: Connection, on: Shelf) -> BitMap:
    """The agreements of which an article tells an amount, or of which an analyst decided something."""
    told = select(agreement_claims.c.record).join(claim_values, claim_values.c.claim == agreement_claims.c.key)
    decided = select(agreements.c.id).where(agreements.c.decided == 1)
    names = {*connection.scalars(told.distinct()), *connection.scalars(decided)}
    return BitMap([on.number[name] for name in names if name in on.number])


def _counted(connection: Connection, on: Shelf, without: BitMap) -> Counter[tuple[str, str]]:
    """How many of these there are of each commitment and kind."""
    kinds, commitments = on.each(connection, "kind", without), on.each(connection, "commitment", without)
    return Counter((commitments[n][0], kinds[n][0]) for n in without)
