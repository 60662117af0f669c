"""What the sources say of each field: confirmed, majority, unique, conflict or missing. Copies count once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pactbook.model.agreement import Cell, Reported
from pactbook.model.told import Telling
from pactbook.record.periods import exact, span

#: How a value is chosen, by the level of its cell; of equally backed dates the more exact one comes first.
_RULES = {
    "confirmed": "all sources agree",
    "unique": "the only source",
    "majority": "the value of most independent sources",
    "conflict": "sources differ and none prevails; of equals the more exact, then the first in order",
}


def agree(
    name: str,
    values: Iterable[tuple[Telling, str | None]],
    same: Callable[[str, str], bool] | None = None,
    first: str = "",
) -> Cell:
    """Weigh what tellings report for one field.

    ``same`` tells whether a value backs another one (``2009-10`` backs ``2009-10-21``); by default only itself.
    ``first`` is the rule by which these values were singled out before they are weighed.
    """
    said = [(t, v) for t, v in values if v]
    if not said:
        return Cell(name, "missing", None)
    if len({v for _, v in said}) == 1:
        return _agreed(name, said, first)
    backs = same or (lambda one, other: one == other)
    reported = sorted((_reported(v, said) for v in {v for _, v in said}), key=lambda r: (-r.sources, r.value))
    support = {r.value: _sources(t for t, v in said if backs(v, r.value)) for r in reported}
    best = min(reported, key=lambda r: (-support[r.value], -_precision(r.value), -r.sources, r.value)).value
    against = _sources(t for t, v in said if not backs(v, best))
    rest = max((support[r.value] for r in reported if not backs(r.value, best)), default=0)
    ordered = sorted(reported, key=lambda r: r.value != best)
    level = _level(support[best], rest, against)
    return Cell(name, level, best, tuple(ordered), rule=_rule(level, first))


def _agreed(name: str, said: Sequence[tuple[Telling, str]], first: str) -> Cell:
    """The cell of which all say the same."""
    reported = _reported(said[0][1], said)
    level = _level(reported.sources, 0, 0)
    return Cell(name, level, reported.value, (reported,), rule=_rule(level, first))


def _rule(level: str, first: str) -> str:
    return f"{first}: {_RULES[level]}" if first else _RULES[level]


def _level(support: int, runner_up: int, against: int) -> str:
    if against == 0:
        return "confirmed" if support > 1 else "unique"
    return "majority" if support > runner_up else "conflict"


def _reported(value: str, said: Sequence[tuple[Telling, str]]) -> Reported:
    who = [t for t, v in said if v == value]
    return Reported(value, tuple(sorted(t.id for t in who)), _sources(who))


def _sources(tellings: Iterable[Telling]) -> int:
    return len({t.origin for t in tellings})


def _precision(value: str) -> int:
    """2 for a day, 1 for a coarser date, 0 for anything else: of two equally backed dates the exact one is chosen."""
    when = span(value)
    return 0 if when is None else 2 if exact(when) else 1


def backs_date(one: str, other: str) -> bool:
    """Whether date ``one`` says the same as ``other``, if perhaps less exactly."""
    a, b = span(one), span(other)
    if a is None or b is None:
        return one == other
    return a[0] <= b[0] and b[1] <= a[1]
