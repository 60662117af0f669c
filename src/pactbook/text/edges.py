r"""Which characters stand at the edge of whatever a pattern matches, so that most places need no search.

Of ``\s(?:from|by)\s$`` that is a blank, before it "m" or "y", and before that "o" or "b". More characters may be told
than can stand there, never fewer: a pattern fits wherever it can match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pactbook.text.beginnings import at, parsed, ways, written
from pactbook.text.expressions import regex

#: So many characters are told.
DEPTH = 3
#: So many edges are kept in mind.
_MOST_KNOWN = 2_000


class Edges:
    """Patterns by their numbers, asked which of them can match where some characters stand."""

    def __init__(self, patterns: Sequence[re.Pattern[str]], *, behind: bool) -> None:
        """``behind``: they are matched from a place on, otherwise each ends with ``$`` and is searched up to one."""
        self._step = 1 if behind else -1
        self._fits = [_fits(pattern.pattern, backwards=not behind) for pattern in patterns]
        self._known: dict[str, frozenset[int]] = {}

    def fitting(self, near: str) -> frozenset[int]:
        """The patterns that can match at ``near``: the DEPTH characters behind the place, or those before it."""
        found = self._known.get(near)
        if found is None:
            # A last line break stands behind what "$" is the end of.
            every = self._step < 0 and near.endswith("\n")
            found = frozenset(n for n, fits in enumerate(self._fits) if every or fits(near[:: self._step]))
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[near] = found
        return found


def _fits(said: str, *, backwards: bool) -> Callable[[str], object]:
    """What tells whether a pattern can match where these characters stand, ``backwards`` from its end on."""
    told = ways(parsed(said), DEPTH, backwards=backwards)
    edge = [at(told, place) for place in range(DEPTH)]
    while edge and edge[-1] is None:
        edge.pop()
    return regex("".join(map(written, edge))).match
