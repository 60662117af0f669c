"""One entry per organisation of the article."""

from __future__ import annotations

from pactbook.model.article import Article
from pactbook.model.claim import Body
from pactbook.model.mention import BodyMention, Mentions
from pactbook.text.fold import fold_name


def claim_bodies(article: Article, mentions: Mentions) -> tuple[Body, ...]:
    """Group the mentions of bodies: full form, acronym, short form and translations of one body are one entry."""
    groups: dict[str, list[BodyMention]] = {}
    for mention in mentions.bodies:
        groups.setdefault(_id(mention), []).append(mention)
    return tuple(_body(key, found) for key, found in groups.items())


def _id(mention: BodyMention) -> str:
    return mention.body or f"{(mention.country or 'xx').lower()}.{fold_name(mention.name).replace(' ', '-')}"


def _body(key: str, found: list[BodyMention]) -> Body:
    names = tuple(dict.fromkeys(m.name for m in found))
    first = found[0]
    return Body(key, names, first.kind or "other", first.country, tuple(m.span for m in found), first.rule)


def body_at(bodies: tuple[Body, ...], start: int, end: int) -> Body | None:
    """The body that is named within ``start:end``, the first if there are several; None if there is none."""
    within = ((m, b) for b in bodies for m in b.mentions if start <= m.start and m.end <= end)
    return min(within, key=lambda pair: pair[0].start, default=(None, None))[1]
