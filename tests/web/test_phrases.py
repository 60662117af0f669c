"""How pages say things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.model.span import Span
from pactbook.web.phrases import counted, day, digits, filter_value, heading, inside, label, link, pieces


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (None, "no date"),
        ("2014-10-24", "24 Oct 2014"),
        ("2014-10", "October 2014"),
        ("2014", "2014"),
        ("198X", "1980s"),
        ("2016/2025", "2016–2025"),
        ("2024-01/2024-03", "Q1 2024"),
        ("2024-01/2024-05", "Jan–May 2024"),
        ("2023-11/2024-02", "November 2023 – February 2024"),
        ("2023-06-22/2023-06-23", "22–23 Jun 2023"),
        ("2023-06-30/2023-07-02", "30 Jun 2023 – 2 Jul 2023"),
        ("/2023-04", "until April 2023"),
        ("2023-04/", "since April 2023"),
        ("XXXX-05", "May, year not said"),
        ("XXXX-12-04", "4 Dec, year not said"),
    ],
)
def test_dates_are_read_out(value: str | None, wanted: str) -> None:
    assert day(value) == wanted


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://en.vietnamplus.vn/a?b=c#d", True),
        ("http://yna.co.kr/", True),
        ("HTTPS://YNA.CO.KR/", True),
        (None, False),
        ("", False),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("//evil.example", False),
        ("https://", False),
        ("http://[::1", False),
        ("https:\\\\evil.example", False),
        ("saved/page.html", False),
    ],
)
def test_only_web_addresses_are_links(address: str | None, is_link: bool) -> None:
    assert (link(address) == address) is (is_link or address is None)
    assert (link(address) is not None) is is_link


@pytest.mark.parametrize(
    ("number", "noun", "wanted"),
    [(1, "article", "1 article"), (0, "article", "0 articles"), (1200, "body", "1,200 bodies")],
)
def test_things_are_counted(number: int, noun: str, wanted: str) -> None:
    assert counted(number, noun) == wanted


def test_words_of_the_codebook_are_written_as_people_write_them() -> None:
    assert [label(w) for w in ("ict", "action_plan", "fdi_registered")] == ["ICT", "Action plan", "FDI registered"]
    assert [digits(n) for n in (87.7e9, 0.5, 1.0)] == ["87,700,000,000", "0.50", "1"]


@given(st.text(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_cutting_a_text_at_marks_loses_nothing(text: str, marks: list[tuple[int, int]]) -> None:
    ordered = sorted((min(a, len(text)), min(b, len(text))) for a, b in marks)
    cut = list(pieces(text, ordered))
    assert "".join(piece for piece, _ in cut) == text
    marked = {n for a, b in ordered for n in range(a, b)}
    at = 0
    for piece, is_marked in cut:
        assert all((n in marked) is is_marked for n in range(at, at + len(piece)))
        at += len(piece)


def test_spans_of_a_text_are_found_in_a_part_of_it() -> None:
    text = "One. Two three. Four."
    spans = [Span.of(text, 0, 3), Span.of(text, 9, 14), Span.of(text, 5, 8)]
    assert inside(spans, 5, 10) == [(0, 3), (4, 9)]
    assert inside([Span.of(text, 5, 15)], 5, 10) == []


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("amount", "0-1m", "under 1 million"),
        ("amount", "100m-1bn", "100 million to 1 billion"),
        ("amount", "1bn-", "1 billion or more"),
        ("amount", ">=5m", ">=5m"),
        ("party", "kr.koica", "KOICA"),
        ("party", "VN", "Vietnam"),
        ("country", "XX", "International"),
        ("language", "ko", "Korean"),
        ("since", "2022-06", "June 2022"),
        ("since", "when?", "when?"),
        ("kind", "action_plan", "Action plan"),
        ("outlet", "Yonhap_x", "Yonhap_x"),
    ],
)
def test_filters_are_said_in_words(name: str, value: str, wanted: str) -> None:
    assert filter_value(name, value, {"kr.koica": "KOICA"}) == wanted


def test_an_agreement_without_a_subject_is_headed_with_its_kind_and_parties() -> None:
    names = {"kr.koica": "KOICA"}
    assert heading("memorandum", "green ports", ("kr.koica", "VN"), names) == "green ports"
    assert heading("action_plan", "", ("kr.koica", "VN"), names) == "Action plan: KOICA · Vietnam"
    assert heading("loan", "", (), names) == "Loan: parties not named"
