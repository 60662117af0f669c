"""The words of money, dates and figures: every language has its rooms, and all agree with the codebook."""

from __future__ import annotations

import pytest

from pactbook.knowledge.currencies import currencies, currency_marks
from pactbook.knowledge.date_shapes import date_shapes
from pactbook.knowledge.figure_cues import figure_cues
from pactbook.knowledge.figure_patterns import figure_patterns
from pactbook.knowledge.figure_words import figure_words
from pactbook.knowledge.measures import measures
from pactbook.knowledge.money import money_shapes, money_words
from pactbook.model.article import Language

LANGUAGES: list[Language] = ["en", "vi", "ko"]
CODEBOOK = {
    *("trade_turnover", "exports", "imports", "trade_balance", "fdi_registered", "fdi_disbursed", "project_capital"),
    *("contract_value", "loan", "grant", "fund", "revenue", "market_size", "remittance", "budget", "wage", "price"),
    "other",
}


def test_the_measures_are_those_of_the_codebook() -> None:
    assert measures().keys() == CODEBOOK
    assert all(m.status in m.among for m in measures().values())


def test_english_has_words_for_every_measure() -> None:
    assert figure_words("en").measures.keys() == CODEBOOK | {"investment", "turnover", "takings", "sales"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_compiles(language: Language) -> None:
    assert date_shapes(language)
    assert money_shapes(language)
    assert figure_cues(language)
    assert figure_patterns(language)
    stand_for_others = {
        "investment",
        "surplus",
        "opposite",
        "total",
        "turnover",
        "takings",
        "sales",
        "cost",
        "spending",
    }
    assert figure_words(language).measures.keys() <= CODEBOOK | stand_for_others
    assert set(money_words(language).doubtful) <= currency_marks().keys()


def test_a_mark_stands_for_one_currency() -> None:
    marks = [(mark, code) for code, c in currencies().items() for mark in {*c.before, *c.after}]
    assert len({mark for mark, _ in marks}) == len(marks)
