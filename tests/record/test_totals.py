"""Only like amounts are added, and each agreement counts once."""

from __future__ import annotations

from pactbook.model.agreement import AgreementRecord
from pactbook.model.money import Total, Worth
from pactbook.record.totals import totals


def deal(name: str, kind: str, commitment: str, *worth: Worth) -> AgreementRecord:
    return AgreementRecord(name, (), kind, "signed", None, "", (), worth, None, (), (), (), commitment=commitment)


def test_unlike_amounts_stay_apart_and_each_agreement_counts_once() -> None:
    won = Worth(10.0, 10.0, "KRW", 1)
    found = totals(
        [
            deal("a", "loan", "commitment", Worth(5.0, 6.0, "USD", 2), won),
            deal("b", "loan", "commitment", Worth(1.0, 1.0, "USD", 1)),
            deal("c", "loan", "commitment", won),
            deal("d", "loan", "commitment"),
            deal("e", "loan", "proposal", Worth(100.0, 100.0, "USD", 1)),
            deal("f", "memorandum", "pledge", Worth(50.0, 50.0, "USD", 1)),
            deal("g", "memorandum", "pledge"),
        ]
    )
    assert found == [
        Total("commitment", "loan", "USD", 6.0, 7.0, 2, 1),
        Total("commitment", "loan", "KRW", 10.0, 10.0, 1, 1),
        Total("pledge", "memorandum", "USD", 50.0, 50.0, 1, 1),
        Total("proposal", "loan", "USD", 100.0, 100.0, 1, 0),
    ]
