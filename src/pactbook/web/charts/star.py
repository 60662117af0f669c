"""One body in the middle, those it has to do with around it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ray:
    """A partner: where it stands, how thick its tie is, and on which side its name is written."""

    x: float
    y: float
    width: float
    name: str
    anchor: str
    text_x: float
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Star:
    """A drawing around its middle."""

    width: int
    height: int
    x: float
    y: float
    rays: tuple[Ray, ...]


#: Longer names end in dots.
_LONGEST = 21


def star(partners: Sequence[tuple[str, int, str]], size: tuple[int, int] = (460, 280)) -> Star:
    """``partners``: name, number of ties, address; the first stands at the top, the others follow clockwise."""
    width, height = size
    x, y = width / 2, height / 2
    across, down = width / 2 - 155, height / 2 - 24
    most = max((number for _, number, _ in partners), default=1)
    rays = []
    for n, (name, number, href) in enumerate(partners):
        turn = 2 * math.pi * (n + 0.5) / len(partners) - math.pi / 2
        at_x, at_y = x + across * math.cos(turn), y + down * math.sin(turn)
        right = math.cos(turn) >= 0
        rays.append(
            Ray(
                x=round(at_x, 1),
                y=round(at_y, 1),
                width=round(1 + 5 * number / most, 1),
                name=name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…",
                anchor="start" if right else "end",
                text_x=round(at_x + (10 if right else -10), 1),
                title=f"{name}: {number}",
                href=href,
            )
        )
    return Star(width, height, x, y, tuple(rays))
