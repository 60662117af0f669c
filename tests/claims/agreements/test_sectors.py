"""The sectors of a deal: what it is about, and the field of an investment."""

from __future__ import annotations

import pytest
from tests.claims.agreements.test_article import read
from tests.claims.agreements.test_vietnamese import read as read_vietnamese

#: How a newsroom tells it → the sectors, the most telling first.
TELLINGS = {
    "the words for the deal": (
        read,
        "VCCI and KOTRA signed a memorandum of understanding on semiconductor engineers.",
        {"electronics"},
    ),
    "the field of an investment": (
        read,
        "Samsung Display received an investment certificate from the People's Committee of Bac Ninh on Tuesday.",
        {"investment", "electronics"},
    ),
    "a stake in a bank": (
        read,
        "Hana Bank signed a share purchase agreement with BIDV on Tuesday.",
        {"investment", "finance"},
    ),
    "an electronic certificate of origin is no electronics": (
        read,
        "The Korea Customs Service and Vietnam Customs signed a memorandum on electronic certificates of origin.",
        {"trade"},
    ),
    "what is grown": (
        read,
        "Vinafood 2 and Lotte Mart signed a memorandum on lychees and dragon fruit.",
        {"agriculture"},
    ),
    "who is trained in a ward": (
        read,
        "VCCI and KOTRA signed a memorandum on training midwives and paediatric nurses.",
        {"health"},
    ),
    "a joint-stock company is no investment": (
        read_vietnamese,
        "Công ty Cổ phần FPT và LG CNS ký bản ghi nhớ về trí tuệ nhân tạo hôm 18/7.",
        {"ict"},
    ),
    "to draw up a plan is not to build": (
        read_vietnamese,
        "VCCI và KOTRA ký thỏa thuận xây dựng kế hoạch đào tạo nghề hôm 18/7.",
        {"education"},
    ),
}


@pytest.mark.parametrize(("reader", "text", "sectors"), TELLINGS.values(), ids=TELLINGS)
def test_the_sectors_are_those_of_what_is_agreed(reader, text, sectors) -> None:
    (claim,) = reader(text).agreements
    shown = {b.rule.rpartition(":")[2].partition(".")[0] for b in claim.because if b.cell == "sectors"}
    assert shown == set(claim.sectors)
    assert set(claim.sectors) - {"trade"} == sectors - {"trade"}
