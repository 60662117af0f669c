"""Learn to rank: of the options of each choice, the right ones shall weigh most (a linear softmax)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp

from msgspec import Struct
from training.descent import Vector, descend

#: A sign that is seen less often gets no weight.
_SEEN = 8
_ROUNDS = 300
#: How strongly all weights are drawn towards zero, more of it what is seldom seen.
_PULL = 0.001


class Choice(Struct, frozen=True):
    """The signs of each option, which options are right, and how much the choice counts in training."""

    options: tuple[tuple[str, ...], ...]
    right: frozenset[int]
    share: float = 1.0


def trained(choices: Sequence[Choice]) -> dict[str, float]:
    """Sign → its weight."""
    seen = Counter(sign for c in choices for signs in c.options for sign in signs)
    index = {sign: n for n, sign in enumerate(sorted(s for s, times in seen.items() if times >= _SEEN))}
    rows = [[[index[s] for s in signs if s in index] for signs in c.options] for c in choices]
    total = sum(c.share for c in choices)

    def gradient(weights: Vector) -> Vector:
        found = [_PULL * w for w in weights]
        for choice, row in zip(choices, rows, strict=True):
            chances = _chances([sum(map(weights.__getitem__, r)) for r in row])
            hit = sum(chances[n] for n in choice.right)
            for n, (chance, places) in enumerate(zip(chances, row, strict=True)):
                wrong = (chance - (chance / hit if n in choice.right else 0.0)) * choice.share / total
                for place in places:
                    found[place] += wrong
        return found

    return dict(zip(index, descend(len(index), gradient, _ROUNDS), strict=True))


def _chances(sums: Iterable[float]) -> Vector:
    held = list(sums)
    most = max(held)
    powers = [exp(s - most) for s in held]
    total = sum(powers)
    return [p / total for p in powers]
