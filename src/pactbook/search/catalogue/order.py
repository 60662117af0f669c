"""Things in one order."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from pyroaring import BitMap

#: More things than this are not taken out and put in their places one by one.
_FEW = 500
#: Of things up to this share of all, the order is made by sorting them; of more, by going through all.
_SHARE = 1 / 8

#: What things are ordered by, the smallest first.
Key = Callable[[int], tuple[float | str, ...]]


class Order:
    """Numbers of things, the first to show first. Never changed: ``renewed`` makes another."""

    def __init__(self, numbers: Iterable[int], key: Key) -> None:
        self.numbers = array("I", numbers)
        self._key = key

    @classmethod
    def of(cls, numbers: Iterable[int], key: Key) -> Order:
        """The order by ``key``."""
        return cls(sorted(numbers, key=key), key)

    def sort(self, some: BitMap) -> Iterator[int]:
        """These things in this order, one after the other: who needs a page of them reads no further."""
        if len(some) <= len(self.numbers) * _SHARE:
            return iter(sorted(some, key=self._places.__getitem__))
        return filter(some.__contains__, self.numbers)

    def before(self, key: tuple[float | str, ...]) -> BitMap:
        """The things that come before where ``key`` would stand."""
        return BitMap(self.numbers[: bisect_left(self.numbers, key, key=self._key)])

    def renewed(self, gone: BitMap, fresh: Sequence[int], key: Key) -> Order:
        """The order by ``key``, which stands for what is known now, without ``gone`` and with ``fresh``."""
        if len(gone) + len(fresh) > _FEW:
            dropped = set(gone)
            return Order.of([*(n for n in self.numbers if n not in dropped), *fresh], key)
        left = self.numbers[:]
        for n in gone:
            del left[bisect_left(left, self._key(n), key=self._key)]
        for n in fresh:
            insort(left, n, key=key)
        return Order(left, key)

    @cached_property
    def _places(self) -> dict[int, int]:
        return {n: place for place, n in enumerate(self.numbers)}
