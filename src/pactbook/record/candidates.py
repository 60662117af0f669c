"""Where a telling is filed, so that it is compared with few others and with all that could be the same agreement.

A telling is filed under each party that is not a state (under both states where only states take part), with the year
of its date, or, without one, the year in which its article tells of it as news. One without any year is filed by
sector. Two tellings are candidates if one looks where the other is filed; the relation is symmetric.
"""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.model.record import Telling
from pactbook.record.identity import is_state
from pactbook.record.periods import span, years

#: Stages in which a deal without a date belongs to the time of its article; others may be told of long after.
_NEWS = frozenset({"proposed", "planned", "signed"})


def filed_under(telling: Telling) -> frozenset[str]:
    """The blocks that hold ``telling``."""
    when = [f"y{y}" for y in _years(telling)] or ["undated"]
    matters = [f"{'s' if when != ['undated'] else 'undated'}:{s}" for s in _sectors(telling)]
    return frozenset(f"{who}|{what}" for who in _parties(telling) for what in (*when, *matters))


def looked_up(telling: Telling) -> frozenset[str]:
    """The blocks in which the candidates for ``telling`` are."""
    dated = _years(telling)
    if dated:
        what = [f"y{y}" for y in dated] + [f"undated:{s}" for s in _sectors(telling)]
    else:
        what = [f"{kind}:{s}" for s in _sectors(telling) for kind in ("s", "undated")]
    return frozenset(f"{who}|{w}" for who in _parties(telling) for w in what)


def _parties(telling: Telling) -> Iterator[str]:
    parties = telling.claim.parties
    bodies = [p for p in parties if not is_state(p)]
    yield from bodies or ["+".join(sorted(parties))]


def _sectors(telling: Telling) -> tuple[str, ...]:
    return telling.claim.sectors or ("other",)


def _years(telling: Telling) -> list[int]:
    """Years under which to look, one more on each side: news of a plan and of its end are often a year apart."""
    when = span(telling.claim.date)
    if when is None and telling.claim.status in _NEWS:
        when = span(telling.published)
    if when is None:
        return []
    among = years(when)
    return [among[0] - 1, *among, among[-1] + 1]
