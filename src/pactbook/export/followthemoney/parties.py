"""Organisations and states as entities, with the articles that name them and those that took their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, select

from pactbook.export.followthemoney.entity import Entity, country, entity, name_of
from pactbook.export.tables.organisations import Known
from pactbook.record.lineage import successors
from pactbook.store.chunks import chunks
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import body_names

#: The codebook's kind → schema and topic. A state takes part as a public body: only legal entities can.
_SCHEMATA: dict[str, tuple[str, str | None]] = {
    "state": ("PublicBody", "gov.national"),
    "ministry": ("PublicBody", "gov.national"),
    "agency": ("PublicBody", "gov"),
    "subnational": ("PublicBody", "gov"),
    "company": ("Company", None),
    "international": ("Organization", "gov.igo"),
    "party": ("Organization", "pol.party"),
}
_OTHER: tuple[str, str | None] = ("Organization", None)


def party_id(key: str) -> str:
    """The entity's id of a body or state."""
    return name_of("party", key)


def party_entity(one: Known) -> Entity:
    """One body or state. All names but the shown one are aliases."""
    body = one.body
    schema, topic = schema_of(body.kind)
    place = "jurisdiction" if schema == "Company" else "country"
    return entity(
        schema,
        party_id(body.id),
        name=one.name,
        alias=[name for name in body.names if name != one.name],
        classification=body.kind,
        topics=topic,
        notes=f"pactbook: {body.id}",
        **{place: country(body.country)},
    )


def schema_of(kind: str) -> tuple[str, str | None]:
    """Schema and topic of a kind of body."""
    return _SCHEMATA.get(kind, _OTHER)


def mention_entities(connection: Connection, found: Mapping[str, Known]) -> Iterator[tuple[Entity, str]]:
    """Each article that names one of the bodies, under whatever names, with the article's id."""
    of = {member: name for name, one in found.items() for member in (name, *one.body.also)}
    name, article = body_names.c, articles.c
    named: dict[tuple[str, str], list[str]] = defaultdict(list)
    for part in chunks(of):
        asked = select(name.body, article.id, name.name).join(articles, article.key == name.article)
        for row in connection.execute(asked.where(name.body.in_(part)).order_by(article.id, name.body, name.n)):
            named[of[row.body], row.id].append(row.name)
    for (body, source), names in named.items():
        schema, _ = schema_of(found[body].body.kind)
        mention = entity(
            "Mention",
            name_of("mention", body, source),
            document=name_of("article", source),
            resolved=party_id(body),
            name=names,
            detectedSchema=schema,
            contextCountry=country(found[body].body.country),
        )
        yield mention, source


def succession_entities(bodies: Iterable[str]) -> Iterator[Entity]:
    """Each body among ``bodies`` that took the place of another one among them."""
    among = set(bodies)
    for body in sorted(among):
        for after in successors(body)[:1]:
            if after in among:
                ends = {"predecessor": party_id(body), "successor": party_id(after)}
                yield entity("Succession", name_of("succession", body, after), **ends)
