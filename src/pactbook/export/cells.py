"""Cells that rows of several tables share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pactbook.export.columns import Row
from pactbook.model.claim import Because
from pactbook.model.decision import Decision
from pactbook.model.money import Equivalent, Worth
from pactbook.model.told import ArticleHead, Evidence
from pactbook.record.periods import iso


def parties(ids: Iterable[str], names: Mapping[str, str]) -> Row:
    """Who takes part, by name and by id."""
    wanted = list(ids)
    return {"parties": [names.get(p, p) for p in wanted], "party_ids": wanted}


def dated(name: str, value: str | None) -> Row:
    """A date as it is told, with the first and the last day that it covers."""
    first, last = iso(value)
    return {name: value, f"{name}_first": first, f"{name}_last": last}


def valued(worth: tuple[Worth, ...]) -> Row:
    """The best backed amount as numbers to reckon with, all of them as words."""
    first = worth[0] if worth else None
    return {
        "value_low": first.low if first else None,
        "value_high": first.high if first else None,
        "value_currency": first.currency if first else None,
        "values": [amount(w) for w in worth],
    }


def amount(worth: Worth) -> str:
    """``USD 35000000``, ``EUR 0.5-1.25``."""
    low, high = (f"{n:.2f}".rstrip("0").rstrip(".") for n in (worth.low, worth.high))
    return f"{worth.currency} {low}" if low == high else f"{worth.currency} {low}-{high}"


def in_dollars(equivalent: Equivalent | None) -> Row:
    """The equivalent in US dollars, with the rate that it was reckoned at."""
    return {
        "dollars_low": round(equivalent.low) if equivalent else None,
        "dollars_high": round(equivalent.high) if equivalent else None,
        "rate": equivalent.rate if equivalent else None,
        "rate_year": equivalent.year if equivalent else None,
        "rate_source": equivalent.source if equivalent else None,
    }


def ruled(reasons: Iterable[Because]) -> list[str]:
    """For each cell the rule that read it and where its words stand."""
    return [f"{b.cell}: {b.rule} ({b.span.start}-{b.span.end})" for b in reasons]


def decided(what: str, decision: Decision) -> str:
    """``date: Mai, 2026-02-03 (phoned the ministry)``."""
    return f"{what}: {decision.who}, {decision.when[:10]}" + (f" ({decision.why})" if decision.why else "")


def told(pieces: tuple[Evidence, ...]) -> Row:
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
