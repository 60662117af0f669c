"""A claim is as sure as the rules that filled its cells."""

from __future__ import annotations

import pytest

from pactbook.claims import confidence as c
from pactbook.knowledge.confidence import Confidence
from pactbook.model.claim import AgreementClaim, Because, Body, DateClaim, FigureClaim
from pactbook.model.span import Span

TABLE = Confidence(
    organisations={"others": 0.9, "gazetteer": 0.98, "acts": 0.7},
    dates={"others": 0.9, "weekday": 0.8},
    figures={"amount": {"others": 1.0}, "measure": {"others": 0.5, "strong": 0.9, "untold": 0.2}},
    agreements={
        "kind": {"others": 0.9, "deal.any": 0.5, "untold": 0.4},
        "parties": {"others": 0.5, "named": 0.8, "pair": 0.6, "untold": 0.1},
    },
)
HERE = Span(0, 4, "text")


@pytest.fixture(autouse=True)
def table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(c, "confidence", lambda: TABLE)


def agreement(*because: tuple[str, str]) -> AgreementClaim:
    reasons = tuple(Because(cell, HERE, rule) for cell, rule in because)
    return AgreementClaim("memorandum", "signed", ("KR", "VN"), None, "trade", (), (), None, (HERE,), reasons)


@pytest.mark.parametrize(
    ("because", "sure"),
    [
        pytest.param(
            [("kind", "en/agreements/deals.toml:deal.memorandum"), ("parties", "named")], 0.72, id="cells-multiply"
        ),
        pytest.param(
            [("kind", "ko/agreements/deals.toml:deal.any"), ("parties", "named")], 0.4, id="a-rule-of-any-language"
        ),
        pytest.param([("parties", "named"), ("parties", "pair")], 0.24, id="parties-as-sure-as-the-least-sure"),
        pytest.param(
            [("kind", "deal.any"), ("kind", "deal.x"), ("parties", "named")], 0.72, id="the-best-reason-carries"
        ),
        pytest.param([("parties", "named")], 0.32, id="a-cell-that-no-words-fill"),
        pytest.param([("sectors", "word"), ("kind", "x"), ("parties", "named")], 0.72, id="a-cell-that-does-not-count"),
    ],
)
def test_an_agreement_is_as_sure_as_its_cells(because: list[tuple[str, str]], sure: float) -> None:
    assert c.sure_of_agreement(agreement(*because)) == sure


def test_a_figure_a_date_and_a_body_are_as_sure_as_their_rules() -> None:
    because = (Because("amount", HERE, "scale"), Because("measure", HERE, "strong"))
    figure = FigureClaim(HERE, 1, 1, "USD", "exact", "loan", "actual", None, None, None, because)
    assert c.sure_of_figure(figure) == 0.9
    assert c.sure_of_date(DateClaim(HERE, "2020", "weekday")) == 0.8
    names = (Because("name", HERE, "acts"), Because("name", HERE, "gazetteer"))
    assert c.sure_of_body(Body("kr.x", ("X",), "company", "KR", (HERE,), "acts", names)) == 0.98


def test_what_is_not_counted_has_no_share() -> None:
    assert c.sure_of_cell("agreements", "sectors", "words") is None
    assert c.sure_of_cell("agreements", "kind", "deal.any") == 0.5
