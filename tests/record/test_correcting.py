"""What edits make of a figure."""

from __future__ import annotations

import pytest

from pactbook.model.claim import FigureClaim
from pactbook.model.decision import Decision
from pactbook.model.span import Span
from pactbook.record.correcting import check_figure_edit, corrected, tidy_figure_value

CLAIM = FigureClaim(
    Span(0, 1, "3"), 3e9, 3e9, "USD", "exact", "trade_turnover", "actual", "2022", "KR", "VN"
)  # fmt: skip


def edits(*pairs: tuple[str, str]) -> list[Decision]:
    found = []
    for field, words in pairs:
        value = tidy_figure_value(field, words)
        check_figure_edit(field, value)
        found.append(Decision("x", "edit", "Mai", "2026", field=field, value=value))
    return found


@pytest.mark.parametrize(
    ("changes", "cells"),
    [
        pytest.param(
            [("amount", "KRW 1.2-1.5 trillion")], {"low": 1.2e12, "high": 1.5e12, "currency": "KRW"}, id="sum"
        ),
        pytest.param([("amount", "usd 35 million")], {"low": 35e6, "high": 35e6, "currency": "USD"}, id="lower-case"),
        pytest.param([("high", "5 billion")], {"low": 3e9, "high": 5e9}, id="a-range-upwards"),
        pytest.param([("low", "5 billion")], {"low": 5e9, "high": 5e9}, id="a-bound-takes-the-other-along"),
        pytest.param([("high", "1,000")], {"low": 1000, "high": 1000}, id="downwards-too"),
        pytest.param([("period", "2023-01/2023-06")], {"period": "2023-01/2023-06"}, id="half-a-year"),
        pytest.param([("period", "")], {"period": None}, id="cleared"),
        pytest.param([("from", "Việt Nam"), ("to", "한국")], {"source": "KR", "target": "VN"}, id="both-ways-in-order"),
        pytest.param(
            [("measure", "exports"), ("from", "vn"), ("to", "KR")], {"source": "VN", "target": "KR"}, id="one-way"
        ),
        pytest.param([("status", "target"), ("status", "forecast")], {"status": "forecast"}, id="the-later-word"),
    ],
)
def test_edits_give_these_cells(changes: list[tuple[str, str]], cells: dict[str, object]) -> None:
    after = corrected(CLAIM, edits(*changes))
    assert {name: getattr(after, name) for name in cells} == cells
    untouched = set(FigureClaim.__slots__) - set(cells)
    same_ends = {"source", "target"} if "measure" in dict(changes) else set()
    for name in untouched - same_ends - {"measure"}:
        assert getattr(after, name) == getattr(CLAIM, name)


def test_an_edit_of_a_field_that_no_figure_has_changes_nothing() -> None:
    assert corrected(CLAIM, [Decision("x", "edit", "Mai", "2026", field="parties", value=("KR",))]) == CLAIM
