"""What is asked first to save time never hides what the whole question would find."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from pactbook.articles import language, page_blocks, page_title, sentences, stamps
from pactbook.articles.lines import ends_sentence
from pactbook.articles.page_blocks import Block

_GOLD = Path(__file__).parents[1] / "gold"


@cache
def _lines() -> tuple[str, ...]:
    """Every line of the annotated sources, and every run of text of the pages among them."""
    texts = [path.read_text("utf-8") for path in sorted(_GOLD.rglob("*.txt"))]
    pages = [path.read_text("utf-8") for path in sorted(_GOLD.rglob("*.html"))]
    lines = [line for text in texts for line in text.splitlines()]
    return tuple(dict.fromkeys([*lines, *(run for page in pages for run in re.split(r"<[^>]*>|\n", page))]))


def test_no_line_without_a_year_has_a_stamp() -> None:
    without = [line for line in _lines() if not stamps._ANY_YEAR.search(line)]
    assert without
    assert [line for line in without for pattern in stamps._patterns() if pattern.search(line)] == []


def test_every_pattern_of_stamps_asks_for_a_year() -> None:
    assert all(pattern.groupindex.get("y") and stamps._YEAR in pattern.pattern for pattern in stamps._patterns())


@given(st.text("0123/.-a 월", max_size=24).map(lambda text: f"{text}/2024"))
def test_numbers_before_a_year_are_found_as_by_looking_back_first(text: str) -> None:
    plain = re.compile(r"(?<![\d/])(?P<a>\d{1,2})(?P<s>[-./])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19[89]\d|20\d\d))(?!\d)")
    fast = stamps._patterns()[2]
    assert [m.groups() for m in fast.finditer(text)] == [m.groups() for m in plain.finditer(text)]


def test_letters_of_a_script_are_counted_as_one_by_one() -> None:
    marked = re.compile(f"[{language._MARKED}]", re.IGNORECASE)
    for line in _lines():
        assert language._count(language._VIETNAMESE, line) == len(marked.findall(line))
        odd = language._without_ascii(line)
        for script in (language._VIETNAMESE, language._HANGUL, language._OTHER_SCRIPT):
            assert language._count(script, odd) == language._count(script, line)


def test_what_is_plainly_english_is_english_word_by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["", "1 2", "é", "the " * 9 + "é", *_lines(), *map(" ".join, zip(*[iter(_lines())] * 3, strict=False))]
    told = [language.language_of(text) for text in texts]
    assert told.count("en") > len(texts) // 10
    monkeypatch.setattr(language, "_is_plainly_english", lambda *_: False)
    assert [language.language_of(text) for text in texts] == told


@given(st.text("a \t\n\u00a0\u200b\u3000", max_size=30))
def test_blanks_are_made_one_space(text: str) -> None:
    spaced = re.sub(rf"{page_blocks._BLANK}+", " ", text)
    assert page_blocks._SPACES.sub(" ", text) == spaced
    assert "  " in text or page_blocks._ODD_BLANK.search(text) or text == spaced


@given(st.text("a.!?…。！\"'”’)] \n", max_size=12))
def test_marks_that_may_end_a_sentence_are_found_as_one_by_one(text: str) -> None:
    plain = re.compile(r"(?:[.!?…]+|[。！？])[\"'”’»)\]】」』]*(?=\s|\Z)")
    assert [m.span() for m in sentences._END.finditer(text)] == [m.span() for m in plain.finditer(text)]


@given(st.text("aZ1.&'’- \n,(", max_size=12))
def test_the_last_word_is_read_from_behind(text: str) -> None:
    last, lead = re.search(r"[\w.&'’-]+\Z", text), sentences._UP_TO_LAST_WORD.match(text)
    assert text[lead.end() if lead else 0 :] == (last[0] if last else "")


@given(st.sampled_from(["Lotte opens", "Lotte", "a lotte opens in hanoi today"]), st.integers(0, 3), st.booleans())
def test_a_block_is_no_likelier_a_headline_than_its_markup_lets_it_be(text: str, heading: int, named: bool) -> None:
    element = html.Element("p", {"class": "headline"} if named else {})
    block = Block(text, element, "body", heading, 0.0, False)
    assert page_title._likeness(block, ["lotte opens"], set()) <= page_title._most(block)


@given(st.text("a.!?…。\"'”’)] \n", max_size=12))
def test_a_sentence_ends_at_its_mark_with_what_closes_behind_it(text: str) -> None:
    assert ends_sentence(text) == (re.search(r"[.!?…。][\"'”’)\]]*\Z", text) is not None)
