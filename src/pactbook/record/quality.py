"""How well an agreement is known, in the manner of AidData's completeness and source quality scores.

Source: AidData, Tracking Underreported Financial Flows (TUFF) methodology, which scores each project by the fields that
are filled and by the number and kind of its sources. docs/record.md gives the definitions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pactbook.knowledge.standing import is_official, press_of, site_of
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
    grounds = [name for name, holds in _GROUNDS.items() if holds(told)]
    strength = round(len(grounds) / len(_GROUNDS), 2)
    if _THREE in grounds:
        grounds.remove(_TWO)
    return Quality(
        completeness=round(1 - len(missing) / len(wanted), 2),
        missing=missing,
        strength=strength,
        grounds=tuple(grounds),
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
    """Outlets, by name or else by site; all articles of which neither is known may be of one."""
    own = [t for t in told if t.origin == t.article] or told
    return len({t.outlet or site_of(t.url) for t in own})


#: What should be known of an agreement → whether it is.
_WANTED: dict[str, Callable[[AgreementRecord, Sequence[Telling]], bool]] = {
    "date": lambda record, _: record.date is not None,
    "status": _is_told_of("status"),
    "both sides": _has_both_sides,
    "value": lambda record, _: bool(record.value),
}
_TWO, _THREE = "two independent outlets", "three independent outlets"
#: What makes sources strong → whether it holds. Three outlets count as both of their grounds, and are named once.
_GROUNDS: dict[str, Callable[[Sequence[Telling]], bool]] = {
    _TWO: lambda told: _sources(told) >= 2,
    _THREE: lambda told: _sources(told) >= 3,
    "the press of both countries": lambda told: {press_of(t.language, t.url) for t in told} >= _BOTH,
    "an official source": lambda told: any(is_official(t.url) for t in told),
}
