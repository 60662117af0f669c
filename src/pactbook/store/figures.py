"""Figures as analysts decided them: an edit changes the row, a rejection takes it away, what was said is put aside."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from pactbook.model.claim import Extraction, FigureClaim
from pactbook.model.figure import FigureRecord
from pactbook.record.correcting import corrected
from pactbook.record.identity import figure_ids
from pactbook.record.rulings import Rulings
from pactbook.store import rows
from pactbook.store.chunks import chunks
from pactbook.store.extractions import original_of, read_figures, read_some
from pactbook.store.rulings import read_figure_rulings
from pactbook.store.tables.articles import articles
from pactbook.store.tables.decisions import anchors
from pactbook.store.tables.figures import figure_claims, figure_originals


def settle_figures(connection: Connection, names: Iterable[str]) -> None:
    """Bring the figures of these articles (by id) in line with the decisions about them."""
    for part in chunks(names):
        concerned = _decided(connection, part)
        ruled = read_figure_rulings(connection, concerned)
        keys = connection.scalars(select(articles.c.key).where(articles.c.id.in_(part))).all() if concerned else []
        for key, extraction in zip(keys, read_some(connection, list(keys)), strict=True):
            _settle(connection, key, extraction, concerned, ruled)


def settle_all_figures(connection: Connection) -> None:
    """Bring every figure in line with the decisions."""
    named = select(anchors.c.article).where(anchors.c.figure.is_not(None)).distinct()
    aside = select(articles.c.id).join(figure_originals).distinct()
    settle_figures(connection, {*connection.scalars(named), *connection.scalars(aside)})


def read_figure_records(connection: Connection, ids: Iterable[str]) -> list[tuple[int, FigureRecord]]:
    """Key of the article, and figure with what was decided, in the order of ``ids``; rejected ones are left out."""
    standing = read_figures(connection, ids)
    said: dict[str, FigureClaim] = {}
    for part in chunks(name for name, _, _ in standing):
        aside = connection.execute(select(figure_originals).where(figure_originals.c.id.in_(part)))
        said |= {row.id: original_of(row) for row in aside}
    ruled = read_figure_rulings(connection, [name for name, _, _ in standing])
    return [
        (article, FigureRecord(name, claim, said.get(name), ruled.all_of(name))) for name, article, claim in standing
    ]


def _decided(connection: Connection, names: list[str]) -> set[str]:
    """The figures of these articles that decisions are about, or were."""
    aside = select(figure_originals.c.id).join(articles).where(articles.c.id.in_(names))
    meant = select(anchors.c.figure).where(anchors.c.article.in_(names), anchors.c.figure.is_not(None))
    return {*connection.scalars(aside), *connection.scalars(meant)}


def _settle(connection: Connection, article: int, extraction: Extraction, concerned: set[str], ruled: Rulings) -> None:
    """Put the figures that are concerned in the place of what stands for them now."""
    said = {
        n: (name, figure)
        for n, (name, figure) in enumerate(zip(figure_ids(extraction), extraction.figures, strict=True))
        if name in concerned
    }
    names = [name for name, _ in said.values()]
    rows.drop_figures(connection, names)
    connection.execute(delete(figure_originals).where(figure_originals.c.id.in_(names)))
    stand = {
        n: corrected(figure, ruled.edits_of([name])) for n, (name, figure) in said.items() if name not in ruled.rejected
    }
    rows.insert_figures(connection, article, extraction, stand)
    spoken = [said[n][0] for n in stand if ruled.all_of(said[n][0])]
    connection.execute(update(figure_claims).where(figure_claims.c.id.in_(spoken)).values(decided=1))
    aside = [
        {"id": name, "article": article, "n": n, "whole": msgspec.json.encode(figure).decode()}
        for n, (name, figure) in said.items()
        if stand.get(n) != figure
    ]
    if aside:
        connection.execute(insert(figure_originals), aside)
