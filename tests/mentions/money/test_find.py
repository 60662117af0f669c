"""Sums of money as newsrooms write them."""

from __future__ import annotations

import pytest

from pactbook.mentions.money.find import find_money
from pactbook.model.article import Article, Language, Sentence

Amount = tuple[float, float, str, str]


def amounts(text: str, language: Language = "en") -> list[Amount]:
    article = Article("x", "x", language, None, None, None, None, text, (Sentence(0, len(text), 0),))
    found = find_money(article)
    for mention in found:
        mention.span.check(text)
    return [(m.low, m.high, m.currency, m.qualifier) for m in found]


def one(value: float, currency: str = "USD", qualifier: str = "exact") -> list[Amount]:
    return [(value, value, currency, qualifier)]


ENGLISH = [
    ("US$100 billion", one(1e11)),
    ("a target of US$100-billion in trade", one(1e11)),
    ("$88bn", one(8.8e10)),
    ("USD 5 million", one(5e6)),
    ("207.5 billion USD", one(2.075e11)),
    ("$787 mln order", one(7.87e8)),
    ("1.6 trillion-won plant", one(1.6e12, "KRW")),
    ("40.22 trillion dong", one(4.022e13, "VND")),
    ("VND 500 million", one(5e8, "VND")),
    ("W500bn", one(5e11, "KRW")),
    ("€5m", one(5e6, "EUR")),
    ("S$5 million", one(5e6, "SGD")),
    ("half a billion dollars", one(5e8)),
    ("a billion dollars", one(1e9)),
    ("12 thousand billion VND", one(1.2e13, "VND")),
    ("9,160 won per hour", one(9160, "KRW")),
    ("$2,500", one(2500)),
    ("$3-5 billion", [(3e9, 5e9, "USD", "exact")]),
    ("US$1,400-1,600", [(1400, 1600, "USD", "exact")]),
    ("between $3 billion and $5 billion", [(3e9, 5e9, "USD", "exact")]),
    ("between 3 and 5 billion dollars", [(3e9, 5e9, "USD", "exact")]),
    ("loans of $3 billion to $5 billion", [(3e9, 5e9, "USD", "exact")]),
    ("ranging from 3 to 5 million USD", [(3e6, 5e6, "USD", "exact")]),
    ("rose from $1.5 billion to $2 billion", one(1.5e9) + one(2e9)),
    ("$3 billion in 2021 and $5 billion in 2022", one(3e9) + one(5e9)),
    ("$20 million and 30 million people", one(2e7)),
    ("gave $4 million to 5 partners", one(4e6)),
    ("raised from January 1 to 9,860 won", one(9860, "KRW")),
    ("rose from July 1 to 1.5 million won", one(1.5e6, "KRW")),
    ("went up from 2023 to 9,860 won", one(9860, "KRW")),
    ("9,620 to 9,860 won an hour", [(9620, 9860, "KRW", "exact")]),
    ("nearly VND12.3 trillion ($496 million)", one(1.23e13, "VND", "under") + one(4.96e8, "USD", "under")),
    ("9,620 won (about US$7.2)", one(9620, "KRW") + one(7.2, "USD", "about")),
    ("1.15 trillion won, or $975.6 million,", one(1.15e12, "KRW") + one(9.756e8)),
    ("now add up to US$537 million", one(5.37e8)),
    ("up to $4 billion", one(4e9, "USD", "up_to")),
    ("as much as $4 billion", one(4e9, "USD", "up_to")),
    ("roughly a combined $4 billion", one(4e9, "USD", "about")),
    ("a mere $500 million or so", one(5e8, "USD", "about")),
    ("more than $1 billion", one(1e9, "USD", "over")),
    ("a $5 billion-plus deal", one(5e9, "USD", "over")),
    ("at least $1 billion", one(1e9, "USD", "over")),
    ("close to $1 billion", one(1e9, "USD", "about")),
]

NOT_MONEY = [
    "who in 2019 won the title",
    "took the last 3 won by a goal",
    "22 million tons of rare earths",
    "grew 18.3 percent to 397,457 units",
    "600,000 Vietnamese",
    "Decree No.111/2015/ND-CP",
    "Dong Nai and 5 Dong Thap districts",
]


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_english(text: str, wanted: list[Amount]) -> None:
    assert amounts(text) == wanted


@pytest.mark.parametrize("text", NOT_MONEY)
def test_not_money(text: str) -> None:
    assert amounts(text) == []


VIETNAMESE = [
    ("Hai bên hướng tới 150 tỷ USD.", one(150e9)),
    ("Vốn đầu tư lên tới 150 tỷ USD.", one(150e9, qualifier="up_to")),
    ("87,7 tỷ USD", one(8.77e10)),
    ("25 nghìn tỷ đồng", one(2.5e13, "VND")),
    ("20.268 tỉ đồng", one(2.0268e13, "VND")),
    ("2.616,1 triệu USD", one(2.6161e9)),
    ("gần 1 tỷ đô la Mỹ", one(1e9, "USD", "under")),
    ("hơn 2.000 đồng", one(2000, "VND", "over")),
    ("một tỷ USD", one(1e9)),
    ("35-40 triệu đồng", [(3.5e7, 4e7, "VND", "exact")]),
    ("khoảng 3-5 tỷ USD", [(3e9, 5e9, "USD", "about")]),
    ("từ 3 đến 5 tỷ USD", [(3e9, 5e9, "USD", "exact")]),
    ("tăng từ 1,5 lên 2 tỷ USD", one(1.5e9) + one(2e9)),
    ("hết tháng 5 lên 1,31 tỷ USD", one(1.31e9)),
    ("6 tỷ 500 triệu đồng", one(6.5e9, "VND")),
    ("1.914.440 won", one(1914440, "KRW")),
]

KOREAN = [
    ("65억8028만달러", one(6580280000)),
    ("3조6000억원", one(3.6e12, "KRW")),
    ("1천억 달러를", one(1e11)),
    ("1조 2천억원", one(1.2e12, "KRW")),
    ("3천500만 달러", one(3.5e7)),
    ("2억5천만 달러", one(2.5e8)),
    ("794억여원", one(7.94e10, "KRW", "over")),
    ("15억弗", one(1.5e9)),
    ("100억불", one(1e10)),
    ("9620원", one(9620, "KRW")),
    ("약 20~30억 달러", [(2e9, 3e9, "USD", "about")]),
    ("5억달러 안팎에 그쳤다", one(5e8, "USD", "about")),
    ("10억달러가 넘는", one(1e9, "USD", "over")),
    ("최대 40억달러", one(4e9, "USD", "up_to")),
    ("1조1500억 원(약 9억7560만 달러)", one(1.15e12, "KRW") + one(9.756e8, "USD", "about")),
    ("1천억 달러를 달성", [(100000000000.0, 100000000000.0, "USD", "exact")]),
    ("1조2000억 원 규모", [(1200000000000.0, 1200000000000.0, "KRW", "exact")]),
    ("100여억원", [(10000000000.0, 10000000000.0, "KRW", "over")]),
    ("30~50억 달러", [(3000000000.0, 5000000000.0, "USD", "exact")]),
    ("100억∼150억 달러", [(10000000000.0, 15000000000.0, "USD", "exact")]),
    (
        "100억 달러에서 150억 달러로 늘었다",
        [(10000000000.0, 10000000000.0, "USD", "exact"), (15000000000.0, 15000000000.0, "USD", "exact")],
    ),
    (
        "15억에서 20억 달러로 확대",
        [(1500000000.0, 1500000000.0, "USD", "exact"), (2000000000.0, 2000000000.0, "USD", "exact")],
    ),
    ("$ 10억", [(1000000000.0, 1000000000.0, "USD", "exact")]),
    ("미화 10억달러", [(1000000000.0, 1000000000.0, "USD", "exact")]),
    ("약 미화 10억달러", [(1000000000.0, 1000000000.0, "USD", "about")]),
    ("5조동", [(5000000000000.0, 5000000000000.0, "VND", "exact")]),
    ("300억 베트남 동", [(30000000000.0, 30000000000.0, "VND", "exact")]),
    ("30만동(약 1만6천원)", [(300000.0, 300000.0, "VND", "exact"), (16000.0, 16000.0, "KRW", "about")]),
    (
        "1억 달러(약 1300억 원)",
        [(100000000.0, 100000000.0, "USD", "exact"), (130000000000.0, 130000000000.0, "KRW", "about")],
    ),
    (
        "1억 달러, 한화로 약 1천300억원",
        [(100000000.0, 100000000.0, "USD", "exact"), (130000000000.0, 130000000000.0, "KRW", "about")],
    ),
    ("최대 20억달러", [(2000000000.0, 2000000000.0, "USD", "up_to")]),
    (
        "500억 엔, 10억 위안, 3억 유로",
        [
            (50000000000.0, 50000000000.0, "JPY", "exact"),
            (1000000000.0, 1000000000.0, "CNY", "exact"),
            (300000000.0, 300000000.0, "EUR", "exact"),
        ],
    ),
    ("877억 달러를 넘어섰다", [(87700000000.0, 87700000000.0, "USD", "over")]),
    ("1천억 달러를 돌파", [(100000000000.0, 100000000000.0, "USD", "over")]),
    ("1천억 달러 돌파", [(100000000000.0, 100000000000.0, "USD", "over")]),
    ("877억 달러에 육박", [(87700000000.0, 87700000000.0, "USD", "under")]),
    ("877억 달러에 달한다", [(87700000000.0, 87700000000.0, "USD", "exact")]),
    ("5억 달러 미만", [(500000000.0, 500000000.0, "USD", "under")]),
    ("5억 달러 안팎", [(500000000.0, 500000000.0, "USD", "about")]),
    ("5억 달러가량", [(500000000.0, 500000000.0, "USD", "about")]),
    ("5억달러를 웃돈다", [(500000000.0, 500000000.0, "USD", "over")]),
    ("5억달러를 밑돌았다", [(500000000.0, 500000000.0, "USD", "under")]),
    ("5억달러가 넘는 규모", [(500000000.0, 500000000.0, "USD", "over")]),
    ("총 3억 달러", [(300000000.0, 300000000.0, "USD", "exact")]),
    ("약 3억2천만 달러어치", [(320000000.0, 320000000.0, "USD", "about")]),
    ("아파트 15동, 2개 동을 짓는다", []),
    ("2원전 3원색 1원칙 5불량", []),
    ("5000원정도", [(5000.0, 5000.0, "KRW", "about")]),
    ("월 200만원 이상", [(2000000.0, 2000000.0, "KRW", "over")]),
    ("1만5천여 달러", [(15000.0, 15000.0, "USD", "over")]),
    ("100만여 달러", [(1000000.0, 1000000.0, "USD", "over")]),
    ("1.5억달러", [(150000000.0, 150000000.0, "USD", "exact")]),
    ("2,350억원", [(235000000000.0, 235000000000.0, "KRW", "exact")]),
    ("US$5억", [(500000000.0, 500000000.0, "USD", "exact")]),
    ("10억 VND", [(1000000000.0, 1000000000.0, "VND", "exact")]),
    ("1천억 달러 이상", [(100000000000.0, 100000000000.0, "USD", "over")]),
    ("400억~500억원", [(40000000000.0, 50000000000.0, "KRW", "exact")]),
    ("4백50만달러", [(4500000.0, 4500000.0, "USD", "exact")]),
    ("2억5천만∼3억 달러", [(250000000.0, 300000000.0, "USD", "exact")]),
    ("1억 2,500만 달러", [(125000000.0, 125000000.0, "USD", "exact")]),
    ("6만~7만 동", [(60000.0, 70000.0, "VND", "exact")]),
    ("1조원대", [(1000000000000.0, 1000000000000.0, "KRW", "about")]),
    ("수출 10억 불 달성", [(1000000000.0, 1000000000.0, "USD", "exact")]),
    ("2024년 3억원", [(300000000.0, 300000000.0, "KRW", "exact")]),
    ("3억 달러 상당", [(300000000.0, 300000000.0, "USD", "exact")]),
    ("300만~400만달러", [(3000000.0, 4000000.0, "USD", "exact")]),
    ("1인당 100달러씩", [(100.0, 100.0, "USD", "exact")]),
    (
        "10억 달러(한화 약 1조3천억원)",
        [(1000000000.0, 1000000000.0, "USD", "exact"), (1300000000000.0, 1300000000000.0, "KRW", "about")],
    ),
    ("10억 미국달러", [(1000000000.0, 1000000000.0, "USD", "exact")]),
]


@pytest.mark.parametrize(("text", "wanted"), VIETNAMESE)
def test_vietnamese(text: str, wanted: list[Amount]) -> None:
    assert amounts(text, "vi") == wanted


@pytest.mark.parametrize(("text", "wanted"), KOREAN)
def test_korean(text: str, wanted: list[Amount]) -> None:
    assert amounts(text, "ko") == wanted
