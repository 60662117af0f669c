"""Which things of a record are taken away: all of them, or those that answer a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection, Select, func, select

from pactbook.store.bodies import body_pages, count_bodies
from pactbook.store.chunks import chunks
from pactbook.store.tables.agreements import agreement_parties, agreements
from pactbook.store.tables.articles import articles
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.figures import figure_claims

Thing = Literal["agreements", "figures", "organisations", "articles"]

#: Says which agreements, figures, organisations or articles answer a question: their ids, each once, in its order.
Fitting = Callable[[Connection, Thing], Iterable[str]]

#: So many things are in memory at a time.
PAGE = 200

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is taken of one state of a record. Without ``fitting`` it is everything."""

    connection: Connection
    fitting: Fitting | None = None

    def ids(self, thing: Thing) -> Iterator[str]:
        """The ids of what is taken. Everything comes the latest first, organisations by id."""
        if self.fitting is not None:
            return iter(self.fitting(self.connection, thing))
        if thing == "organisations":
            return (body.id for page in body_pages(self.connection) for body in page)
        # A part of the rows at a time, however many there are.
        streamed = self.connection.execute(_EVERY[thing], execution_options={"yield_per": PAGE})
        return iter(streamed.scalars())

    def pages(self, thing: Thing) -> Iterator[list[str]]:
        """The ids, a page at a time."""
        return paged(self.ids(thing))

    def count(self, thing: Thing) -> int:
        """How many there are: counted by the database where everything is taken, else by asking again."""
        if self.fitting is not None:
            return sum(1 for _ in self.ids(thing))
        if thing == "organisations":
            return count_bodies(self.connection)
        return int(self.connection.scalar(select(func.count()).select_from(_EVERY[thing].subquery())) or 0)

    def around(self) -> Choice:
        """The agreements of this choice with their parties, the articles that tell of them, and the figures of these.

        What has been asked as a question about agreements is so answered for everything else.
        """
        return self if self.fitting is None else Choice(self.connection, _Around(self))


class _Around:
    """What belongs to chosen agreements. Their ids are held in memory, about a hundred bytes each."""

    def __init__(self, choice: Choice) -> None:
        self._agreements = list(choice.ids("agreements"))

    def __call__(self, connection: Connection, thing: Thing) -> list[str]:
        if thing == "agreements":
            return self._agreements
        found: dict[str, None] = {}
        for part in chunks(self._agreements):
            found.update(dict.fromkeys(connection.scalars(_BELONGING[thing].where(_OWNER[thing].in_(part)))))
        return [i for i in found if thing != "organisations" or not _is_state(i)]


def _is_state(party: str) -> bool:
    return len(party) == 2 and party.isupper()


def paged(things: Iterable[T]) -> Iterator[list[T]]:
    """Pages of at most PAGE things, as they come."""
    left = iter(things)
    while page := list(islice(left, PAGE)):
        yield page


def _latest_first(thing: Any) -> Select[Any]:
    return select(thing.c.id).order_by(thing.c.first.desc().nulls_last(), thing.c.id)


_EVERY: dict[Thing, Select[Any]] = {
    "agreements": _latest_first(agreements),
    "figures": _latest_first(figure_claims),
    "articles": _latest_first(articles),
}

_told = select(articles.c.id).join(agreement_claims, agreement_claims.c.article == articles.c.key).distinct()
_sums = (
    select(figure_claims.c.id).join(agreement_claims, agreement_claims.c.article == figure_claims.c.article).distinct()
)
_BELONGING: dict[Thing, Select[Any]] = {
    "articles": _told.order_by(articles.c.first.desc().nulls_last(), articles.c.id),
    "figures": _sums.order_by(figure_claims.c.first.desc().nulls_last(), figure_claims.c.id),
    "organisations": select(agreement_parties.c.party).distinct().order_by(agreement_parties.c.party),
}
_OWNER: dict[Thing, Any] = {
    "articles": agreement_claims.c.record,
    "figures": agreement_claims.c.record,
    "organisations": agreement_parties.c.agreement,
}
