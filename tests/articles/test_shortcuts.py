"""What is asked first to save time never hides what the whole question would find."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from pactbook.articles import (
    captions,
    decoding,
    ending,
    language,
    lines,
    navigation,
    page_blocks,
    page_json,
    page_title,
    page_tree,
    refusal,
    sentences,
    stamps,
)
from pactbook.articles.draft import Draft, Paragraph
from pactbook.articles.line_form import ends_sentence
from pactbook.articles.page_blocks import Block
from pactbook.knowledge.page import has_word, may_have_word, word_pattern, words
from pactbook.model.source import Source

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
        odd = language._without_ascii(line.encode())
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
    assert "  " in text or not text.isprintable() or text == spaced


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


def test_words_are_found_where_the_pattern_finds_them() -> None:
    pattern = word_pattern("furniture", "house")
    assert all(has_word("furniture", "house", word.upper()) for word in words("furniture", "house"))
    told = [line for line in _lines() if has_word("furniture", "house", line)]
    assert told
    assert told == [line for line in _lines() if pattern.search(line)]


def test_letters_that_only_a_pattern_takes_for_others_are_known() -> None:
    letters = {letter for word in words("furniture", "house") for letter in word.lower()}
    every = list(map(chr, range(0x110000)))
    for letter in letters:
        pattern = re.compile(re.escape(letter), re.I)
        odd = {c for c in every if pattern.match(c) and c.lower() != letter}
        assert odd <= {"ı", "İ", "ſ"}
    assert has_word("furniture", "house", "thıs artİcle")


@given(st.text("0123/.-a 월", max_size=12), st.sampled_from(["", "10/10/2009", "1.2.2010-", "12-10-1999"]))
def test_a_text_without_the_mark_before_a_year_tells_no_order(text: str, day: str) -> None:
    firsts = [(int(m["a"]), int(m["b"])) for m in stamps._patterns()[2].finditer(text + day)]
    told = any(b > 12 for _, b in firsts) and not any(a > 12 for a, _ in firsts)
    unsure = bool(firsts) and all(a <= 12 and b <= 12 for a, b in firsts)
    assert stamps.tells_month_first(text + day) == (None if unsure else told)


@given(st.text("a가. ", max_size=24), st.integers(0, 40))
def test_a_text_is_wide_by_its_width(text: str, least: int) -> None:
    assert ending.is_wide(text, least) == (ending.width(text) >= least)


@given(st.text("a\x01\x0c\x7f\x85\u00a0\r\n가\ufdd0\uffff\ufeff\ufb01", max_size=8))
def test_plain_bytes_are_read_as_all_others(text: str) -> None:
    data = ("<p>" + text).encode()
    quick = decoding.decode(Source("x", data))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decoding, "_plain", lambda _: None)
        assert decoding.decode(Source("x", data)) == quick


@given(st.text('a. "”’)', max_size=12))
def test_full_stops_are_found_as_all_marks(text: str) -> None:
    assert [m.span() for m in sentences._FULL_STOP.finditer(text)] == [m.span() for m in sentences._END.finditer(text)]


@given(st.text('a.가"“” ', max_size=14))
def test_quotes_that_a_particle_follows_are_found(text: str) -> None:
    plain = re.compile(r"[\"“](?=\S)[^\"“”]{1,500}(?<!\s)[\"”](?=[가-힣])")
    assert sentences._quotes(text) == [m.span() for m in plain.finditer(text)]


@given(st.text("1234-. (+,@a", max_size=20))
def test_telephone_numbers_are_found_by_their_end(text: str) -> None:
    assert lines.is_contact(text) == bool(lines._EMAIL.search(text) or lines._PHONE.search(text))


def test_only_patterns_of_days_that_find_nothing_are_left_out() -> None:
    days = [
        "5 ſeptember 2020",
        "DECEMBER 5, 2020",
        "2020년 3월 5일",
        "ngày 5 THÁNG 3 năm 2020",
        "thg 3 5, 2020",
        "5/3/2020",
    ]
    for line in (*days, *_lines()):
        found = [pattern for pattern in stamps._patterns() if pattern.search(line)]
        assert [pattern for pattern in stamps._possible(line) if pattern.search(line)] == found


@given(st.sampled_from(["2019-11-27T22:40", "2019-13-27 5/6/2020", "x 2019-1-2", "2020. 3. 5. 2021. 1. 1.", "-"]))
def test_the_first_day_is_the_first_stamp(line: str) -> None:
    found = stamps.stamps_in(line)
    assert stamps.first_day(line) == (found[0].value if found else None)


@pytest.mark.parametrize("size", [1, 4, 12])
def test_what_is_plainly_an_article_is_refused_for_no_reason(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line for line in map(str.strip, _lines()) if line]
    drafts = [
        Draft(title=title, paragraphs=[Paragraph(line) for line in lines[n : n + size]])
        for n in range(0, len(lines), size)
        for title in (None, lines[n], "Page not found")
    ]
    told = [refusal.why_not(draft, list) for draft in drafts]
    monkeypatch.setattr(refusal, "_is_plainly_one", lambda *_: False)
    assert [refusal.why_not(draft, list) for draft in drafts] == told


def test_a_line_that_nothing_parts_has_one_part() -> None:
    splits = (
        (navigation._PARTS, navigation._PART_MARKS),
        (navigation._COLUMNS, navigation._COLUMN_MARKS),
        (navigation._BUTTONS, navigation._BUTTON_MARKS),
    )
    for line in _lines():
        for pattern, marks in splits:
            if navigation._is_one(line, marks):
                assert pattern.split(line.strip()) == [line.strip()]


def test_a_line_without_a_mark_of_paths_has_one_part() -> None:
    without = [line for line in _lines() if not any(mark in line for mark in navigation._PATH_MARKS)]
    assert without
    assert [line for line in without if len(navigation._PATH_PARTS.split(line.strip())) > 1] == []


def test_the_head_of_tags_is_the_whole_line_where_nothing_ends_it() -> None:
    without = [line for line in _lines() if not {":", "#", "＃"} & set(line)]
    assert without
    assert [line for line in without if navigation._TAG_HEAD.search(line)] == []


def test_a_credit_holds_a_word_for_one() -> None:
    credited = [
        line
        for line in (*_lines(), "Cầu Vàm Cống - ẢNH: TTXVN", "The bridge (Photo Le Toan)")
        if captions._credit().search(line)
    ]
    assert credited
    assert [line for line in credited if not may_have_word("labels", "credits", line)] == []


@given(st.lists(st.sampled_from(["<a", " ", "x" * 19_999, "x" * 20_001, ">", "<", "b"]), max_size=6).map("".join))
def test_no_long_tag_is_passed_over(text: str) -> None:
    assert page_tree._may_have_long_tag(text) or not page_tree._LONG_TAG.search(text)


_SCRIPT = (
    "Fusion.globalContent", "window.", "__", "a", "__NEXT_DATA__", "__NUXT__", "__PRELOADED_STATE__", " = ", "{", "[",
    'window["a"].push(', "self.__next_f.push(", "[1,",
)  # fmt: skip


@given(st.lists(st.sampled_from(_SCRIPT), max_size=6).map("".join))
def test_no_store_is_passed_over(script: str) -> None:
    found = page_json._STORE.search(script) or page_json._FLIGHT.search(script)
    assert page_json._draws(script) == (found is not None)


@given(st.lists(st.sampled_from(["3", "12", "/", "-", ".", "2024", "1999", " "]), max_size=8).map("".join))
def test_months_come_first_only_before_a_year_behind_a_mark(text: str) -> None:
    assert stamps.has_number_year(text) or stamps.stamps_in(text, True) == stamps.stamps_in(text, False)


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<br>", "<b>", "</b>", "a", " ", "&amp;", "&nbsp;", "가"])).map("".join)
)
def test_the_text_of_an_element_is_that_of_its_nodes(markup: str) -> None:
    root = html.document_fromstring(f"<div>{markup}</div>")
    assert [page_tree.text_in(e) for e in root.iter()] == [e.text_content() for e in root.iter()]
