"""The subject of a deal: the phrase that an analyst would put in a table, and the words that tell nothing."""

from __future__ import annotations

import pytest
from tests.claims.agreements.test_article import read

#: How a newsroom tells it → the subject.
TELLINGS = {
    "on": (
        "VCCI and KOTRA signed a memorandum of understanding on smart farms in Hanoi on Tuesday.",
        "smart farms in Hanoi",
    ),
    "on, behind the parties": (
        "PV Power signed a memorandum of understanding with KOGAS on liquefied gas terminals on July 18.",
        "liquefied gas terminals",
    ),
    "on, behind two long names": (
        "A youth exchange agreement between the Ministry of Culture, Sports and Tourism of Vietnam and the Ministry"
        " of Culture, Sports and Tourism of South Korea on film archives was signed on July 18.",
        "film archives",
    ),
    "a list": (
        "Viettel inked an agreement with KT Corporation on chips, data centres and cyber security on Tuesday.",
        "chips, data centres and cyber security",
    ),
    "how something goes": (
        "Vietnam Social Security and the National Pension Service signed a document on how forms will travel.",
        "how forms will travel",
    ),
    "covers": (
        "KOICA and the Ministry of Health of Vietnam signed a memorandum that covers mobile clinics.",
        "mobile clinics",
    ),
    "for": (
        "Doosan Enerbility won a contract for the Long Tau thermal power station from EVN.",
        "Long Tau thermal power station",
    ),
    "no relative clause": (
        "Vietnam and South Korea signed a customs agreement that took effect on New Year's Day.",
        "customs agreement",
    ),
    "no finite verb": (
        "A road map for trade headed the list that MOIT and South Korea's MOTIE signed on Tuesday.",
        "trade",
    ),
    "no table": (
        "A mutual logistics agreement, on the table since 2011, was signed by VCCI and KOTRA.",
        "mutual logistics agreement",
    ),
    "no amount": ("Viettel signed a US$20 million supply contract with LG Electronics on Tuesday.", "supply contract"),
    "what the parties will do": (
        "SK Telecom will build three data centres under a memorandum of understanding signed with FPT on Tuesday.",
        "build three data centres",
    ),
    "what is bought": (
        "Shinhan Bank agreed to buy 30 percent of Techcombank for $300 million on Tuesday.",
        "30 percent of Techcombank",
    ),
    "the name of a treaty": (
        "The Vietnam-Korea Free Trade Agreement, which took effect in 2015, has cut duties on textiles.",
        "Vietnam-Korea Free Trade Agreement",
    ),
    "the more telling of two": (
        "VCCI and KCCI signed a memorandum of understanding on Tuesday. The memorandum of understanding between VCCI"
        " and KCCI on green ports was signed in Seoul.",
        "green ports",
    ),
    "one of several": (
        "FPT signed three memorandums on cloud services: one with Samsung SDS, one with LG CNS and one with KT.",
        "cloud services",
    ),
    "the matter of": (
        "Copyright is the matter of the memorandum that VCCI and KOTRA signed on Tuesday.",
        "Copyright",
    ),
}


@pytest.mark.parametrize(("text", "subject"), TELLINGS.values(), ids=TELLINGS)
def test_the_subject_tells_what_the_deal_is_about(text: str, subject: str) -> None:
    claims = read(text).agreements
    assert claims
    assert {c.subject for c in claims} == {subject}


@pytest.mark.parametrize(("text", "subject"), TELLINGS.values(), ids=TELLINGS)
def test_the_subject_says_where_it_stands_and_by_which_rule(text: str, subject: str) -> None:
    found = read(text)
    for claim in found.agreements:
        (reason,) = (b for b in claim.because if b.cell == "subject")
        reason.span.check(found.article.text)
        assert claim.subject.rstrip("…") in " ".join(reason.span.text.split())
        assert reason.rule.startswith("en/agreements.toml:")
