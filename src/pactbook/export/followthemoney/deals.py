"""Agreements as entities: a project with its participants, and each claim as the article's documentation of it."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.export.followthemoney.entity import LANGUAGES, Entity, dates, entity, name_of, number
from pactbook.export.followthemoney.parties import party_id
from pactbook.export.letters import web_address
from pactbook.export.tables.agreements import decisions_on
from pactbook.model.money import Worth
from pactbook.model.told import ArticleHead, ToldClaim
from pactbook.model.views import AgreementView
from pactbook.wording import spaced


def article_id(key: str) -> str:
    """The entity's id of an article."""
    return name_of("article", key)


def deal_entities(view: AgreementView) -> Iterator[Entity]:
    """The agreement, its participants, and what each article says of it."""
    record = view.record
    deal = name_of("agreement", record.id)
    names = [view.names.get(p, p) for p in record.parties]
    yield entity(
        "Project",
        deal,
        name=": ".join(filter(None, (" · ".join(names), record.subject or spaced(record.kind)))),
        summary=record.subject or None,
        projectId=record.id,
        status=record.status,
        phase=record.commitment,
        keywords=[record.kind, *record.sectors],
        address=record.place,
        notes=decisions_on(record),
        proof=[article_id(t.article.id) for t in view.told],
        **dates(record.date),
        **_amount(record.value),
    )
    for party in record.parties:
        yield entity(
            "ProjectParticipant",
            name_of("participant", record.id, party),
            project=deal,
            participant=party_id(party),
            role="party",
        )
    for one in view.told:
        yield _documentation(deal, one)


def _amount(values: tuple[Worth, ...]) -> dict[str, list[str] | str]:
    """The best backed amount, its two ends where it is a range."""
    if not values:
        return {}
    first = values[0]
    found: dict[str, list[str] | str] = {
        "amount": [number(first.low), number(first.high)],
        "currency": first.currency,
    }
    dollars = first if first.currency == "USD" else first.dollars
    return found | ({"amountUsd": [number(dollars.low), number(dollars.high)]} if dollars else {})


def _documentation(deal: str, one: ToldClaim) -> Entity:
    claim, head = one.telling.claim, one.article
    return entity(
        "Documentation",
        name_of("claim", one.telling.id),
        document=article_id(head.id),
        entity=deal,
        role=claim.kind,
        status=claim.status,
        summary=[q.text for e in one.evidence for q in e.quotes],
        description=[e.sentence.text for e in one.evidence],
        recordId=one.telling.id,
        publisher=head.outlet,
        sourceUrl=web_address(head.url),
        **dates(head.published),
    )


def article_entity(head: ArticleHead) -> Entity:
    """An article, without its text."""
    return entity(
        "Article",
        article_id(head.id),
        title=head.title,
        fileName=head.source.rsplit("/", 1)[-1],
        publishedAt=dates(head.published).get("date"),
        language=LANGUAGES[head.language],
        publisher=head.outlet,
        sourceUrl=web_address(head.url),
        notes=f"nearly repeats {article_id(head.copy_of)}" if head.copy_of else None,
    )
