"""What holds for every mention of a body, and what the finder says of names that are no body by themselves."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactbook.mentions.organisations.find import find_bodies
from pactbook.mentions.states import find_states
from pactbook.model.article import Article, Language, Sentence
from pactbook.model.mention import BodyMention


def mentions(text: str, language: Language = "en") -> tuple[BodyMention, ...]:
    sentences = (Sentence(0, len(text), 0),) if text else ()
    page = Article("x", "x", language, None, None, None, "2023-06-24", text, sentences)
    return find_bodies(page, find_states(page))


#: Pieces of news, joined in any order and number: names of every make, and what stands between them.
PIECES = [
    "the Ministry of Industry and Trade", "(MoIT)", "KOICA", "Vietnam's", "Korean", "Dong A University", "Dong A",
    "Hai Chau District", "People's Committee", "of", "and", ", ", " - ", "signed", "with", "between", "Samsung",
    "Electronics", "Co., Ltd.", "Hanoi", "Bộ Công Thương", "산업통상자원부는", "Chairman", "Nguyen Van A", "Buk-gu",
    "VKBIA", "(", ")", "\n\n", ".", "'s", "an association of", "N&G Group", "Đồng Nai",
    "industry ministry", "or V-KIST,",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["en", "vi", "ko"]))
@settings(max_examples=150, deadline=None)
def test_every_mention_quotes_its_text_and_none_overlaps_another(pieces: list[str], language: Language) -> None:
    text = " ".join(pieces)
    found = mentions(text, language)
    for mention in found:
        mention.span.check(text)
        assert mention.name == " ".join(mention.span.text.split())
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@given(st.lists(st.sampled_from(PIECES), max_size=15))
@settings(max_examples=50, deadline=None)
def test_the_same_text_is_read_the_same_way(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert mentions(text) == mentions(text)


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    for mention in mentions(text):
        mention.span.check(text)


RULES = [
    ("Industry Minister Lee Chang-yang met them.", "Industry Minister", "title", "kr.motie"),
    ("Minister of Industry and Trade Nguyen Hong Dien spoke.", "Minister of Industry and Trade", "title", "vn.moit"),
    ("The plant stands in Ninh Binh Province.", "Ninh Binh Province", "place", "vn.ninh-binh"),
    ("Ninh Binh Province signed the deal.", "Ninh Binh Province", "acts", "vn.ninh-binh"),
    ("The Korean industry ministry agreed.", "industry ministry", "field", "kr.motie"),
    ("KOICA agreed.", "KOICA", "acronym", "kr.koica"),
    ("The Moon Bamboo Association agreed.", "Moon Bamboo Association", "structure", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "rule", "body"), RULES, ids=[r[1] + " " + r[2] for r in RULES])
def test_a_mention_says_which_rule_found_it(text: str, name: str, rule: str, body: str | None) -> None:
    (found,) = [m for m in mentions(text) if m.name == name]
    assert (found.rule, found.body) == (rule, body)


def test_a_short_form_says_what_it_stands_for() -> None:
    text = "The Moon Bamboo Association (MBA) met. MBA grows. Kaldon University of Art opened; Kaldon is new."
    full = {m.name: m.full for m in mentions(text)}
    assert full == {
        "Moon Bamboo Association": None,
        "MBA": "Moon Bamboo Association",
        "Kaldon University of Art": None,
        "Kaldon": "Kaldon University of Art",
    }


def test_reading_time_grows_with_the_text_alone() -> None:
    # A run of capitals, commas and "and" without end is what a backtracking reader would choke on.
    text = "Ministry of Trade, Industry and " * 3_000
    assert len(mentions(text)) <= 3_000


MINISTERS = [
    ("Science and Technology Minister Huynh Thanh Dat signed.", ["vn.most"]),
    ("Minister of Science and Technology (MoST) Huynh Thanh Dat signed it.", ["vn.most"]),
    ("It was signed by Huynh Thanh Dat, minister of science and technology, and others.", ["vn.most"]),
    ("Vietnam's plan was praised by Industry Minister Lee Chang-yang.", ["kr.motie"]),
    ("Industry Minister Lee met Science Minister Dat.", ["kr.motie", "vn.most"]),
    ("Minister of Education Ha Ji-won met Minister of Health Ha Van Minh.", ["kr.moe", "vn.moh"]),
    ("Vice Minister of Industry and Trade Do Thang Hai met Foreign Minister Do Hun.", ["vn.moit", "kr.mofa"]),
    ("Finance Minister Ho Duc Phoc and Finance Minister Choo Kyung-ho met.", ["vn.mof", "kr.moef"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ministries"), MINISTERS, ids=[m[0][:40] for m in MINISTERS])
def test_the_name_of_a_minister_tells_the_country(text: str, ministries: list[str]) -> None:
    assert [m.body for m in mentions(text) if m.rule == "title"] == ministries
