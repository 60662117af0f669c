"""Whole streams of entities: nothing twice, and nothing that points at what is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pactbook.errors import RecordError
from pactbook.export.choice import Choice, paged
from pactbook.export.followthemoney.deals import article_entity, deal_entities
from pactbook.export.followthemoney.entity import Entity, named
from pactbook.export.followthemoney.parties import mention_entities, party_entity, succession_entities
from pactbook.export.tables.agreements import agreement_views
from pactbook.export.tables.articles import heads
from pactbook.export.tables.organisations import known
from pactbook.store.extractions import read_heads
from pactbook.store.views import article_keys


def agreement_entities(choice: Choice) -> Iterator[Entity]:
    """The agreements with their parties and the articles that tell of them."""
    parties: dict[str, None] = {}
    articles: dict[str, None] = {}
    for view in agreement_views(choice):
        parties |= dict.fromkeys(view.record.parties)
        articles |= dict.fromkeys(t.article.id for t in view.told)
        yield from deal_entities(view)
    yield from _parties(choice, parties)
    yield from _articles(choice, articles)


def organisation_entities(choice: Choice) -> Iterator[Entity]:
    """The organisations, and each article that names them."""
    bodies: dict[str, None] = {}
    articles: dict[str, None] = {}
    for page in choice.pages("organisations"):
        found = known(choice.connection, page)
        bodies |= dict.fromkeys(page)
        yield from map(party_entity, found.values())
        for mention, article in mention_entities(choice.connection, found):
            articles[article] = None
            yield mention
    yield from succession_entities(bodies)
    yield from _articles(choice, articles)


def article_entities(choice: Choice) -> Iterator[Entity]:
    """The articles alone."""
    return map(article_entity, heads(choice))


def all_entities(choice: Choice) -> Iterator[Entity]:
    """Everything. What several of the others have comes once."""
    around = choice.around()
    given: set[str] = set()
    for make in (agreement_entities, organisation_entities, article_entities):
        for found in make(around):
            if found["id"] not in given:
                given.add(found["id"])
                yield found


def _parties(choice: Choice, ids: Iterable[str]) -> Iterator[Entity]:
    for page in paged(ids):
        yield from map(party_entity, known(choice.connection, page).values())
    yield from succession_entities(ids)


def _articles(choice: Choice, ids: Iterable[str]) -> Iterator[Entity]:
    for page in paged(ids):
        keys = article_keys(choice.connection, page)
        found = read_heads(choice.connection, keys.values())
        yield from (article_entity(found[keys[name]]) for name in page)


#: Table → its entities. ``all`` is all of them.
ENTITIES: Mapping[str, Callable[[Choice], Iterator[Entity]]] = {
    "agreements": agreement_entities,
    "organisations": organisation_entities,
    "articles": article_entities,
    "all": all_entities,
}


def whole(found: Iterable[Entity]) -> Iterator[Entity]:
    """The entities as they come. Raises RecordError at the end where one points at another that did not come."""
    given: set[str] = set()
    wanted: set[str] = set()
    for one in found:
        given.add(one["id"])
        wanted |= named(one)
        yield one
    if missing := wanted - given:
        raise RecordError(f"{len(missing)} entities are pointed at and not there, {min(missing)} among them")
