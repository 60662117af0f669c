"""Large mappings that change a little with every write."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from typing import TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")

#: So many changes lie over the mapping below before both are made one.
_MOST = 2000


class Layered(Mapping[K, V]):
    """A mapping that never changes: ``changed`` makes another, which shares with it all that has stayed.

    So a later state of 200,000 things costs what was changed, and not a copy of everything.
    """

    __slots__ = ("_base", "_gone", "_over")

    def __init__(
        self, base: Mapping[K, V] | None = None, over: Mapping[K, V] | None = None, gone: frozenset[K] = frozenset()
    ) -> None:
        self._base = base or {}
        self._over = over or {}
        self._gone = gone

    def changed(self, fresh: Mapping[K, V], gone: Iterable[K] = ()) -> Layered[K, V]:
        """The mapping without the keys of ``gone``, and then with ``fresh``."""
        dropped = set(gone)
        over = {key: value for key, value in self._over.items() if key not in dropped} | dict(fresh)
        missing = frozenset((self._gone | {key for key in dropped if key in self._base}) - fresh.keys())
        changed = Layered(self._base, over, missing)
        return changed if len(over) + len(missing) <= _MOST else Layered(changed._whole())

    def __getitem__(self, key: K) -> V:
        if key in self._over:
            return self._over[key]
        if key in self._gone:
            raise KeyError(key)
        return self._base[key]

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, /, default: V | D) -> V | D: ...
    def get(self, key: K, /, default: V | D | None = None) -> V | D | None:
        """The value, or ``default`` for a key that is not there."""
        if key in self._over:
            return self._over[key]
        return default if key in self._gone else self._base.get(key, default)

    def __contains__(self, key: object) -> bool:
        return key in self._over or (key in self._base and key not in self._gone)

    def __iter__(self) -> Iterator[K]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._base) - len(self._gone) + sum(key not in self._base or key in self._gone for key in self._over)

    def items(self) -> ItemsView[K, V]:
        """All pairs."""
        return self._whole().items()

    def _whole(self) -> Mapping[K, V]:
        """All of it in one."""
        if not self._over and not self._gone:
            return self._base
        whole = dict(self._base)
        for key in self._gone:
            del whole[key]
        return whole | dict(self._over)
