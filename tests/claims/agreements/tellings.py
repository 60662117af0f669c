"""What the tables of cases of all languages share: read a text within a page, and compare what it tells."""

from __future__ import annotations

from typing import Any

import pytest
from _pytest.mark import ParameterSet

from pactbook.model.claim import AgreementClaim, Extraction
from pactbook.model.source import Source
from pactbook.pipeline import extract

Row = tuple[str, str, tuple[str, ...], str | None]


def read_within(page: str, text: str) -> Extraction:
    """What is read out of ``text`` where the page says ``{text}``."""
    return extract(Source("case.txt", page.format(text=text).encode(), "text/plain"))


def row(claim: AgreementClaim) -> Row:
    """Kind, status, parties and date."""
    return claim.kind, claim.status, tuple(sorted(claim.parties)), claim.date


def told(found: Extraction) -> list[Row]:
    """The rows of what was read, in one order."""
    return sorted(map(row, found.agreements), key=str)


def wanted(case: dict[str, Any]) -> list[Row]:
    """The rows that a case of the table asks for, in the same order."""
    return sorted(((c["kind"], c["status"], tuple(c["parties"]), c.get("date")) for c in case["claims"]), key=str)


def cases(table: list[dict[str, Any]]) -> list[ParameterSet]:
    """The cases of a table; those with ``not_yet`` are expected to fail, for the reason that it gives."""
    marks = [[pytest.mark.xfail(reason=c["not_yet"])] if "not_yet" in c else [] for c in table]
    return [pytest.param(c, id=c["name"], marks=m) for c, m in zip(table, marks, strict=True)]


def check_words(found: Extraction) -> None:
    """Every agreement stands on words of the article: evidence, a reason for its parties, a rule for each reason."""
    for one in found.agreements:
        for span in [*one.evidence, *(b.span for b in one.because)]:
            span.check(found.article.text)
        assert one.evidence
        assert "parties" in {b.cell for b in one.because}
        assert all(b.rule for b in one.because)
