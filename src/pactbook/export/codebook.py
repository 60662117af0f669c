"""The codebook's JSON object: one per article."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from pactbook.claims.confidence import sure_of_agreement, sure_of_body, sure_of_date, sure_of_figure, sure_of_name
from pactbook.model.claim import AgreementClaim, Because, Body, Extraction, FigureClaim
from pactbook.model.span import Span


def codebook(extraction: Extraction) -> dict[str, Any]:
    """The extraction as plain data, with the names and meanings of CODEBOOK.md's last section."""
    article = extraction.article
    return {
        "article": {
            "id": article.id,
            "source": article.source,
            "language": article.language,
            "title": article.title,
            "outlet": article.outlet,
            "url": article.url,
            "published": article.published,
            "text": article.text,
        },
        "organisations": [_body(b) for b in extraction.organisations],
        "agreements": [_agreement(a) for a in extraction.agreements],
        "figures": [_figure(f) for f in extraction.figures],
        "dates": [
            _span(d.span) | {"value": d.value, "rule": d.rule, "confidence": sure_of_date(d)} for d in extraction.dates
        ],
        "version": extraction.version,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _because(reasons: tuple[Because, ...]) -> list[dict[str, Any]]:
    return [{"cell": b.cell, "rule": b.rule} | _span(b.span) for b in reasons]


def _body(body: Body) -> dict[str, Any]:
    return {
        "id": body.id,
        "names": list(body.names),
        "kind": body.kind,
        "country": body.country,
        "mentions": [_mention(m, reason) for m, reason in zip_longest(body.mentions, body.because)],
        "rule": body.rule,
        "confidence": sure_of_body(body),
    }


def _mention(span: Span, reason: Because | None) -> dict[str, Any]:
    return _span(span) | ({"rule": reason.rule, "confidence": sure_of_name(reason)} if reason else {})


def _agreement(claim: AgreementClaim) -> dict[str, Any]:
    return {
        "kind": claim.kind,
        "status": claim.status,
        "parties": list(claim.parties),
        "date": claim.date,
        "subject": claim.subject,
        "sectors": list(claim.sectors),
        "value": [{"low": v.low, "high": v.high, "currency": v.currency} for v in claim.value],
        "place": claim.place,
        "evidence": [_span(e) for e in claim.evidence],
        "because": _because(claim.because),
        "confidence": sure_of_agreement(claim),
    }


def _figure(claim: FigureClaim) -> dict[str, Any]:
    return _span(claim.span) | {
        "low": claim.low,
        "high": claim.high,
        "currency": claim.currency,
        "qualifier": claim.qualifier,
        "measure": claim.measure,
        "status": claim.status,
        "period": claim.period,
        "from": claim.source,
        "to": claim.target,
        "because": _because(claim.because),
        "confidence": sure_of_figure(claim),
    }
