"""The characters that a match of a regular expression can begin or end with, as its parsed form tells.

More may be told than can stand there, never fewer: where none of them stands, nothing matches. What the parser of the
standard library makes is read here alone. Of a Python whose parser has another form nothing is told; all goes on, only
slower.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

#: Characters: each by itself, or several as they are written in a class, as "a-z" and r"\s" are; None for any.
Chars = frozenset[str] | None
#: What can stand at one place after the other; behind that may be anything.
Way = tuple[Chars, ...]
Ways = frozenset[Way]

#: The forms of Python 3.11 and 3.12, and of 3.13.
_KNOWN = frozenset({20220615, 20230612})
#: Where there are more ways than these, nothing is told.
_MOST = 2_000
_EMPTY: Ways = frozenset({()})


def parsed(said: str) -> Any:
    """What the standard library's parser makes of an expression; None where its form is not known. Raises re.error."""
    parser = _parser()
    return parser and parser.parse(said)


@cache
def _parser() -> Any:
    try:
        parser = import_module("re._parser")
    except ImportError:
        return None
    return parser if getattr(parser, "MAGIC", None) in _KNOWN else None


def ways(tree: Any, depth: int, *, backwards: bool = False) -> Ways:
    r"""The ways in which the text goes on from where a parsed expression matches, ``depth`` characters of it.

    ``backwards``: those in which a text ends where it is found, the last character first and without a last line break;
    told only of expressions that end with ``$``.

    >>> sorted([written(chars) for chars in way] for way in ways(parsed(r"(?<!x)(?:a|[cd]\s?)e"), 2))
    [['[a]', '[e]'], ['[cd]', '[\\s]'], ['[cd]', '[e]']]
    """
    # With these flags letters, edges and categories mean more than they say.
    if tree is None or tree.state.flags & (re.IGNORECASE | re.MULTILINE | re.ASCII):
        return frozenset({(None,) * depth})
    return _Reading(_parser(), depth, backwards=backwards).ways(tree)


def at(told: Ways, place: int) -> Chars:
    """What can stand at a place, whichever the way; the first is 0."""
    found: set[str] = set()
    for way in told:
        chars = way[place] if place < len(way) else None
        if chars is None:
            return None
        found |= chars
    return frozenset(found)


def then(told: Ways, first: str) -> Ways:
    """The ways to go on behind the character ``first``."""
    return frozenset(way[1:] for way in told if not way or _has(way[0], first))


def _has(chars: Chars, char: str) -> bool:
    return chars is None or char in chars or any(one[1:] and re.match(f"[{one}]", char) for one in chars)


def written(chars: Chars) -> str:
    """An expression for one of the characters."""
    if chars is None:
        return "(?s:.)"
    return f"[{''.join(sorted(one if one[1:] else re.escape(one) for one in chars))}]" if chars else "(?!)"


class _Reading:
    """Reads the tree of an expression from its beginning or from its end."""

    def __init__(self, names: Any, depth: int, *, backwards: bool) -> None:
        self._names, self._depth, self._backwards = names, depth, backwards
        self._end, self._not = (names.AT, names.AT_END), names.ASSERT_NOT
        self._unknown: Ways = frozenset({(None,) * depth})
        self._any: Callable[[Any], Ways] = lambda _: self._unknown
        self._of: dict[Any, Callable[[Any], Ways]] = {
            names.LITERAL: lambda code: frozenset({(frozenset({chr(code)}),)}),
            names.IN: lambda members: frozenset({(self._chars(members),)}),
            names.NOT_LITERAL: lambda _: frozenset({(None,)}),
            names.ANY: lambda _: frozenset({(None,)}),
            names.BRANCH: lambda made_of: frozenset().union(*map(self._ways, made_of[1])),
            names.SUBPATTERN: lambda made_of: self._unknown if made_of[1] or made_of[2] else self._ways(made_of[3]),
            names.ATOMIC_GROUP: self._ways,
            names.MAX_REPEAT: self._repeated,
            names.MIN_REPEAT: self._repeated,
            names.POSSESSIVE_REPEAT: self._repeated,
            names.ASSERT: self._seen,
            names.ASSERT_NOT: lambda _: _EMPTY,
            names.AT: lambda _: _EMPTY,
        }
        self._categories = {
            names.CATEGORY_DIGIT: r"\d",
            names.CATEGORY_NOT_DIGIT: r"\D",
            names.CATEGORY_SPACE: r"\s",
            names.CATEGORY_NOT_SPACE: r"\S",
            names.CATEGORY_WORD: r"\w",
            names.CATEGORY_NOT_WORD: r"\W",
        }

    def ways(self, tree: Any) -> Ways:
        """The ways of a whole expression."""
        ends = tree.data[-1:] == [self._end]
        return self._ways(tree) if ends or not self._backwards else self._unknown

    def _ways(self, nodes: Any) -> Ways:
        found, maybe_end = _EMPTY, True
        for piece in reversed(nodes.data) if self._backwards else nodes.data:
            node, made_of = piece
            if node is self._not and made_of[0] > 0 and made_of[1].data == [self._end]:
                maybe_end = False
            elif maybe_end or piece != self._end:
                found = self._joined(found, self._of.get(node, self._any)(made_of))
            else:
                found -= _EMPTY  # what is not the end, and reads nothing up to the end, is nowhere
            if found is not _EMPTY and min(map(len, found), default=self._depth) == self._depth:
                break
        return found

    def _joined(self, first: Ways, more: Ways) -> Ways:
        """Each way of ``first`` with each that goes on from there."""
        if first is _EMPTY or more is _EMPTY:
            return more if first is _EMPTY else first
        depth = self._depth
        found = frozenset(way if len(way) == depth else (way + then)[:depth] for way in first for then in more)
        return found if len(found) <= _MOST else self._unknown

    def _repeated(self, made_of: Any) -> Ways:
        least, most, nodes = made_of
        once, now = self._ways(nodes), _EMPTY
        found = frozenset[Way]() if least else _EMPTY
        for times in range(1, min(most, self._depth) + 1):
            now = self._joined(now, once)
            if times >= least:
                found |= now
        return found | now

    def _seen(self, made_of: Any) -> Ways:
        """What is looked for ahead, or behind if that is where it is read to, is all that is told where it stands."""
        ahead, nodes = made_of
        if (ahead < 0) != self._backwards:
            return _EMPTY
        told = self._ways(nodes)
        return _EMPTY if at(told, 0) is None else self._joined(told, self._unknown)

    def _chars(self, members: Any) -> Chars:
        names, found = self._names, set[str]()
        for kind, told in members:
            if kind is names.LITERAL:
                found.add(chr(told))
            elif kind is names.RANGE:
                found.add("-".join(re.escape(chr(code)) for code in told))
            elif kind is names.CATEGORY and told in self._categories:
                found.add(self._categories[told])
            else:
                return None
        return frozenset(found)
