"""Names that the gazetteer does not know, by the ways in which newsrooms show that they are bodies, and whose."""

from __future__ import annotations

import re

import pytest

from pactbook.articles.sentences import bounds
from pactbook.mentions.organisations.find import find_bodies
from pactbook.mentions.states import find_states
from pactbook.model.article import Article, Sentence
from pactbook.model.mention import BodyMention

Found = list[tuple[str, str | None, str | None]]


def mentions(text: str) -> tuple[BodyMention, ...]:
    sentences = tuple(
        Sentence(paragraph.start() + start, paragraph.start() + end, number, "headline" if number == 0 else "body")
        for number, paragraph in enumerate(re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
        for start, end in bounds(paragraph.group())
    )
    page = Article("x", "x", "en", None, None, None, "2023-06-24", text, sentences)
    return find_bodies(page, find_states(page))


def found(text: str) -> Found:
    """Name, kind and country of every body, places that are mere scenes and titles of ministers aside."""
    return [(m.name, m.kind, m.country) for m in mentions(text) if m.rule not in {"place", "title"}]


def rules(text: str) -> dict[str, str]:
    """Name → the rule that found it."""
    return {m.name: m.rule for m in mentions(text)}


HEADS: list[tuple[str, Found]] = [
    ("The Southern Bamboo Guild met.", [("Southern Bamboo Guild", "association", None)]),
    ("The Can Tho Startup Club met.", [("Can Tho Startup Club", "association", "VN")]),
    ("Chungbuk Pear Cooperative met.", [("Chungbuk Pear Cooperative", "company", "KR")]),
    ("Kim Lien Shipyard grew.", [("Kim Lien Shipyard", "company", "VN")]),
    ("Moonrise Rolling Stock grew.", [("Moonrise Rolling Stock", "company", None)]),
    (
        "Seorak Warehousing and Saebit Cloud grew.",
        [("Seorak Warehousing", "company", "KR"), ("Saebit Cloud", "company", "KR")],
    ),
    ("Moonrise Plant Service was named.", [("Moonrise Plant Service", "company", None)]),
    ("Hoa Tam Science Park agreed to a lease.", [("Hoa Tam Science Park", "zone", "VN")]),
    ("It agreed with the Quang Nam economic zone authority.", [("Quang Nam economic zone authority", "agency", "VN")]),
    ("LG Display Hai Phong grew.", [("LG Display Hai Phong", "company", "VN")]),
]

SEATS: list[tuple[str, Found]] = [
    ("The Kizuna Bamboo Fund of Japan joined.", [("Kizuna Bamboo Fund", "other", "JP")]),
    ("Kinabalu Investment Bank of Malaysia joined.", [("Kinabalu Investment Bank", "company", "MY")]),
    ("The Kizuna Fund of Osaka joined.", [("Kizuna Fund", "other", "JP")]),
    ("The Embassy of Japan joined.", [("Embassy of Japan", "agency", "JP")]),
    ("The Moon Technology Department of Vietnam's parliament met.", [("Moon Technology Department", "agency", "VN")]),
    ("Doria Textile of Daegu agreed to join hands.", [("Doria Textile", "company", "KR")]),
    ("It won a contract from Angkor Dawn of Cambodia.", [("Angkor Dawn", "company", "KH")]),
    ("The deal was won by Vietnam's Dai Tam Minh.", [("Dai Tam Minh", "company", "VN")]),
    ("It sells books to Fahalo, Vietnam's largest bookstore chain.", [("Fahalo", "company", "VN")]),
    ("It bought the Ho Chi Minh City studio Bamboo Fox.", [("Bamboo Fox", "company", "VN")]),
    ("It was hard, said Studio Lomi chief executive Park Min-ho.", [("Studio Lomi", None, "KR")]),
    ("It was hard, said Bamboo Fox chairman Park Tae-won.", [("Bamboo Fox", None, "KR")]),
    ("The payment app Pay.lo grew.", [("Pay.lo", "company", None)]),
    (
        "Jade Moon Bank, Tainan Moon Bank and Keelung Moon Bank, all from Taiwan, took part.",
        [
            ("Jade Moon Bank", "company", "TW"),
            ("Tainan Moon Bank", "company", "TW"),
            ("Keelung Moon Bank", "company", "TW"),
        ],
    ),
    (
        "It met four Korean tour sellers: Moon Tour and Yellow Kite Tour.",
        [("Moon Tour", "company", "KR"), ("Yellow Kite Tour", "company", "KR")],
    ),
    (
        "The Northern Moon Schools Association (NMSA) in Hanoi met.",
        [
            ("Northern Moon Schools Association", "association", "VN"),
            ("NMSA", "association", "VN"),
        ],
    ),
    (
        "HD Hyundai signed with the Vietnamese Ministry of Industry and Trade and Green Kite Holdings.",
        [
            ("HD Hyundai", "company", "KR"),
            ("Ministry of Industry and Trade", "ministry", "VN"),
            ("Green Kite Holdings", "company", "VN"),
        ],
    ),
]

SHORT: list[tuple[str, Found]] = [
    (
        "Lam Tam District and Lam Tam High School signed. Lam Tam will pay.",
        [
            ("Lam Tam District", "subnational", "VN"),
            ("Lam Tam High School", "education", "VN"),
            ("Lam Tam", "subnational", "VN"),
        ],
    ),
    (
        "Haemol Pharm set up Haemol Cuu Long Vaccine. Haemol holds a half.",
        [("Haemol Pharm", "company", "KR"), ("Haemol Cuu Long Vaccine", "company", "VN"), ("Haemol", "company", "KR")],
    ),
    ("Donald Trump signed. Trump said so. Elon Musk announced it.", []),
    ("THE MOON FAMILY SIGNED A DEAL WITH OTHER FAMILIES.", []),
    ("Sources said a JPY 300 million grant was made.", []),
    (
        "KOICA met the People's Committees of Quang Tri, Ha Giang and Binh Dinh.",
        [
            ("KOICA", "agency", "KR"),
            ("Quang Tri", "subnational", "VN"),
            ("Ha Giang", "subnational", "VN"),
            ("Binh Dinh", "subnational", "VN"),
        ],
    ),
]

NUMBERED: list[tuple[str, Found]] = [
    (
        "Lilama 2 College signed with Saigon 3 Garment.",
        [("Lilama 2 College", "education", "VN"), ("Saigon 3 Garment", "company", "VN")],
    ),
    (
        "Samsung Engineering 2 weeks ago signed with Lilama 18.",
        [("Samsung Engineering", "company", "KR"), ("Lilama 18", "company", "VN")],
    ),
    ("On April 2 Hanoi University signed.", [("Hanoi University", "education", "VN")]),
]

PLACED: list[tuple[str, Found]] = [
    ("Haneul Pharm Co., Ltd., based in Seongnam, agreed.", [("Haneul Pharm Co., Ltd.", "company", "KR")]),
    ("Moonrise Pharm Corp. (KOSDAQ: 000000) agreed.", [("Moonrise Pharm Corp.", "company", "KR")]),
    (
        "Moonrise Rubber Co. of Daegu agreed with Becamex.",
        [("Moonrise Rubber Co.", "company", "KR"), ("Becamex", "company", "VN")],
    ),
    ("Busan-headquartered Moonrise Rubber agreed.", [("Moonrise Rubber", "company", "KR")]),
    (
        "It agreed with the Institute of Moons (IOM), a unit of the Vietnamese Ministry of Health.",
        [("Institute of Moons", "research", "VN"), ("IOM", "research", "VN"), ("Ministry of Health", "ministry", "VN")],
    ),
    ("An Phuc Pharma JSC agreed.", [("An Phuc Pharma JSC", "company", "VN")]),
    (
        "The licence issued to Moonrise Leather was revoked by Long An.",
        [("Moonrise Leather", "company", "KR"), ("Long An", "subnational", "VN")],
    ),
    ("Hanoi authorities granted a licence.", [("Hanoi", "subnational", "VN")]),
    (
        "The sister ties that Da Nang and Daegu have had are old.",
        [("Da Nang", "subnational", "VN"), ("Daegu", "subnational", "KR")],
    ),
]

FIRMS: list[tuple[str, Found]] = [
    ("Da Lat FC agreed.", [("Da Lat FC", "other", "VN")]),
    ("The garment maker Song Lam agreed.", [("Song Lam", "company", "VN")]),
    ("The farmer Song Lam agreed.", []),
    ("The port operator KP-PSA agreed.", [("KP-PSA", "company", None)]),
    (
        "It signed with Moon Bank's building arm, Kite Build, on Monday.",
        [("Moon Bank", "company", None), ("Kite Build", "company", None)],
    ),
    ("Hanwha took a stake in Kite Moon.", [("Hanwha", "company", "KR"), ("Kite Moon", "company", "VN")]),
    ("Hanwha took a stake in Kite Moon power plant.", [("Hanwha", "company", "KR")]),
    ("Posco E&C sold its stake to Dai Tam Minh.", [("Posco E&C", "company", "KR"), ("Dai Tam Minh", "company", "VN")]),
    ("Ryu Seung-min, general director of Moonrise Semitech, agreed.", [("Moonrise Semitech", "company", "KR")]),
    ("Kitevit, which took over the site, will build.", [("Kitevit", None, None)]),
    (
        "The head of the Communist Party of Viet Nam Nguyen Van Tam came.",
        [("Communist Party of Viet Nam", "party", "VN")],
    ),
    ("Lam Tam Hi-Tech Park's management board signed.", [("Lam Tam Hi-Tech Park", "zone", "VN")]),
]

ROSTERS: list[tuple[str, Found]] = [
    (
        "Song Tam Teachers' College and Gwangsan Women's University\n\nThe text.",
        [("Song Tam Teachers' College", "education", "VN"), ("Gwangsan Women's University", "education", "KR")],
    ),
    (
        "Dong Tam Maritime Institute – Yeosu Moon University – Dolsan Shipyard\n\nThe text.",
        [
            ("Dong Tam Maritime Institute", "research", "VN"),
            ("Yeosu Moon University", "education", "KR"),
            ("Dolsan Shipyard", "company", None),
        ],
    ),
    ("Moonrise University Plans To Build Eastern Vietnam School\n\nThe text.", []),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*HEADS, *SEATS, *SHORT, *NUMBERED, *PLACED, *FIRMS, *ROSTERS],
    ids=lambda value: str(value)[:40],
)
def test_a_newsroom_names_a_body(text: str, expected: Found) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "opening",
    [
        "State-run", "State-owned", "Kosdaq-listed", "Privately-owned", "Korean-invested", "Debt-ridden",
        "Carmaker", "Builder", "Lender", "Drugmaker", "Retailer", "Conglomerate", "Airline",
        "Recently", "Even", "Domestic", "Embattled", "Unlike", "Meanwhile", "South Korea's", "Did",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["Hyundai Motor", "Moonrise Solutions", "Viet Hong Steel Co."])
def test_a_name_does_not_swallow_the_word_that_opens_the_sentence(opening: str, name: str) -> None:
    [(said, _, _)] = found(f"{opening} {name} signed a contract on Tuesday.")
    assert said == name


@pytest.mark.parametrize(
    "name", ["Hoa Tam Flour", "Saebit Renewables", "Seorak Knit", "Moonrise Batteries", "Yen Son Milling"]
)
def test_a_trade_at_its_end_makes_a_name_a_firm(name: str) -> None:
    assert [(said, kind) for said, kind, _ in found(f"The prices at {name} rose.")] == [(name, "company")]


@pytest.mark.parametrize(
    "opening",
    [
        "Bac Ninh (VNA) –", "BAC NINH, May 9 (KNA) --", "BAC NINH —", "Bac Ninh –", "Bac Ninh (VNS/VNA) -",
        "HANOI, Viet Nam —", "BOEUN, North Chungcheong (Newswire) —",
    ],
)  # fmt: skip
def test_where_a_report_comes_from_is_no_body_of_it(opening: str) -> None:
    told = "The Moonrise Water Company signed a contract. Bac Ninh signed a pact with Boeun County."
    names = [name for name, _, _ in found(f"A deal\n\n{opening} {told}")]
    assert names == ["Moonrise Water Company", "Bac Ninh", "Boeun County"]


def test_a_road_between_two_places_sends_no_report() -> None:
    assert found("A deal\n\nLam Dong - Daegu Friendship Association met.")[0][1] == "association"


@pytest.mark.parametrize(
    "name",
    [
        "Korea Veterans Health Service", "Vietnam Bamboo and Rattan Association", "Steering Centre for Flood Control",
        "Vietnam Museum of Lacquer", "National Bamboo Museum of Korea", "Naval Region 3 Command", "Moonrise",
        "Moonrise Consumer",
    ],
)  # fmt: skip
def test_a_name_opens_the_sentence_beside_another(name: str) -> None:
    assert next(said for said, _, _ in found(f"{name} and the Ministry of Health signed a deal.")) == name


@pytest.mark.parametrize("noun", ["Officials", "Management", "Companies", "Business"])
def test_a_common_noun_that_opens_the_sentence_is_no_name(noun: str) -> None:
    assert [said for said, _, _ in found(f"{noun} and the Ministry of Health signed a deal.")] == ["Ministry of Health"]


@pytest.mark.parametrize("name", ["Korea Customs Service", "Vietnam Coast Guard", "Korea Forest Service"])
def test_the_scene_of_a_deal_is_no_part_of_the_name_before_it(name: str) -> None:
    assert [said for said, _, _ in found(f"They signed a deal with the {name} in Seoul on Monday.")] == [name]
