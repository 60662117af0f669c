"""Figures: one row for each sum of money that an article gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pactbook.export.cells import dated, decided, ruled, told
from pactbook.export.choice import Choice
from pactbook.export.columns import Row
from pactbook.model.claim import FigureClaim
from pactbook.model.figure import FigureRecord
from pactbook.model.told import Evidence
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_articles, read_heads
from pactbook.store.figure_bodies import read_beside
from pactbook.store.figures import read_figure_records
from pactbook.store.naming import names_of

#: The cells of a figure that can be decided, by their names in the codebook.
_CELLS = {
    **{name: name for name in ("low", "high", "currency", "qualifier", "measure", "status", "period")},
    **{"from": "source", "to": "target"},
}


def figure_rows(choice: Choice) -> Iterator[Row]:
    """One row per sum, as decided."""
    for page in choice.pages("figures"):
        figures = read_figure_records(choice.connection, page)
        keys = {article for article, _ in figures}
        heads, texts = read_heads(choice.connection, keys), read_articles(choice.connection, keys)
        told_by = [open_evidence(heads[key], texts[key], [found.claim.span]) for key, found in figures]
        beside = read_beside(choice.connection, (found.id for _, found in figures))
        names = names_of(choice.connection, {body for bodies in beside.values() for body in bodies})
        for (_, found), evidence in zip(figures, told_by, strict=True):
            yield _row(found, evidence, {body: names[body] for body in beside[found.id]})


def _row(found: FigureRecord, evidence: tuple[Evidence, ...], bodies: Mapping[str, str]) -> Row:
    figure = found.claim
    return {
        "id": found.id,
        "low": figure.low,
        "high": figure.high,
        "currency": figure.currency,
        "qualifier": figure.qualifier,
        "measure": figure.measure,
        "status": figure.status,
        **dated("period", figure.period),
        "from": figure.source,
        "to": figure.target,
        "beside": list(bodies.values()),
        "beside_ids": list(bodies),
        "rules": ruled(figure.because),
        "decided": [decided(d.field or "accepted", d) for d in found.decisions],
        "said": _as_said(figure, found.said),
        **told(evidence),
    }


def _as_said(figure: FigureClaim, said: FigureClaim | None) -> list[str]:
    """What the article says in the cells that an analyst changed: ``measure: exports``."""
    if said is None:
        return []
    changed = [n for n, cell in _CELLS.items() if getattr(figure, cell) != getattr(said, cell)]
    return [f"{n}: {_plain(getattr(said, _CELLS[n]))}" for n in changed]


def _plain(value: float | str | None) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else value or "nothing"
