"""Stacked bars: how many of each part, column by column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from pactbook.web.charts.scale import NARROW, Scale, whole_ticks

_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 6, 10, 26
#: The widest that a bar may be.
_WIDEST = 46


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a bar; ``colour`` counts from 1."""

    x: float
    y: float
    width: float
    height: float
    colour: int
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of an axis."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A drawing, and the numbers behind it: ``rows`` has for each column its counts in the order of ``parts``.

    ``narrow`` is the same for a telephone, with as many of the latest columns as can be told apart there.
    """

    width: int
    height: int
    left: float
    base: float
    blocks: tuple[Block, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    parts: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    narrow: Bars | None = None


#: Columns that fit on a telephone.
_FEW = 20


def stacked(
    counts: Mapping[str, Mapping[str, int]],
    parts: Sequence[str],
    link: Callable[[str, str], str],
    name: Callable[[str], str],
    size: tuple[int, int] = (720, 260),
) -> Bars:
    """``counts``: column → part → number, drawn with the columns in their order and ``parts`` from the base up.

    ``link`` gives the address of a part of a column, ``name`` what a part is called.
    """
    latest = dict(list(counts.items())[-_FEW:])
    return replace(_drawn(counts, parts, link, name, size), narrow=_drawn(latest, parts, link, name, NARROW))


def _drawn(
    counts: Mapping[str, Mapping[str, int]],
    parts: Sequence[str],
    link: Callable[[str, str], str],
    name: Callable[[str], str],
    size: tuple[int, int],
) -> Bars:
    width, height = size
    base = height - _BOTTOM
    highest = max((sum(column.values()) for column in counts.values()), default=0)
    up = whole_ticks(max(highest, 1))
    scale = Scale(0, up[-1], base, _TOP)
    step = (width - _LEFT - _RIGHT) / max(len(counts), 1)
    bar = min(step * 0.72, _WIDEST)
    blocks: list[Block] = []
    across: list[Tick] = []
    # What a label needs: 34 pixels for a year.
    room = max((9 * len(column) - 2 for column in counts), default=0)
    every = max(1, -(-room // max(int(step), 1)))
    for n, (column, numbers) in enumerate(counts.items()):
        middle = _LEFT + step * (n + 0.5)
        if (len(counts) - 1 - n) % every == 0:
            across.append(Tick(round(middle, 1), column))
        below = 0
        for colour, part in enumerate(parts, 1):
            number = numbers.get(part, 0)
            if number:
                top, bottom = scale.at(below + number), scale.at(below)
                title = f"{column}, {name(part)}: {number}"
                x = round(middle - bar / 2, 1)
                block = Block(x, top, round(bar, 1), round(bottom - top, 1), colour, title, link(column, part))
                blocks.append(block)
                below += number
    return Bars(
        width,
        height,
        _LEFT,
        base,
        tuple(blocks),
        tuple(across),
        tuple(Tick(scale.at(t), f"{t:,.0f}") for t in up),
        tuple(parts),
        tuple((column, tuple(numbers.get(p, 0) for p in parts)) for column, numbers in counts.items()),
    )
