"""Questions to a small record in three languages."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.search.answers import find_agreements, find_articles, find_figures, find_organisations

from pactbook.errors import QueryError
from pactbook.search.facets import count_facets
from pactbook.search.query import Query

VKIST = "KOICA and MOST signed a memorandum on a research institute in Hanoi on October 24."
MINERALS = "산업통상자원부는 베트남 산업무역부와 핵심광물 공급망 협력 양해각서를 체결했다."
DONG_NAI = "UBND tỉnh Đồng Nai và Gyeongnam sẽ ký thỏa thuận hợp tác về nông nghiệp vào năm 2024."
TRADE = "Two-way trade between Vietnam and South Korea reached $86.4 billion in 2022."


@pytest.fixture
def record(make, desk):
    moit = ("kr.motie", "vn.moit")
    trade = make.article("trade", TRADE, published="2023-01-15")
    desk.add(
        make.told("vkist", VKIST),
        make.told(
            "minerals", MINERALS, language="ko", parties=moit, date="2022-12-05", sectors=["minerals"],
            subject="핵심광물 공급망 협력", published="2022-12-06",
        ),
        make.told(
            "dong-nai", DONG_NAI, language="vi", parties=("vn.dong-nai", "kr.gyeongnam"), date="2024", status="planned",
            kind="agreement", sectors=["agriculture", "local"], subject="hợp tác về nông nghiệp",
            published="2023-05-05",
        ),
        make.extraction(trade, figures=[make.figure(TRADE, "$86.4 billion", low=86.4e9)]),
    )  # fmt: skip
    return desk.file


def _articles(hits):
    return [h.evidence.article.id for h in hits]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("KOICA", "vkist", id="an acronym"),
        pytest.param("koica", "vkist", id="in small letters"),
        pytest.param("Korea International Cooperation Agency", "vkist", id="a full name that the sentence lacks"),
        pytest.param("한국국제협력단", "vkist", id="a name in another language"),
        pytest.param("산업통상자원부", "minerals", id="a ministry through its particle"),
        pytest.param("통상자원", "minerals", id="part of a Korean name"),
        pytest.param("체결", "minerals", id="a verb's stem"),
        pytest.param("광물", "minerals", id="two syllables within a word"),
        pytest.param("양해각서를 체결했다", "minerals", id="two Korean words"),
        pytest.param("dong nai", "dong-nai", id="Vietnamese without marks"),
        pytest.param("Đồng Nai", "dong-nai", id="Vietnamese with marks"),
        pytest.param("ĐỒNG NAI", "dong-nai", id="Vietnamese in capitals"),
        pytest.param("nông nghiệp".encode().decode(), "dong-nai", id="two Vietnamese words"),
        pytest.param("Ministry of Industry and Trade", "minerals", id="an English name for a Korean sentence"),
        pytest.param('"research institute"', "vkist", id="a phrase"),
        pytest.param("institute signed KOICA", "vkist", id="words in any order"),
        pytest.param("institutes", "vkist", id="an English plural"),
        pytest.param("treaties OR minerals OR 광물", "minerals", id="one of several"),
        pytest.param("체결 NOT KOICA", "minerals", id="without"),
        pytest.param("signed -minerals AND (KOICA OR 광물)", "vkist", id="parentheses"),
        pytest.param("insti*", "vkist", id="the beginning of a word"),
        pytest.param("title:nong", "dong-nai", id="a word of the subject"),
        pytest.param("party:MOTIE", "minerals", id="a field"),
        pytest.param("기관:KOICA OR kind:loan", "vkist", id="a field in Korean, one of several"),
        pytest.param("NOT (kind:mou)", "dong-nai", id="everything but a kind"),
        pytest.param("since:2022 language:ko", "minerals", id="two fields"),
        pytest.param("KOICA NOT 🤝", "vkist", id="nothing to leave out"),
    ],
)
def test_agreements_are_found_by_words(record, words, found):
    assert _articles(find_agreements(record, Query(words))) == [found]


@pytest.mark.parametrize(
    "words",
    ['"institute research"', "KOICA 체결", "nothing like it", "산업은행", "na", "🤝", "!!!", "''", "--"],
)
def test_agreements_that_no_words_fit_are_not_found(record, words):
    assert find_agreements(record, Query(words)) == []


def test_a_quoted_phrase_is_taken_as_words_not_as_a_body(record):
    assert find_agreements(record, Query('"한국국제협력단"')) == []


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["dong-nai", "minerals", "vkist"]),
        ({"party": ("KOICA",)}, ["vkist"]),
        ({"party": ("dong nai",)}, ["dong-nai"]),
        ({"party": ("cooperation agency",)}, ["vkist"]),
        ({"party": ("kr.motie", "vn.most")}, ["minerals", "vkist"]),
        ({"party": ("nobody at all",)}, []),
        ({"country": ("kr",)}, ["dong-nai", "minerals", "vkist"]),
        ({"country": ("JP",)}, []),
        ({"kind": ("memorandum",)}, ["minerals", "vkist"]),
        ({"status": ("planned",)}, ["dong-nai"]),
        ({"sector": ("local", "science")}, ["dong-nai", "vkist"]),
        ({"language": ("ko",)}, ["minerals"]),
        ({"since": "2022-12-05"}, ["dong-nai", "minerals"]),
        ({"since": "2022", "until": "2022-12"}, ["minerals"]),
        ({"until": "2014-10"}, ["vkist"]),
        ({"limit": 1}, ["dong-nai"]),
        ({"words": "memorandum", "sector": ("minerals",)}, []),
        ({"words": "memorandum", "sector": ("science",)}, ["vkist"]),
    ],
)
def test_agreements_are_found_by_filters(record, filters, found):
    assert _articles(find_agreements(record, Query(**filters))) == found


def test_a_hit_brings_the_sentence_the_quote_and_the_names(record):
    hit = find_agreements(record, Query("KOICA"))[0]
    assert hit.evidence.sentence.text == VKIST
    assert hit.evidence.article.outlet == "VNA"
    assert hit.names["kr.koica"] == "Korea International Cooperation Agency"


def test_figures_are_found_by_words_measure_and_time(record):
    (hit,) = find_figures(record, Query("trade", measure=("trade_turnover",), since="2022", until="2022"))
    assert (hit.figure.span.text, hit.evidence.sentence.text) == ("$86.4 billion", TRADE)
    assert find_figures(record, Query(measure=("loan",))) == []
    assert find_figures(record, Query(since="2023")) == []


def test_articles_come_with_a_snippet_whose_marks_stand_on_the_words(record):
    (hit,) = find_articles(record, Query("dong nai"))
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["Đồng", "Nai"]
    (hit,) = find_articles(record, Query("산업통상자원부"))
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["산업통상자원부"]


@pytest.mark.parametrize(
    ("find", "filters", "said"),
    [
        (find_agreements, {"kind": ("memo",)}, "memorandum"),
        (find_agreements, {"kind": ("ministry",)}, "memorandum"),
        (find_agreements, {"words": "kind:memo"}, "memorandum"),
        (find_agreements, {"words": "KOICA OR measure:loan"}, "measure"),
        (find_agreements, {"sort": "size"}, "relevance"),
        (find_articles, {"sort": "amount"}, "sources"),
        (find_agreements, {"after": "!"}, "first page"),
        (find_agreements, {"status": ("actual",)}, "in_force"),
        (find_agreements, {"sector": ("power",)}, "energy"),
        (find_agreements, {"measure": ("loan",)}, "measure"),
        (find_agreements, {"since": "yesterday"}, "2023-06"),
        (find_agreements, {"since": "2024", "until": "2023"}, "after"),
        (find_agreements, {"limit": 0}, "1 or more"),
        (find_figures, {"measure": ("money",)}, "trade_turnover"),
        (find_figures, {"kind": ("loan",)}, "kind"),
        (find_articles, {"language": ("fr",)}, "vi"),
    ],
)
def test_a_question_that_cannot_be_asked_is_told_so(record, find, filters, said):
    with pytest.raises(QueryError, match=said):
        find(record, Query(**filters))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30) | st.text(alphabet="\"*^:-+(){}AND ORNEAR'한Đ\\", max_size=30))
@example('" OR 1=1 --')
@example("subject : x NEAR(a b)")
@example("\x00")
@example("\ud800")
def test_no_words_break_the_search(record, words):
    for find in (find_agreements, find_figures, find_articles, find_organisations):
        with suppress(QueryError):
            assert len(find(record, Query.of(words))) <= 8


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"words": "KOICA"},
        {"words": "dong nai"},
        {"words": "🤝"},
        {"kind": ("memorandum",)},
        {"since": "2022"},
        {"limit": 1},
    ],
)
def test_facets_count_what_a_search_finds(record, filters):
    query = Query(**filters)
    facets = count_facets(record, query)
    counted = {
        "kind": lambda r: [r.kind],
        "status": lambda r: [r.status],
        "commitment": lambda r: [r.commitment],
        "sector": lambda r: r.sectors,
        "year": lambda r: [r.date[:4]],
        "party": lambda r: r.parties,
    }
    for name, values in counted.items():
        others = replace(query.without(name), limit=None)
        found = [h.record for h in find_agreements(record, others)]
        assert facets.of(name) == Counter(v for r in found for v in values(r)), name
    assert facets.total == len(find_agreements(record, replace(query, limit=None)))


def test_several_countries_are_a_side_but_nobody_to_ask_for(make, desk) -> None:
    said = "Korea exported goods worth $683.8 billion to the world in 2022."
    sum_of = make.figure(said, "$683.8 billion", low=683.8e9)
    claim = structs.replace(sum_of, measure="exports", source="KR", target="XX")
    desk.add(make.extraction(make.article("world", said), figures=[claim]))
    facets = count_facets(desk.file, Query.of(""), "figures")
    assert facets.country == {"KR": 1, "XX": 1}
    assert "KR" in facets.party
    assert "XX" not in facets.party
