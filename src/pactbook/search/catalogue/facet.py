"""The values of one facet: which things have each, and how many of some things do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from pyroaring import BitMap

from pactbook.search.catalogue.parts import Postings


class Facet:
    """``postings``: value → numbers of the things that have it. Never changed: ``renewed`` makes another."""

    def __init__(self, postings: Mapping[str, BitMap]) -> None:
        self.postings = postings

    @classmethod
    def of(cls, postings: Postings) -> Facet:
        """The facet that was read."""
        return cls({value: BitMap(numbers) for value, numbers in postings.items()})

    def having(self, values: Iterable[str]) -> BitMap:
        """The things that have any of ``values``."""
        return BitMap.union(BitMap(), *(self.postings[value] for value in values if value in self.postings))

    def count(self, among: BitMap, most: int) -> dict[str, int]:
        """How many of ``among`` have each value, for the ``most`` values that most have, these first."""
        found: dict[str, int] = {}
        least = 0
        for value in self._by_need:
            has = self.postings[value]
            if len(found) >= most and len(has) < least:
                break  # Nothing that is left can reach the last of the best.
            if number := among.intersection_cardinality(has):
                found[value] = number
                if len(found) % most == 0:
                    least = sorted(found.values(), reverse=True)[most - 1]
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most])

    def renewed(self, gone: BitMap, fresh: Postings) -> Facet:
        """The facet without the things ``gone``, and with what was read of ``fresh`` ones."""
        postings = {
            value: left for value, has in self.postings.items() if (left := has - gone if has.intersect(gone) else has)
        }
        for value, numbers in fresh.items():
            postings[value] = postings.get(value, BitMap()) | BitMap(numbers)
        return Facet(postings)

    @cached_property
    def _by_need(self) -> list[str]:
        return sorted(self.postings, key=lambda value: -len(self.postings[value]))
