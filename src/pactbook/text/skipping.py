r"""Regular expressions whose search skips to the characters that a match can begin with.

The standard library works these characters out where a pattern begins with one of them, as ``[ab]c`` does; it tries
``\b(?:a|b)c`` and ``(?:a )?b`` at every place. Here they are told of any pattern that has few. The pattern itself is
compiled as ever, so that it matches what it matched.
"""

from __future__ import annotations

import re
from array import array
from importlib import import_module
from typing import Any

from pactbook.text.beginnings import at, parsed, ways, written
from pactbook.text.codes import Code

#: How a word of code is written: four bytes.
_WORD = "I"

#: So long is what stands in front of a compiled pattern where nothing is said of its beginning.
_BARE = 5
#: Sets with so many characters that there is nothing to skip.
_BROAD = frozenset({r"\w", r"\W", r"\S", r"\D"})


def skipping(said: str) -> re.Pattern[str]:
    """``re.compile(said)``, quicker to search with. Raises ``re.error``."""
    code = code_of(said)
    return re.compile(said) if code is None else pattern_of(said, code)


def code_of(said: str) -> Code | None:
    """What an expression is compiled to; None where the form of the parser is not known. Raises ``re.error``."""
    tree = parsed(said)
    if tree is None:
        return None
    compiler, state = import_module("re._compiler"), tree.state
    code: list[int] = compiler._code(tree, state.flags)
    if 1 + code[1] == _BARE:
        code[:_BARE] = _front(compiler, tree)
    return state.flags, state.groups - 1, dict(state.groupdict), array(_WORD, code).tobytes()


def pattern_of(said: str, code: Code) -> re.Pattern[str]:
    """The pattern whose expression and code these are."""
    flags, groups, named, words = code
    names: list[str | None] = [None] * (groups + 1)
    for name, number in named.items():
        names[number] = name
    engine = import_module("_sre")
    made: re.Pattern[str] = engine.compile(said, flags, array(_WORD, words).tolist(), groups, named, tuple(names))
    return made


def _front(compiler: Any, tree: Any) -> list[int]:
    """What stands in front of a compiled pattern: what it begins with, where that is told and little."""
    chars, front = at(ways(tree, 1), 0), list[int]()
    if chars and _BROAD.isdisjoint(chars):
        head = parsed(written(chars))
        # A character that is none of a set would be taken for one with which the pattern itself begins.
        head.data = [(compiler.IN, node[1] if node[0] is compiler.IN else [node]) for node in head.data]
        head.width = tree.getwidth()
        tree = head
    compiler._compile_info(front, tree, tree.state.flags)
    return front
