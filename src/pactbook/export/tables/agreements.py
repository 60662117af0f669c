"""Agreements: one row for each, with what all articles say of it."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.export.cells import dated, decided, in_dollars, parties, told, valued
from pactbook.export.choice import Choice
from pactbook.export.columns import Row
from pactbook.model.agreement import AgreementRecord, Quality
from pactbook.model.views import AgreementView
from pactbook.store.views import read_views


def agreement_views(choice: Choice) -> Iterator[AgreementView]:
    """The agreements opened, a page of them in memory at a time."""
    for page in choice.pages("agreements"):
        yield from read_views(choice.connection, page, links=False)


def agreement_rows(choice: Choice) -> Iterator[Row]:
    """One row per agreement."""
    return map(agreement_row, agreement_views(choice))


def agreement_row(view: AgreementView) -> Row:
    """One agreement. The quote is the one of the first article that reports how things stand."""
    record = view.record
    shown = min(view.told, key=lambda t: (t.telling.claim.status != record.status, t.telling.claim.date is None))
    published = sorted(t.article.published for t in view.told if t.article.published)
    return {
        "id": record.id,
        "kind": record.kind,
        "status": record.status,
        "commitment": record.commitment,
        **parties(record.parties, view.names),
        **dated("date", record.date),
        "subject": record.subject,
        "subjects": [said.value for said in record.cell("subject").reported],
        "sectors": list(record.sectors),
        **valued(record.value),
        **in_dollars(record.value[0].dollars if record.value else None),
        "place": record.place,
        "articles": len({t.article.id for t in view.told}),
        "sources": len({t.telling.origin for t in view.told}),
        "first_told": published[0] if published else None,
        "last_told": published[-1] if published else None,
        **{f"{name}_level": record.cell(name).level for name in ("kind", "status", "date")},
        **_quality(record.quality),
        "decided": decisions_on(record),
        "claims": list(record.tellings),
        **told(shown.evidence),
    }


def decisions_on(record: AgreementRecord) -> list[str]:
    """What an analyst set or accepted, with who, when and why."""
    said = [decided(c.name, c.decision) for c in record.cells if c.decision]
    return said + ([decided("accepted", record.accepted)] if record.accepted else [])


def _quality(quality: Quality | None) -> Row:
    return {
        "completeness": quality.completeness if quality else None,
        "missing": list(quality.missing) if quality else [],
        "strength": quality.strength if quality else None,
        "grounds": list(quality.grounds) if quality else [],
    }
