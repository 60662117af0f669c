"""Phrases that count from a date are written once for all numbers, and read as if each were written out."""

import re
from pathlib import Path

import pytest

from pactbook.errors import KnowledgeError
from pactbook.knowledge import reading
from pactbook.knowledge.counted_phrases import pattern_of, values_of
from pactbook.knowledge.date_shapes import date_shapes
from pactbook.knowledge.dates import date_words
from pactbook.model.article import Language
from pactbook.model.words import LANGUAGES

_NUMBERS = {"hai": 2, "mười hai": 12}


@pytest.mark.parametrize(
    ("phrase", "value", "written"),
    [
        ("năm sau", 1, {"năm sau": 1}),
        ("{word} năm", 1, {"hai năm": 2, "mười hai năm": 12}),
        ("{number} tuần", -7, {"hai tuần": -14, "mười hai tuần": -84, "2 tuần": -14, "12 tuần": -84}),
    ],
    ids=["no number", "a number in words", "a number in words or digits"],
)
def test_a_value_counts_as_often_as_the_number_says(phrase: str, value: int, written: dict[str, int]) -> None:
    assert values_of({phrase: value}, _NUMBERS) == written


@pytest.mark.parametrize(
    ("phrase", "written"),
    [
        ("sau[ đó]", ["sau", "sau đó"]),
        ("[ngay |liền ]sau", ["sau", "ngay sau", "liền sau"]),
        ("(ngày|hôm) sau[ đó]", ["ngày sau", "ngày sau đó", "hôm sau", "hôm sau đó"]),
    ],
    ids=["what may be there", "one of two that may be there", "both brackets"],
)
def test_brackets_are_written_out(phrase: str, written: list[str]) -> None:
    assert list(values_of({phrase: 1}, {})) == written


@pytest.mark.parametrize(
    ("phrases", "reason"),
    [
        ({"{months} later": 1}, r"'\{months\} later': one \{number\} or \{word\}"),
        ({"{word} or {word} later": 1}, "and no other slot"),
        ({"{word later": 1}, "and no other slot"),
        ({"word} later": 1}, "and no other slot"),
        ({"(a|one year later": 1}, r"'\(a\|one year later': a bracket is not closed"),
        ({"a|one) year later": 1}, "or was not opened"),
        ({"{word} weeks later": 7, "hai weeks later": 2}, "'hai weeks later' has the value 14 already"),
    ],
    ids=[
        "a slot nobody knows",
        "two slots",
        "an open slot",
        "a slot not opened",
        "an open bracket",
        "no opening bracket",
        "two values",
    ],
)
def test_a_mistake_is_named_with_its_phrase(phrases: dict[str, int], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        values_of(phrases, _NUMBERS)


def test_a_mistake_is_named_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ko").mkdir()
    (tmp_path / "ko" / "dates.toml").write_text('[said.day]\n"{nights} 뒤" = 1\n', encoding="utf-8")
    monkeypatch.setattr(reading, "folder", lambda: tmp_path)
    # What was read of the true file is kept for other tests.
    monkeypatch.setattr("pactbook.knowledge.date_shapes.date_words", date_words.__wrapped__)
    with pytest.raises(KnowledgeError, match=r"knowledge/ko/dates\.toml: '\{nights\} 뒤': one \{number\}"):
        date_shapes.__wrapped__("ko")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_written_out_is_found_whole(language: Language) -> None:
    words = date_words(language)
    relative, said = words.relative, words.said
    units = [(relative.year, said.year, words.of_year), (relative.month, said.month, words.of_month)]
    for tables in [*units, (relative.quarter,), (relative.week,), (relative.day,), (said.day,)]:
        # Phrases counted from today and from what was said are looked for together.
        pattern = re.compile(pattern_of([phrase for table in tables for phrase in table], words.numbers))
        for written in (phrase for table in tables for phrase in values_of(table, words.numbers)):
            found = pattern.match(f"{written}, ")
            assert found is not None, written
            assert found[0] == written
