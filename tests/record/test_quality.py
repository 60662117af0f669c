"""How far an agreement binds, how complete it is, and how much its sources bear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pactbook.knowledge.standing import commitment_of, is_official, press_of
from pactbook.model.agreement import AgreementRecord
from pactbook.model.claim import Because
from pactbook.model.span import Span
from pactbook.model.told import Telling
from pactbook.record.assemble import assemble
from pactbook.record.identity import tellings


@pytest.mark.parametrize(
    ("kind", "status", "bound"),
    [
        ("memorandum", "signed", "pledge"),
        ("memorandum", "in_force", "pledge"),
        ("declaration", "signed", "pledge"),
        ("contract", "planned", "proposal"),
        ("contract", "signed", "commitment"),
        ("loan", "signed", "commitment"),
        ("treaty", "in_force", "under_way"),
        ("grant", "completed", "done"),
        ("partnership", "ended", "ended"),
    ],
)
def test_commitment(kind: str, status: str, bound: str) -> None:
    assert commitment_of(kind, status) == bound


@pytest.mark.parametrize(
    ("language", "url", "country", "official"),
    [
        ("vi", None, "VN", False),
        ("ko", "https://www.moef.go.kr/nw/1", "KR", True),
        ("en", "https://moit.gov.vn/en/news/1", "VN", True),
        ("en", "https://example.com/?from=.gov.vn", None, False),
        ("en", None, None, False),
        ("en", "https://[broken", None, False),
    ],
)
def test_who_published_it(language: str, url: str | None, country: str | None, official: bool) -> None:
    assert (press_of(language, url), is_official(url)) == (country, official)


def told(make, name: str, **cells) -> Telling:
    text = f"Sentence of {name}."
    article = make.article(name, text, language=cells.get("language", "en"), outlet=cells.get("outlet", name))
    article = replace(article, url=cells.get("url"))
    claim = make.claim(
        text, text, **{k: v for k, v in cells.items() if k in ("kind", "date", "value", "parties", "status")}
    )
    return tellings(make.extraction(article, [claim]))[0]


def assembled(*tellings: Telling) -> AgreementRecord:
    return assemble(list(tellings))


def test_a_memorandum_needs_no_sum_to_be_complete(make) -> None:
    quality = assembled(told(make, "a")).quality
    assert (quality.completeness, quality.missing) == (1.0, ())


def test_what_is_missing_is_named(make) -> None:
    bare = told(make, "a", kind="contract", date=None, parties=("kr.koica",))
    bare = replace(bare, claim=replace(bare.claim, because=(Because("kind", Span(0, 1, "S"), "x"),)))
    quality = assembled(bare).quality
    assert (quality.completeness, quality.missing) == (0.0, ("date", "status", "both sides", "value"))


def test_sources_are_strong_when_they_are_many_of_both_countries_and_official(make) -> None:
    one = told(make, "a", language="vi")
    assert assembled(one).quality.strength == 0.0
    two = told(make, "b", language="ko", url="https://www.mofa.go.kr/1")
    assert assembled(one, two).quality.grounds == (
        "two independent outlets",
        "the press of both countries",
        "an official source",
    )
    assert assembled(one, replace(two, origin="a", url=None)).quality.grounds == ("the press of both countries",)
    three = told(make, "c")
    assert assembled(one, two, three).quality.strength == 1.0


@pytest.mark.parametrize(
    ("one", "other", "grounds"),
    [
        ({"outlet": "The Bell"}, {"outlet": "Dan Tri"}, ("two independent outlets",)),
        ({"outlet": "The Bell"}, {"outlet": "The Bell"}, ()),
        ({"outlet": None}, {"outlet": None}, ()),
        ({"outlet": None}, {"outlet": "The Bell"}, ("two independent outlets",)),
        ({"outlet": None, "url": "https://a.example/1"}, {"outlet": None, "url": "https://b.example/1"},
         ("two independent outlets",)),
        ({"outlet": None, "url": "https://www.a.example/1"}, {"outlet": None, "url": "https://a.example/2"}, ()),
    ],
    ids=["two", "one", "both-unknown", "one-unknown", "two-sites", "one-site"],
)  # fmt: skip
def test_what_counts_as_an_outlet(make, one, other, grounds) -> None:
    assert assembled(told(make, "a", **one), told(make, "b", **other)).quality.grounds == grounds


def test_three_outlets_are_named_once_and_count_twice(make) -> None:
    quality = assembled(*(told(make, name) for name in "abc")).quality
    assert (quality.grounds, quality.strength) == (("three independent outlets",), 0.5)
