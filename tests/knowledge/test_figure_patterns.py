"""The patterns that are made for one text find in it what those for any text find."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactbook.knowledge.beside import Beside
from pactbook.knowledge.figure_patterns import FigurePatterns, figure_patterns
from pactbook.knowledge.figure_words import figure_words
from pactbook.model.article import Language
from pactbook.text.level import level

FIELDS = [(name, of) for name, of, _ in FigurePatterns.matching_phrases()]
BETWEEN = [" ", ", ", ". ", " the ", " 5 ", "s ", "-", "", "에 ", "를 ", " của "]


def _phrases(language: Language) -> list[str]:
    words = figure_words(language)
    said = [phrase for _, of in FIELDS for phrase in getattr(words, of)]
    return [*said, *(phrase for people in words.nationals.values() for phrase in people)]


def _said(data: st.DataObject, phrases: list[str]) -> str:
    pieces = st.tuples(st.sampled_from(phrases), st.booleans(), st.sampled_from(BETWEEN))
    told = data.draw(st.lists(pieces, max_size=4))
    return level("".join((p.capitalize() if big else p).replace("~", "") + gap for p, big, gap in told))


def _found(pattern: Any, text: str) -> object:
    if isinstance(pattern, Beside):
        return [pattern.at(text, place, place) for place in range(len(text))]
    return [m.span() for m in pattern.finditer(text)] if pattern is not None else []


@pytest.mark.parametrize("language", ["en", "vi", "ko"])
@given(st.data())
@settings(max_examples=40, deadline=None)
def test_what_has_no_phrase_in_a_text_would_match_nothing_there(language: Language, data: st.DataObject) -> None:
    text = _said(data, _phrases(language))
    every, ours = figure_patterns(language), figure_patterns(language).for_text(text)
    for name, _ in FIELDS:
        assert _found(getattr(ours, name), text) == _found(getattr(every, name), text), name
    people = dict(ours.nationals)
    for country, pattern in every.nationals:
        found = ours.standing.matches(country, pattern, text) if country in people else []
        assert [m.span() for m in found] == [m.span() for m in pattern.finditer(text)]
    for name in ("our_country", "that_country"):
        pattern = getattr(every, name)
        found = ours.standing.matches(name, pattern, text)
        assert [m.span() for m in found] == [m.span() for m in pattern.finditer(text)]
