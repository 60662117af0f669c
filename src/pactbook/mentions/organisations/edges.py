r"""Which characters stand at the edge of whatever a pattern matches, so that most places need no search.

Of ``\s(?:from|by)\s$`` that is a blank, before it "m" or "y", and before that "o" or "b". More characters may be told
than can stand there, never fewer: a pattern fits wherever it can match.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

#: So many characters are told.
DEPTH = 3
#: Where more ways begin a match than these, nothing is told.
_MOST_WAYS = 2_000
#: So many edges are kept in mind.
_MOST_KNOWN = 2_000
_BLANK = " "
#: The characters that can stand at one place; None for any.
_Chars = frozenset[str] | None
_Way = tuple[_Chars, ...]
_EMPTY: frozenset[_Way] = frozenset({()})
_ANYTHING: _Way = (None,) * DEPTH


class _Untold(Exception):
    """Nothing is known of what the pattern matches."""


class Edges:
    """Patterns by their numbers, asked which of them can match where some characters stand."""

    def __init__(self, patterns: Sequence[re.Pattern[str]], *, behind: bool) -> None:
        """``behind``: they are matched from a place on, otherwise each ends with ``$`` and is searched up to one."""
        self._step = 1 if behind else -1
        self._edges = [_edge(pattern.pattern, backwards=not behind) for pattern in patterns]
        self._known: dict[str, frozenset[int]] = {}

    def fitting(self, near: str) -> frozenset[int]:
        """The patterns that can match at ``near``: the DEPTH characters behind the place, or those before it."""
        found = self._known.get(near)
        if found is None:
            chars = [_plain(char) for char in near[:: self._step]]
            chars += [""] * (DEPTH - len(chars))
            fits = (all(told is None or c in told for told, c in zip(edge, chars, strict=True)) for edge in self._edges)
            # A last line break stands behind what "$" is the end of.
            found = frozenset(n for n, fit in enumerate(fits) if fit or (self._step < 0 and near.endswith("\n")))
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[near] = found
        return found


def _plain(char: str) -> str:
    return _BLANK if char.isspace() else char


def _edge(said: str, *, backwards: bool) -> _Way:
    """What can stand at each of the first places, or, ``backwards``, at each of the last ones from the end on."""
    try:
        ways = _Reading(backwards=backwards).ways_of(said)
    except (_Untold, ImportError, AttributeError):
        return _ANYTHING
    return tuple(_any_of([way[place] if place < len(way) else None for way in ways]) for place in range(DEPTH))


def _any_of(chars: Sequence[_Chars]) -> _Chars:
    told = [one for one in chars if one is not None]
    return frozenset().union(*told) if len(told) == len(chars) else None


class _Reading:
    """Reads the tree that the standard library makes of a pattern, from its beginning or from its end."""

    def __init__(self, *, backwards: bool) -> None:
        self._backwards = backwards
        self._parser = import_module("re._parser")
        self._names = import_module("re._constants")

    def ways_of(self, said: str) -> frozenset[_Way]:
        """The ways in which a match can begin or end. Raises _Untold."""
        tree, names = self._parser.parse(said), self._names
        if tree.state.flags & (re.IGNORECASE | re.MULTILINE | re.ASCII):
            raise _Untold
        if self._backwards and list(tree)[-1:] != [(names.AT, names.AT_END)]:
            raise _Untold
        return self._ways(tree)

    def _ways(self, nodes: Any) -> frozenset[_Way]:
        found = _EMPTY
        for node, made_of in reversed(list(nodes)) if self._backwards else nodes:
            if all(len(way) == DEPTH for way in found):
                break
            found = _joined(found, self._of_node(node, made_of))
        return found

    def _of_node(self, node: Any, made_of: Any) -> frozenset[_Way]:
        names = self._names
        if node in (names.AT, names.ASSERT, names.ASSERT_NOT):
            return _EMPTY
        if node in (names.ANY, names.NOT_LITERAL):
            return frozenset({(None,)})
        if node in (names.LITERAL, names.IN):
            return frozenset({(self._chars([(node, made_of)] if node is names.LITERAL else made_of),)})
        if node is names.BRANCH:
            return frozenset().union(*(self._ways(way) for way in made_of[1]))
        if node is names.SUBPATTERN and not (made_of[1] or made_of[2]):
            return self._ways(made_of[3])
        if node is names.ATOMIC_GROUP:
            return self._ways(made_of)
        if node in (names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT):
            return self._repeated(*made_of)
        raise _Untold

    def _repeated(self, least: int, most: int, nodes: Any) -> frozenset[_Way]:
        once, now = self._ways(nodes), _EMPTY
        found = now if least == 0 else frozenset()
        for times in range(1, min(most, DEPTH) + 1):
            now = _joined(now, once)
            if times >= least:
                found |= now
        return found | now

    def _chars(self, members: Any) -> _Chars:
        names = self._names
        found: set[str] = set()
        for kind, told in members:
            if kind is names.LITERAL:
                found.add(_plain(chr(told)))
            elif kind is names.CATEGORY and told is names.CATEGORY_SPACE:
                found.add(_BLANK)
            else:
                return None
        return frozenset(found)


def _joined(first: frozenset[_Way], then: frozenset[_Way]) -> frozenset[_Way]:
    """Each way of ``first`` with each that goes on from there. Raises _Untold."""
    found = frozenset(way if len(way) == DEPTH else (way + more)[:DEPTH] for way in first for more in then)
    if len(found) > _MOST_WAYS:
        raise _Untold
    return found
