"""Weights are learnt: what is right comes to weigh more than what is wrong, the same each time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from training.folds import folds
from training.logistic import Case
from training.places import Places
from training.ranker import Choice

from pactbook.knowledge.weights import Weights
from training import logistic, ranker


def test_the_sign_of_what_is_right_weighs_more() -> None:
    choices = [Choice((("near",), ("far",), ("nobody",)), frozenset({0})) for _ in range(20)]
    choices += [Choice((("far",), ("nobody",)), frozenset({1})) for _ in range(20)]
    weights = ranker.trained(choices)
    assert weights["near"] > weights["nobody"] > weights["far"]
    assert weights == ranker.trained(choices)


def test_several_options_may_be_right() -> None:
    weights = ranker.trained([Choice((("a",), ("b",), ("c",)), frozenset({0, 1})) for _ in range(20)])
    assert abs(weights["a"] - weights["b"]) < 1e-9 < weights["a"] - weights["c"]


def test_a_sign_that_is_seldom_seen_gets_no_weight() -> None:
    assert "once" not in ranker.trained([Choice((("once", "x"), ("y",)), frozenset({0}))])
    assert logistic.trained([Case("Harim", (("once",),), True)] * 20) == {}  # nor one that a single name has


def test_yes_and_no_are_told_apart() -> None:
    cases = [Case(str(n), (("any", "inc" if n % 2 else "mr"),), bool(n % 2)) for n in range(40)]
    weights = logistic.trained(cases)
    table = Weights(weights)
    assert table.sum_of(("any", "inc")) > 0 > table.sum_of(("any", "mr"))


def test_what_is_checked_was_not_trained_with() -> None:
    items = [(file, n) for file in "abcdefg" for n in range(3)]
    parts = list(folds(items, lambda item: item[0]))
    assert sorted(item for _, asked in parts for item in asked) == items
    for taught, asked in parts:
        assert not {file for file, _ in taught} & {file for file, _ in asked}


@settings(deadline=None, max_examples=60)
@given(st.text("ab \n", min_size=1, max_size=30), st.integers(0, 30), st.integers(1, 30))
def test_words_are_found_again_however_they_are_spaced(text: str, start: int, length: int) -> None:
    words = text[start : start + length]
    read = " ".join(text)
    span = Places(text, read).span(start, start + len(words))
    if words.split():
        assert span is not None
        assert "".join(read[slice(*span)].split()) == "".join(words.split())
    else:
        assert span is None
