"""How well an agreement is known, in the manner of AidData's completeness and source quality scores.

Source: AidData, Tracking Underreported Financial Flows (TUFF) methodology, which scores each project by the fields that
are filled and by the number and kind of its sources. docs/record.md gives the definitions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pactbook.knowledge.standing import is_official, press_of
from pactbook.model.agreement import AgreementRecord, Quality
from pactbook.model.told import Telling
from pactbook.record.identity import is_state

#: Kinds of agreements that are about a sum.
_OF_MONEY = frozenset({"contract", "loan", "grant", "licence"})
_BOTH = frozenset({"KR", "VN"})


def quality(record: AgreementRecord, told: Sequence[Telling]) -> Quality:
    """The scores of an agreement that ``told`` tell of."""
    wanted = {name: has for name, has in _WANTED.items() if name != "value" or record.kind in _OF_MONEY}
    missing = tuple(name for name, has in wanted.items() if not has(record, told))
    grounds = tuple(name for name, holds in _GROUNDS.items() if holds(told))
    return Quality(
        completeness=round(1 - len(missing) / len(wanted), 2),
        missing=missing,
        strength=round(len(grounds) / len(_GROUNDS), 2),
        grounds=grounds,
    )


def _has_both_sides(record: AgreementRecord, told: Sequence[Telling]) -> bool:
    sides = {p for p in record.parties if is_state(p)}.union(*(t.countries for t in told))
    return sides >= _BOTH


def _is_told_of(cell: str) -> Callable[[AgreementRecord, Sequence[Telling]], bool]:
    """Whether words, and not a default, fill the cell in some telling."""
    return lambda record, told: (
        any(b.cell == cell for t in told for b in t.claim.because)
        or any(c.name == cell and c.decision for c in record.cells)
    )


def _sources(told: Sequence[Telling]) -> int:
    return len({t.outlet or t.origin for t in told if t.origin == t.article} or {t.origin for t in told})


#: What should be known of an agreement → whether it is.
_WANTED: dict[str, Callable[[AgreementRecord, Sequence[Telling]], bool]] = {
    "date": lambda record, _: record.date is not None,
    "status": _is_told_of("status"),
    "both sides": _has_both_sides,
    "value": lambda record, _: bool(record.value),
}
#: What makes sources strong → whether it holds.
_GROUNDS: dict[str, Callable[[Sequence[Telling]], bool]] = {
    "two independent outlets": lambda told: _sources(told) >= 2,
    "a third independent outlet": lambda told: _sources(told) >= 3,
    "the press of both countries": lambda told: {press_of(t.language, t.url) for t in told} >= _BOTH,
    "an official source": lambda told: any(is_official(t.url) for t in told),
}
