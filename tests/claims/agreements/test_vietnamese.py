"""What Vietnamese newsrooms write of a deal, and the claims that it is: the cases are in ``vietnamese_cases.toml``."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from tests.claims.agreements.tellings import cases, check_words, read_within, row, told, wanted

from pactbook.model.claim import Extraction

PAGE = """Việt Nam và Hàn Quốc tăng cường hợp tác thương mại

Thứ Năm, 20/07/2023

{text}

Phía Hàn Quốc hy vọng doanh nghiệp hai nước sẽ hưởng lợi, và Việt Nam cũng mong như vậy.
"""

CASES = tomllib.loads(Path(__file__).with_name("vietnamese_cases.toml").read_text(encoding="utf-8"))["case"]
NAMES = [c["name"] for c in CASES]


def read(text: str) -> Extraction:
    return read_within(PAGE, text)


@pytest.mark.parametrize("case", cases(CASES))
def test_a_deal_is_read_however_it_is_said(case: dict[str, Any]) -> None:
    assert told(read(case["says"])) == wanted(case)


@pytest.mark.parametrize("case", [c for c in CASES if c["claims"]], ids=[c["name"] for c in CASES if c["claims"]])
def test_every_cell_has_its_words_in_the_article(case: dict[str, Any]) -> None:
    check_words(read(case["says"]))


@pytest.mark.parametrize("case", CASES[:12], ids=NAMES[:12])
def test_the_form_of_the_marks_does_not_matter(case: dict[str, Any]) -> None:
    """Pages in decomposed Unicode, and the tone on the other vowel, read the same."""
    says = case["says"]
    plain = [row(a) for a in read(says).agreements]
    assert [row(a) for a in read(unicodedata.normalize("NFD", says)).agreements] == plain
    assert [row(a) for a in read(says.replace("thỏa", "thoả").replace("Thỏa", "Thoả")).agreements] == plain


def test_items_of_a_list_are_deals_of_their_own() -> None:
    text = """Các văn kiện được ký kết ngày 18/7 gồm:

- Bản ghi nhớ giữa VCCI và KOTRA về xúc tiến thương mại;

- Thỏa thuận hợp tác giữa Vietcombank và Shinhan Bank về ngân hàng số;

- Hợp đồng mua bán LNG giữa PV Gas và KOGAS."""
    assert [row(a) for a in read(text).agreements] == [
        ("memorandum", "signed", ("kr.kotra", "vn.vcci"), "2023-07-18"),
        ("agreement", "signed", ("kr.shinhan-bank", "vn.vietcombank"), "2023-07-18"),
        ("contract", "signed", ("kr.kogas", "vn.pv-gas"), "2023-07-18"),
    ]


def test_an_article_without_a_deal_has_no_claim() -> None:
    assert read("Huấn luyện viên khen các cầu thủ sau trận đấu tối Chủ nhật ở Hà Nội.").agreements == ()
