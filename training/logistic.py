"""Learn to say yes or no: the signs of what is one shall weigh above zero (logistic regression)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp

from msgspec import Struct
from training.descent import Vector, descend

#: A sign that is seen with fewer things gets no weight: what one thing alone has is no sign, however often it is met.
_SEEN = 4
_ROUNDS, _PULL = 200, 1.0
#: So many uses of a case are looked at; together they count as one.
_USES = 4


class Case(Struct, frozen=True):
    """The signs of each use of one ``thing``, and whether it is what is looked for."""

    thing: str
    uses: tuple[tuple[str, ...], ...]
    yes: bool


def trained(cases: Sequence[Case]) -> dict[str, float]:
    """Sign → its weight."""
    signs_of_things = {(case.thing, sign) for case in cases for signs in case.uses for sign in signs}
    seen = Counter(sign for _, sign in signs_of_things)
    index = {sign: n for n, sign in enumerate(sorted(s for s, times in seen.items() if times >= _SEEN))}
    rows = [
        ([index[s] for s in signs if s in index], float(case.yes), 1 / min(_USES, len(case.uses)))
        for case in cases
        for signs in case.uses[:_USES]
    ]

    def gradient(weights: Vector) -> Vector:
        found = [_PULL * w for w in weights]
        for places, yes, share in rows:
            wrong = (1 / (1 + exp(-sum(map(weights.__getitem__, places)))) - yes) * share
            for place in places:
                found[place] += wrong
        return found

    return dict(zip(index, descend(len(index), gradient, _ROUNDS), strict=True))
