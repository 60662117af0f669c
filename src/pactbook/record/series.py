"""Figures of many articles as series: measure × sides × time. Meanings, statuses and currencies never mix.

Two articles agree on a figure where what they say can be true of one number: "87.7 billion" and "nearly 88 billion".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pactbook.knowledge.measures import measures
from pactbook.knowledge.rates import in_dollars
from pactbook.model.claim import FigureClaim
from pactbook.model.figure import Point, Reading, Series
from pactbook.model.words import QUALIFIERS
from pactbook.record.correcting import OVERLAPS
from pactbook.record.periods import span

#: What an unrounded figure may be off by, and what "about" and "over" allow.
_EXACT, _ABOUT, _BEYOND = 0.005, 0.03, 0.06

Key = tuple[str, str | None, str | None]


def series(readings: Iterable[Reading]) -> list[Series]:
    """All series that ``readings`` make, by measure and sides."""
    grouped: dict[Key, list[Reading]] = defaultdict(list)
    for reading in readings:
        claim = reading.claim
        if measures()[claim.measure].series:
            grouped[key_of(claim)].append(reading)
    return in_order(Series(*key, points=_points(said)) for key, said in grouped.items())


def key_of(one: FigureClaim | Series) -> Key:
    """What tells a series from the others: its measure and its sides."""
    return one.measure, one.source, one.target


def in_order(found: Iterable[Series]) -> list[Series]:
    """Series by measure and sides."""
    return sorted(found, key=lambda one: tuple(part or "" for part in key_of(one)))


def _points(readings: Sequence[Reading]) -> tuple[Point, ...]:
    grouped: dict[tuple[str | None, str, str], list[Reading]] = defaultdict(list)
    for reading in readings:
        claim = reading.claim
        grouped[_time(reading), claim.status, claim.currency].append(reading)
    points = [_point(period, said) for (period, _, _), said in grouped.items()]
    actual: dict[tuple[str | None, str], Point] = {(p.period, p.currency): p for p in points if p.status == "actual"}
    reached = [_against(p, actual.get((p.period, p.currency)) if p.period else None) for p in points]
    return tuple(sorted(reached, key=lambda p: (_start(p.period), p.period or "", p.status, p.currency)))


def _time(reading: Reading) -> str | None:
    """The time that a figure is of; a stock without one is as of the month of its article."""
    claim = reading.claim
    if claim.period is None and measures()[claim.measure].period == "stock" and claim.status == "actual":
        return (reading.published or "")[:7] or None
    return claim.period


def _point(period: str | None, said: Sequence[Reading]) -> Point:
    """The value that most independent sources back; of equals the one amid all, the most exact, the latest article's.

    What an analyst decided comes before all sources, the latest word first. Of several values that one source gives for
    the same, the largest is the whole and the others are parts of it.
    """
    whole = {o: max(r.claim.high for r in said if r.origin == o) for o in {r.origin for r in said}}
    readings = [r for r in said if r.claim.high == whole[r.origin]]
    parts = tuple(sorted((r for r in said if r not in readings), key=lambda r: (-r.claim.high, r.figure)))
    support = _support(readings)
    # With three or more at odds, the sum that is far off from the others is the likeliest to be misread.
    amid = sorted(readings, key=lambda r: (r.claim.high, r.figure))[len(readings) // 2] if len(whole) > 2 else None
    best = min(
        readings,
        key=lambda r: (
            _backwards(_decided(r)),
            -len(support[r.figure]),
            amid is not None and not agree(r, amid),
            QUALIFIERS.index(r.claim.qualifier),
            -_digits(r.claim.high),
            _backwards(r.published),
            r.figure,
        ),
    )
    claim = best.claim
    sources = {r.origin for r in readings}
    backing, against = support[best.figure], {r.origin for r in readings if not agree(r, best)}
    rest = max((len(support[r.figure]) for r in readings if not agree(r, best)), default=0)
    if _decided(best):
        level = "decided"
    elif not against:
        level = "confirmed" if len(sources) > 1 else "unique"
    else:
        level = "majority" if len(backing) > rest else "conflict"
    when = span(period)
    year = when[1].year if when else None
    ordered = tuple(sorted(readings, key=lambda r: (r.published or "9999", r.figure)))
    dollars = in_dollars(claim.low, claim.high, claim.currency, year)
    amounts = (claim.currency, claim.low, claim.high)
    heaped = is_accumulated(claim.measure, period, claim.status)
    return Point(period, claim.status, *amounts, level, ordered, parts, dollars, accumulated=heaped)


def is_accumulated(measure: str, period: str | None, status: str) -> bool:
    """Whether a sum is all that there was up to its time: of investment, one as of a day or a month.

    What a year, a quarter or some months brought is told with just that time; a stock is told as of its end.
    """
    if measures()[measure].period != "stock" or status != "actual":
        return False
    return period is None or ("/" not in period and len(period) > len("2023"))


def _support(readings: Sequence[Reading]) -> dict[str, set[str]]:
    """Figure → the sources that say what can be true of the same number. Equal words are compared once."""
    said: dict[tuple[float, float, str], list[Reading]] = defaultdict(list)
    for reading in readings:
        said[reading.claim.low, reading.claim.high, reading.claim.qualifier].append(reading)
    bounds = {words: _bounds(some[0]) for words, some in said.items()}
    found: dict[str, set[str]] = {}
    for words, some in said.items():
        backing = {r.origin for other, those in said.items() if _meet(bounds[words], bounds[other]) for r in those}
        found |= {reading.figure: backing for reading in some}
    return found


def agree(one: Reading, other: Reading) -> bool:
    """Whether what the two say can be true of one number."""
    return _meet(_bounds(one), _bounds(other))


def _meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _bounds(reading: Reading) -> tuple[float, float]:
    """The numbers of which an article's words are true; a number is rounded where its digits end."""
    claim = reading.claim
    low, high = claim.low, claim.high
    # "100 billion" is rounded, but not to the nearest hundred billion.
    loose = max(_EXACT * high, min(_unit(high) / 2, _ABOUT * high))
    if claim.qualifier == "about":
        return low * (1 - _ABOUT) - loose, high * (1 + _ABOUT) + loose
    if claim.qualifier == "over":
        return low, high * (1 + _BEYOND) + loose
    if claim.qualifier in ("under", "up_to"):
        return low * (1 - _BEYOND) - loose, high
    return low - loose, high + loose


def _unit(number: float) -> float:
    """The worth of the last digit that is said: 0.1 billion for 87.7 billion."""
    whole = round(abs(number))
    return float(10 ** (len(str(whole)) - len(str(whole).rstrip("0")))) if whole else 0.0


def _digits(number: float) -> int:
    return len(str(round(abs(number))).rstrip("0"))


def _against(point: Point, actual: Point | None) -> Point:
    """A target or forecast beside what came of it."""
    if point.status == "actual" or actual is None or not point.low:
        return point
    return replace(point, reached=round((actual.low + actual.high) / (point.low + point.high), 3))


def _start(period: str | None) -> str:
    when = span(period)
    return when[0].isoformat() if when else "9999"


def _backwards(time: str | None) -> tuple[int, ...]:
    """Sorts later times before earlier ones, and those before none."""
    return (*(-ord(c) for c in time or ""), 0)


def _decided(reading: Reading) -> str | None:
    """When an analyst last said that the amount is right: by accepting the figure, or by setting it."""
    return max((d.when for d in reading.decisions if d.action == "accept" or d.field in OVERLAPS), default=None)
