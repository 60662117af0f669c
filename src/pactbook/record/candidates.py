"""Where a telling is filed, so that it is compared with few others and with all that could be the same agreement.

A telling is filed under each two of its parties that are no states (under all its states where only states take part),
with the year of its date, or, without one, the year in which its article tells of it as news. One without any year is
filed by sector. One that names a single party is compared with all that name it. Those of one named treaty are filed
together. A body counts as the one that took its place in the end, one that no list knows by its sound. Two tellings are
candidates if one looks where the other is filed; the relation is symmetric.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pactbook.model.told import Telling
from pactbook.record.hearing import alike
from pactbook.record.identity import is_state
from pactbook.record.lineage import heir
from pactbook.record.matter import matter_of
from pactbook.record.periods import span, years
from pactbook.record.stages import PLANS

#: Stages in which a deal without a date belongs to the time of its article; others may be told of long after.
_NEWS = frozenset({"proposed", "planned", "signed"})
#: Years that a plan takes to come to something, and a treaty to take effect.
_TAKES = 3


def filed_under(telling: Telling) -> frozenset[str]:
    """The blocks that hold ``telling``."""
    when = [f"y{y}" for y in _years(telling)] or ["undated"]
    matters = [f"{'s' if when != ['undated'] else 'undated'}:{s}" for s in _sectors(telling)]
    return frozenset(f"{who}|{what}" for who in _filed(_bodies(telling)) for what in (*when, *matters)) | _treaty(
        telling
    )


def looked_up(telling: Telling) -> frozenset[str]:
    """The blocks in which the candidates for ``telling`` are."""
    dated = _years(telling)
    if dated:
        what = [f"y{y}" for y in dated] + [f"undated:{s}" for s in _sectors(telling)]
    else:
        what = [f"{kind}:{s}" for s in _sectors(telling) for kind in ("s", "undated")]
    return frozenset(f"{who}|{w}" for who in _looked_up(_bodies(telling)) for w in what) | _treaty(telling)


def _treaty(telling: Telling) -> frozenset[str]:
    name = matter_of(telling).treaty
    return frozenset([f"treaty:{name}"] if name else [])


def _bodies(telling: Telling) -> list[str]:
    """The parties to file under; states only where nobody else takes part, and then as one."""
    parties = sorted(alike(map(heir, telling.claim.parties)))
    return [p for p in parties if not is_state(p)] or ["+".join(parties)]


def _filed(bodies: list[str]) -> Iterator[str]:
    if len(bodies) == 1:
        yield f"alone:{bodies[0]}"
    yield from (f"with:{body}" for body in bodies if len(bodies) > 1)
    yield from map("+".join, combinations(bodies, 2))


def _looked_up(bodies: list[str]) -> Iterator[str]:
    yield from (f"alone:{body}" for body in bodies)
    if len(bodies) == 1:
        yield f"with:{bodies[0]}"
    yield from map("+".join, combinations(bodies, 2))


def _sectors(telling: Telling) -> tuple[str, ...]:
    return telling.claim.sectors or ("other",)


def _years(telling: Telling) -> list[int]:
    """Years under which to look, one more on each side; a plan may take longer to come to something."""
    when = span(telling.claim.date)
    if when is None and telling.claim.status in _NEWS:
        when = span(telling.published)
    if when is None:
        return []
    among = years(when)
    later = _TAKES if telling.claim.status in PLANS or telling.claim.kind == "treaty" else 1
    return [among[0] - 1, *among, *range(among[-1] + 1, among[-1] + later + 1)]
