"""Sums of agreements' amounts that may be added: one commitment, one kind, one currency; each agreement once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pactbook.model.agreement import AgreementRecord
from pactbook.model.money import Total


def totals(
    records: Iterable[AgreementRecord], rest: Mapping[tuple[str, str], int] = MappingProxyType({})
) -> list[Total]:
    """What the agreements come to, by commitment, kind and currency; in each the best backed amount counts once.

    ``rest`` are further agreements that give no amount: commitment and kind → how many.

    An agreement that gives its amount in two currencies counts with the better backed one. Agreements without an amount
    are counted beside: a sum over few of many says little.
    """
    amounts: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    without: dict[tuple[str, str], int] = defaultdict(int, rest)
    for record in records:
        if record.value:
            worth = record.value[0]
            amounts[record.commitment, record.kind, worth.currency].append((worth.low, worth.high))
        else:
            without[record.commitment, record.kind] += 1
    found = [
        Total(
            commitment=commitment,
            kind=kind,
            currency=currency,
            low=sum(low for low, _ in said),
            high=sum(high for _, high in said),
            agreements=len(said),
            without=without.get((commitment, kind), 0),
        )
        for (commitment, kind, currency), said in amounts.items()
    ]
    return sorted(found, key=lambda t: (t.commitment, t.kind, -t.agreements, t.currency))
