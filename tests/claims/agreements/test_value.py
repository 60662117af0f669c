"""What a deal is worth, the sentence that tells it best, and the reason behind every cell."""

from __future__ import annotations

import pytest
from tests.claims.agreements.test_article import read

#: How a newsroom tells it → the sums of the (only) deal.
TELLINGS = {
    "in the clause": (
        "Viettel signed a US$20 million supply contract with LG Electronics on Tuesday.",
        [(20e6, "USD")],
    ),
    "behind a said-so": (
        "Doosan Enerbility has been hired by PV Power to build a gas-fired plant, the firm told the bourse on Tuesday,"
        " in a contract with a price tag of US$640 million.",
        [(640e6, "USD")],
    ),
    "in the next sentence": (
        "PV Power signed an EPC contract with Samsung C&T on Tuesday. The contract is worth US$310 million.",
        [(310e6, "USD")],
    ),
    "in two currencies": (
        "PV Power signed an EPC contract with Samsung C&T on Tuesday. The deal, valued at 400 billion won"
        " (US$310 million), runs until 2027.",
        [(400e9, "KRW"), (310e6, "USD")],
    ),
    "under the document": (
        "KOICA and the Ministry of Health of Vietnam signed a record of discussions on Tuesday. Under the document"
        " KOICA will give $7 million for a hospital.",
        [(7e6, "USD")],
    ),
    "money of something else": (
        "PV Power signed an EPC contract with Samsung C&T on Tuesday. Samsung C&T had revenue of US$31 billion"
        " last year.",
        [],
    ),
    "money of another deal": (
        "PV Power signed a supply contract with Samsung C&T on Tuesday. EVN signed a contract worth US$90 million with"
        " Doosan Enerbility on the same day.",
        None,
    ),
    "trade is no value": (
        "Vietnam and South Korea signed a customs agreement. The agreement covers trade of $80 billion a year.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "sums"), TELLINGS.values(), ids=TELLINGS)
def test_a_deal_has_its_own_worth(text: str, sums: list[tuple[float, str]] | None) -> None:
    claims = read(text).agreements
    if sums is None:
        assert {tuple(sorted(c.parties)): [v.low for v in c.value] for c in claims} == {
            ("kr.samsung-ct", "vn.pv-power"): [],
            ("kr.doosan-enerbility", "vn.evn"): [90e6],
        }
    else:
        assert [[(v.low, v.currency) for v in c.value] for c in claims] == [sums]


@pytest.mark.parametrize(("text", "sums"), TELLINGS.values(), ids=TELLINGS)
def test_every_cell_says_why(text: str, sums: list[tuple[float, str]] | None) -> None:
    found = read(text)
    for claim in found.agreements:
        told = {b.cell for b in claim.because}
        filled = {cell for cell in ("subject", "sectors", "value", "place", "date") if getattr(claim, cell)}
        assert filled | {"parties"} <= told
        for reason in claim.because:
            reason.span.check(found.article.text)
        assert len([b for b in claim.because if b.cell == "value"]) == len(claim.value)
        assert len([b for b in claim.because if b.cell == "sectors"]) == len(claim.sectors)


def test_the_sentence_that_tells_most_leads_the_evidence() -> None:
    text = (
        "The contract had been awaited for years. PV Power and Samsung C&T signed an EPC contract for a gas-fired plant"
        " on Tuesday. It took effect at once. The contract is worth US$310 million."
    )
    (claim,) = read(text).agreements
    assert claim.evidence[0].text.startswith("PV Power and Samsung C&T signed")
    starts = [e.start for e in claim.evidence[1:]]
    assert starts == sorted(starts)
    assert any("US$310 million" in e.text for e in claim.evidence)
