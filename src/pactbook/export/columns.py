"""The rows of each table that can be taken away. docs/export.md explains every column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pactbook.model.claim import Because, FigureClaim
from pactbook.model.decision import Decision
from pactbook.model.record import (
    AgreementView,
    ArticleHead,
    BodyRecord,
    Equivalent,
    Evidence,
    FigureRecord,
    Point,
    Quality,
    Series,
    ToldClaim,
    Worth,
)

#: What a row holds; a list is written with semicolons where a format knows no lists.
Cell = str | int | float | list[str] | None
Row = dict[str, Cell]

_VALUE = ("value_low", "value_high", "value_currency", "values")
_DOLLARS = ("dollars_low", "dollars_high", "rate", "rate_year", "rate_source")
_ARTICLE = ("article", "language", "title", "outlet", "published", "address", "copy_of")
_EVIDENCE = ("quote", "start", "end", "quotes", "sentence", *_ARTICLE)
_PARTIES = ("parties", "party_ids")

#: Table → its columns in order.
COLUMNS: dict[str, tuple[str, ...]] = {
    "agreements": (
        *("id", "kind", "status", "commitment", *_PARTIES, "date", "subject", "sectors", *_VALUE, *_DOLLARS, "place"),
        *("articles", "sources", "first_told", "last_told", "kind_level", "status_level", "date_level"),
        *("completeness", "missing", "strength", "grounds", "decided", "claims"),
        *_EVIDENCE,
    ),
    "claims": (
        *("id", "agreement", "kind", "status", *_PARTIES, "date", "subject", "sectors", *_VALUE, "place", "rules"),
        *_EVIDENCE,
    ),
    "figures": (
        *("id", "low", "high", "currency", "qualifier", "measure", "status", "period", "from", "to", "rules"),
        *("decided", "said"),
        *_EVIDENCE,
    ),
    "series": (
        *("measure", "from", "to", "period", "status", "low", "high", "currency", *_DOLLARS, "level", "sources"),
        *("reached", "said", "parts", "decided", "figures"),
    ),
    "organisations": ("id", "also", "name", "names", "kind", "country", "articles", "agreements", *_EVIDENCE),
}


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure as decided, with its sentence."""

    record: FigureRecord
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FoundBody:
    """An organisation with the first place where it is named, if any is kept."""

    body: BodyRecord
    evidence: Evidence | None


def agreement_row(view: AgreementView) -> Row:
    """One agreement. The quote is the one of the first article that reports how things stand."""
    record = view.record
    told = min(view.told, key=lambda t: (t.telling.claim.status != record.status, t.telling.claim.date is None))
    published = sorted(t.article.published for t in view.told if t.article.published)
    return {
        "id": record.id,
        "kind": record.kind,
        "status": record.status,
        "commitment": record.commitment,
        **_parties(record.parties, view),
        "date": record.date,
        "subject": record.subject,
        "sectors": list(record.sectors),
        **_value(record.value),
        **_dollars(record.value[0].dollars if record.value else None),
        "place": record.place,
        "articles": len({t.article.id for t in view.told}),
        "sources": len({t.telling.origin for t in view.told}),
        "first_told": published[0] if published else None,
        "last_told": published[-1] if published else None,
        **{f"{name}_level": record.cell(name).level for name in ("kind", "status", "date")},
        **_quality(record.quality),
        "decided": [_decided(c.name, c.decision) for c in record.cells if c.decision],
        "claims": list(record.tellings),
        **_evidence(told.evidence),
    }


def _decided(field: str, decision: Decision) -> str:
    """``date: Mai, 2026-02-03 (phoned the ministry)``."""
    return f"{field}: {decision.who}, {decision.when[:10]}" + (f" ({decision.why})" if decision.why else "")


def _quality(quality: Quality | None) -> Row:
    return {
        "completeness": quality.completeness if quality else None,
        "missing": list(quality.missing) if quality else [],
        "strength": quality.strength if quality else None,
        "grounds": list(quality.grounds) if quality else [],
    }


def _dollars(equivalent: Equivalent | None) -> Row:
    """The equivalent in US dollars, with the rate that it was reckoned at."""
    return {
        "dollars_low": round(equivalent.low) if equivalent else None,
        "dollars_high": round(equivalent.high) if equivalent else None,
        "rate": equivalent.rate if equivalent else None,
        "rate_year": equivalent.year if equivalent else None,
        "rate_source": equivalent.source if equivalent else None,
    }


def point_row(series: Series, point: Point) -> Row:
    """One point of a series, with what each article says for it."""
    return {
        "measure": series.measure,
        "from": series.source,
        "to": series.target,
        "period": point.period,
        "status": point.status,
        "low": point.low,
        "high": point.high,
        "currency": point.currency,
        **_dollars(point.dollars),
        "level": point.level,
        "sources": len({r.origin for r in point.readings}),
        "reached": point.reached,
        "said": [f"{r.claim.span.text} ({r.published or 'undated'})" for r in point.readings],
        "parts": [f"{r.claim.span.text} ({r.published or 'undated'})" for r in point.parts],
        "decided": [_decided(d.field or "accepted", d) for r in (*point.readings, *point.parts) for d in r.decisions],
        "figures": [r.figure for r in (*point.readings, *point.parts)],
    }


def claim_row(view: AgreementView, told: ToldClaim) -> Row:
    """What one article says of an agreement."""
    claim = told.telling.claim
    worth = tuple(Worth(v.low, v.high, v.currency, 1) for v in claim.value)
    return {
        "id": told.telling.id,
        "agreement": view.record.id,
        "kind": claim.kind,
        "status": claim.status,
        **_parties(claim.parties, view),
        "date": claim.date,
        "subject": claim.subject,
        "sectors": list(claim.sectors),
        **_value(worth),
        "place": claim.place,
        "rules": _rules(claim.because),
        **_evidence(told.evidence),
    }


def figure_row(found: FoundFigure) -> Row:
    """One sum of money."""
    figure = found.record.claim
    return {
        "id": found.record.id,
        "low": figure.low,
        "high": figure.high,
        "currency": figure.currency,
        "qualifier": figure.qualifier,
        "measure": figure.measure,
        "status": figure.status,
        "period": figure.period,
        "from": figure.source,
        "to": figure.target,
        "rules": _rules(figure.because),
        "decided": [_decided(d.field or "accepted", d) for d in found.record.decisions],
        "said": _as_said(figure, found.record.said),
        **_evidence((found.evidence,)),
    }


#: The cells of a figure that can be decided, by their names in the codebook.
_FIGURE_CELLS = {
    **{name: name for name in ("low", "high", "currency", "qualifier", "measure", "status", "period")},
    **{"from": "source", "to": "target"},
}


def _as_said(figure: FigureClaim, said: FigureClaim | None) -> list[str]:
    """What the article says in the cells that an analyst changed: ``measure: exports``."""
    if said is None:
        return []
    changed = [n for n, cell in _FIGURE_CELLS.items() if getattr(figure, cell) != getattr(said, cell)]
    return [f"{n}: {_plain(getattr(said, _FIGURE_CELLS[n]))}" for n in changed]


def _plain(value: float | str | None) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else value or "nothing"


def body_row(found: FoundBody) -> Row:
    """One organisation. The quote is its first mention."""
    body = found.body
    return {
        "id": body.id,
        "also": list(body.also),
        "name": body.names[0] if body.names else body.id,
        "names": list(body.names),
        "kind": body.kind,
        "country": body.country,
        "articles": body.articles,
        "agreements": body.agreements,
        **_evidence((found.evidence,) if found.evidence else ()),
    }


def _parties(parties: Iterable[str], view: AgreementView) -> Row:
    ids = list(parties)
    return {"parties": [view.names.get(p, p) for p in ids], "party_ids": ids}


def _value(worth: tuple[Worth, ...]) -> Row:
    """The best backed amount as numbers to reckon with, all of them as words."""
    first = worth[0] if worth else None
    return {
        "value_low": first.low if first else None,
        "value_high": first.high if first else None,
        "value_currency": first.currency if first else None,
        "values": [_amount(w) for w in worth],
    }


def _amount(worth: Worth) -> str:
    low, high = (f"{n:.2f}".rstrip("0").rstrip(".") for n in (worth.low, worth.high))
    return f"{worth.currency} {low}" if low == high else f"{worth.currency} {low}-{high}"


def _rules(reasons: Iterable[Because]) -> list[str]:
    return [f"{b.cell}: {b.rule} ({b.span.start}-{b.span.end})" for b in reasons]


def _evidence(pieces: tuple[Evidence, ...]) -> Row:
    """The words and where they stand. Several sentences: the quote is the first, ``quotes`` has them all."""
    first = pieces[0] if pieces else None
    quote = first.quotes[0] if first else None
    return {
        "quote": quote.text if quote else None,
        "start": quote.start if quote else None,
        "end": quote.end if quote else None,
        "quotes": [f"{q.text} ({q.start}-{q.end})" for e in pieces for q in e.quotes],
        "sentence": first.sentence.text if first else None,
        **_article(first.article if first else None),
    }


def _article(head: ArticleHead | None) -> Row:
    return {
        "article": head.id if head else None,
        "language": head.language if head else None,
        "title": head.title if head else None,
        "outlet": head.outlet if head else None,
        "published": head.published if head else None,
        "address": (head.url or head.source) if head else None,
        "copy_of": head.copy_of if head else None,
    }
