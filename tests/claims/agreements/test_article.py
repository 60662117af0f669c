"""What newsrooms write of a deal, and the claims that it is: the cases are in ``cases.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.claims.agreements.tellings import read_within, row, told, wanted

from pactbook.model.claim import Extraction

PAGE = """Vietnam and Korea look for closer ties in trade

Thursday, 20 July 2023

{text}

The Korean side hopes that firms of both countries will gain from this, and Vietnam shares this wish.
"""

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]
NAMES = [c["name"] for c in CASES]


def read(text: str) -> Extraction:
    return read_within(PAGE, text)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_deal_is_read_however_it_is_said(case: dict[str, Any]) -> None:
    assert told(read(case["says"])) == wanted(case)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_every_cell_has_its_words_in_the_article(case: dict[str, Any]) -> None:
    found = read(case["says"])
    known = {b.id for b in found.organisations} | {"VN", "KR", "IL", "JP", "ID"}
    for claim in found.agreements:
        for span in [*claim.evidence, *(b.span for b in claim.because)]:
            span.check(found.article.text)
        assert "parties" in {b.cell for b in claim.because}
        assert claim.evidence
        assert all(b.rule for b in claim.because)
        assert set(claim.parties) <= known


def test_the_terms_of_one_deal_in_a_list_are_not_deals_of_their_own() -> None:
    text = """KOTRA and VCCI signed a memorandum of understanding in Hanoi on Wednesday.

Highlights of the memorandum:

1. KOTRA and VCCI have agreed to share market information.

2. KOTRA and VCCI will hold a fair every year."""
    assert [row(a) for a in read(text).agreements] == [("memorandum", "signed", ("kr.kotra", "vn.vcci"), "2023-07-19")]


def test_a_deal_told_twice_is_one_claim_with_both_sentences() -> None:
    text = """KOTRA signed a memorandum of understanding with VCCI on Wednesday.

The memorandum was signed in Hanoi."""
    (claim,) = read(text).agreements
    assert [e.text for e in claim.evidence] == [
        "KOTRA signed a memorandum of understanding with VCCI on Wednesday.",
        "The memorandum was signed in Hanoi.",
    ]


def test_the_day_of_the_event_is_the_day_of_what_was_signed_there() -> None:
    text = """Business leaders met in Hanoi on July 18 for a forum.

At the forum, KOTRA and VCCI signed a memorandum of understanding."""
    (claim,) = read(text).agreements
    assert claim.date == "2023-07-18"


def test_an_article_without_a_deal_has_no_claim() -> None:
    assert read("The coach praised his players after the match in Hanoi on Sunday.").agreements == ()


def test_the_authority_that_runs_a_zone_gives_the_licence() -> None:
    text = (
        "An investment certificate was handed to LG Display on Tuesday by the authority that runs the Que Lam"
        " Industrial Zone in Vietnam. A lease was signed with Que Lam Infrastructure JSC, the developer of the zone."
    )
    found = read(text)
    parties = {c.kind: set(c.parties) for c in found.agreements}
    names = {b.id: b.names for b in found.organisations}
    (zone,) = parties["licence"] - {"kr.lg-display"}
    assert names[zone] == ("Que Lam Industrial Zone",)
    (developer,) = parties["contract"] - {"kr.lg-display"}
    assert names[developer] == ("Que Lam Infrastructure JSC",)


HEADLINES = {
    "Hyosung to supply transformers to EVN": ("contract", "planned", ("kr.hyosung", "vn.evn")),
    "EVN, KEPCO team up on grid": ("agreement", "signed", ("kr.kepco", "vn.evn")),
    "LG CNS selected as software supplier for FPT": ("contract", "signed", ("kr.lg-cns", "vn.fpt")),
    "LG CNS: supply contract with FPT": ("contract", "signed", ("kr.lg-cns", "vn.fpt")),
    "Samsung C&T, Vingroup in tower contract": ("contract", "signed", ("kr.samsung-ct", "vn.vingroup")),
    "LG CNS to hire engineers of FPT": None,
}


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_leaves_out_what_leads_to_its_verb(headline: str) -> None:
    page = f"""{headline}

Thursday, 20 July 2023

{{text}}
"""
    found = read_within(page, "Shares of the firm rose by two percent in Seoul, where brokers had hoped for such news.")
    wanted_row = HEADLINES[headline]
    assert [row(a)[:3] for a in found.agreements] == ([wanted_row] if wanted_row else [])


def test_the_two_leaders_speak_for_their_states_where_only_firms_are_named() -> None:
    page = "Gas power talks end with a memorandum on a plant\n\n18 July 2023\n\n{text}\n"
    text = (
        "Hanwha Energy and Petrovietnam Power signed a memorandum on gas power on Tuesday. The two leaders, who also "
        "adopted a joint statement on the Comprehensive Strategic Partnership that dates back to December 2022, "
        "watched the ceremony."
    )
    assert told(read_within(page, text)) == [
        ("declaration", "signed", ("KR", "VN"), "2023-07-18"),
        ("memorandum", "signed", ("kr.hanwha-energy", "vn.pv-power"), "2023-07-18"),
        ("partnership", "in_force", ("KR", "VN"), "2022-12"),
    ]
