r"""Regular expressions whose search skips to the characters that a match can begin with.

The standard library works these characters out where a pattern begins with one of them, as ``[ab]c`` does; it tries
``\b(?:a|b)c`` and ``(?:a )?b`` at every place. Here they are worked out for any pattern that has few. The pattern
itself is compiled as ever, so that it matches what it matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

#: The forms of compiled patterns that are known to say in front what a match begins with as it is written here.
_KNOWN = frozenset({20220615, 20230612})
#: A node of a parsed pattern: what it is, and what it is made of.
_Node = tuple[Any, Any]
#: So long is what stands in front of a compiled pattern where nothing is said of its beginning.
_BARE = 5
#: Sets with so many characters that there is nothing to skip.
_BROAD = ("CATEGORY_WORD", "CATEGORY_NOT_WORD", "CATEGORY_NOT_SPACE", "CATEGORY_NOT_DIGIT")


class _Anything(Exception):
    """A match may begin with almost any character."""


def skipping(said: str) -> re.Pattern[str]:
    """``re.compile(said)``, quicker to search with. Raises ``re.error``."""
    if _inside is None:
        return re.compile(said)
    return _inside.compiled(said)


class _Inside:
    """What the standard library makes patterns with."""

    def __init__(self) -> None:
        self._made_by = import_module("_sre")
        if self._made_by.MAGIC not in _KNOWN:
            raise ImportError("patterns are compiled to another form")
        self._parser = import_module("re._parser")
        self._compiler = import_module("re._compiler")
        names = import_module("re._constants")
        self._literal, self._in, self._negate, self._branch = names.LITERAL, names.IN, names.NEGATE, names.BRANCH
        self._group, self._atomic, self._success = names.SUBPATTERN, names.ATOMIC_GROUP, names.SUCCESS
        self._repeats = (names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT)
        self._without_width = (names.AT, names.ASSERT, names.ASSERT_NOT)
        self._category, self._broad = names.CATEGORY, [getattr(names, name) for name in _BROAD]

    def compiled(self, said: str) -> re.Pattern[str]:
        tree = self._parser.parse(said)
        state = tree.state
        names: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        code = self._code(tree, state.flags)
        made: re.Pattern[str] = self._made_by.compile(
            said, state.flags, code, state.groups - 1, state.groupdict, tuple(names)
        )
        return made

    def _code(self, tree: Any, flags: int) -> list[int]:
        code: list[int] = []
        self._compiler._compile_info(code, tree, flags)
        first = self._firsts(tree) if len(code) == _BARE and not flags & re.IGNORECASE else []
        if first:
            head = self._parser.SubPattern(tree.state, [(self._in, first)])
            head.width = tree.getwidth()
            code.clear()
            self._compiler._compile_info(code, head, flags)
        self._compiler._compile(code, tree.data, flags)
        code.append(self._success)
        return code

    def _firsts(self, tree: Any) -> list[_Node]:
        """The set of characters that a match begins with; empty where it is large, or where a match may be empty."""
        try:
            found, may_be_empty = self._of(tree)
        except _Anything:
            return []
        return [] if may_be_empty else found

    def _of(self, nodes: Iterable[_Node]) -> tuple[list[_Node], bool]:
        """What the text that ``nodes`` match can begin with, and whether it may be empty. Raises _Anything."""
        found: list[_Node] = []
        for node, made_of in nodes:
            if node in self._without_width:
                continue
            first, may_be_empty = self._of_node(node, made_of)
            found += first
            if not may_be_empty:
                return found, False
        return found, True

    def _of_node(self, node: Any, made_of: Any) -> tuple[list[_Node], bool]:
        if node is self._literal:
            return [(node, made_of)], False
        if node is self._in and not any(map(self._is_broad, made_of)):
            return made_of, False
        if node is self._branch:
            ways = [self._of(way) for way in made_of[1]]
            return [first for way, _ in ways for first in way], any(may_be_empty for _, may_be_empty in ways)
        if node is self._group and not (made_of[1] or made_of[2]):
            return self._of(made_of[3])
        if node is self._atomic:
            return self._of(made_of)
        if node in self._repeats:
            found, may_be_empty = self._of(made_of[2])
            return found, may_be_empty or made_of[0] == 0
        raise _Anything

    def _is_broad(self, member: _Node) -> bool:
        return member[0] is self._negate or (member[0] is self._category and member[1] in self._broad)


def _found_inside() -> _Inside | None:
    try:
        return _Inside()
    except (ImportError, AttributeError):
        return None


_inside = _found_inside()
