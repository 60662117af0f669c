"""Articles: one row for each that was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Column, Connection, func, select

from pactbook.export.choice import Choice
from pactbook.export.columns import Row
from pactbook.model.told import ArticleHead
from pactbook.store.extractions import read_heads
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import bodies as bodies_table
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.figures import figure_claims
from pactbook.store.views import article_keys


def heads(choice: Choice) -> Iterator[ArticleHead]:
    """The articles without their texts, in order."""
    for page in choice.pages("articles"):
        keys = article_keys(choice.connection, page)
        found = read_heads(choice.connection, keys.values())
        yield from (found[keys[name]] for name in page)


def article_rows(choice: Choice) -> Iterator[Row]:
    """One row per article, with how much it says. Its text is in the claims as JSON lines."""
    for page in choice.pages("articles"):
        keys = article_keys(choice.connection, page)
        found = read_heads(choice.connection, keys.values())
        wanted = list(keys.values())
        asked = select(articles.c.key, func.length(articles.c.text)).where(articles.c.key.in_(wanted))
        lengths = {key: int(length) for key, length in choice.connection.execute(asked)}
        agreements, figures, bodies = (
            _counted(choice.connection, column, wanted)
            for column in (agreement_claims.c.article, figure_claims.c.article, bodies_table.c.article)
        )
        for key in (keys[name] for name in page):
            yield _row(found[key]) | {
                "characters": lengths[key],
                "agreements": agreements.get(key, 0),
                "figures": figures.get(key, 0),
                "organisations": bodies.get(key, 0),
            }


def _counted(connection: Connection, article: Column[int], keys: Sequence[int]) -> dict[int, int]:
    asked = select(article, func.count()).where(article.in_(keys)).group_by(article)
    return {key: int(number) for key, number in connection.execute(asked)}


def _row(head: ArticleHead) -> Row:
    return {
        "id": head.id,
        "language": head.language,
        "title": head.title,
        "outlet": head.outlet,
        "published": head.published,
        "address": head.url,
        "source": head.source,
        "copy_of": head.copy_of,
    }
