"""The characters that what a regular expression matches may begin with, worked out from the expression itself."""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}


class FirstLetters(NamedTuple):
    """What a match may begin with: the inside of a class of characters, or nothing at all."""

    letters: str
    may_be_empty: bool


def first_letters(pattern: str) -> FirstLetters | None:
    r"""The characters that a match may begin with, where they can be told.

    >>> first_letters(r"(?<!x)(?:ab|[cd]e)|\s?f")
    FirstLetters(letters='acd\\sf', may_be_empty=False)
    """
    tree = parser.parse(pattern)
    if tree.state.flags & ~re.UNICODE:
        return None
    try:
        letters, may_be_empty = _of_sequence(tree)
    except _UnknownError:
        return None
    return FirstLetters("".join(dict.fromkeys(letters)), may_be_empty)


def second_letters(pattern: str, first: str) -> str | None:
    r"""The inside of a class of what may stand behind ``first`` where a match begins with it; None for anything.

    >>> second_letters(r"\s?(?:ab|\s=)|c", " ")
    'a\\s='
    """
    tree = parser.parse(pattern)
    if tree.state.flags & ~re.UNICODE:
        return None
    try:
        then = _then_sequence(tree, first)
    except _UnknownError:
        return None
    return None if then.read_one or then.read_none else "".join(dict.fromkeys(then.letters))


class _Then(NamedTuple):
    """What may stand behind the first character of what a piece matches, and whether it may match that or nothing."""

    letters: list[str]
    read_one: bool
    read_none: bool


def _then_sequence(items: Any, first: str) -> _Then:
    letters: list[str] = []
    read_one, read_none = False, True
    for item in items:
        if read_one:
            more, may_be_empty = _of(*item)
            letters += more
            read_one = may_be_empty
        if read_none:
            then = _then(item[0], item[1], first)
            letters += then.letters
            read_one, read_none = read_one or then.read_one, then.read_none
    return _Then(letters, read_one, read_none)


def _then(code: Any, said: Any, first: str) -> _Then:
    """What may stand behind ``first`` where one piece of an expression begins with it."""
    if code in (op.LITERAL, op.IN):
        letters, _ = _of(code, said)
        return _Then([], re.match(f"[{''.join(letters)}]", first) is not None, False)
    if code is op.BRANCH:
        found = [_then_sequence(one, first) for one in said[1]]
        letters = [letter for one in found for letter in one.letters]
        return _Then(letters, any(one.read_one for one in found), any(one.read_none for one in found))
    if code is op.SUBPATTERN and not said[1]:
        return _then_sequence(said[3], first)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        once = _then_sequence(said[2], first)
        again = _of_sequence(said[2])[0] if once.read_one and said[1] != 1 else []
        return _Then(once.letters + again, once.read_one, once.read_none or not said[0])
    if code in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return _Then([], False, True)
    raise _UnknownError


class _UnknownError(Exception):
    """An expression whose first characters are too hard to tell."""


#: The characters (each as it stands in a class) that may come first, and whether nothing may be matched.
_First = tuple[list[str], bool]


def _of_sequence(items: Any) -> _First:
    letters: list[str] = []
    before_end = False
    for item in items:
        # What is not the end, and reads nothing up to the end, is nowhere.
        before_end = before_end or _is_not_end(*item)
        if before_end and item == (op.AT, op.AT_END):
            return letters, False
        more, may_be_empty = _of(*item)
        if item[0] is op.ASSERT and item[1][0] > 0:
            if not may_be_empty:
                # Whatever follows begins with what has to stand here.
                return letters + more, False
            continue
        letters += more
        if not may_be_empty:
            return letters, False
    return letters, True


def _is_not_end(code: Any, said: Any) -> bool:
    """Whether the piece only says that the text does not end there."""
    return code is op.ASSERT_NOT and said[0] > 0 and list(said[1]) == [(op.AT, op.AT_END)]


def _of(code: Any, said: Any) -> _First:
    """What one piece of an expression begins with."""
    if code is op.LITERAL:
        return [re.escape(chr(said))], False
    if code is op.IN:
        return [_member(*one) for one in said], False
    if code is op.BRANCH:
        found = [_of_sequence(one) for one in said[1]]
        return [letter for letters, _ in found for letter in letters], any(empty for _, empty in found)
    if code is op.SUBPATTERN and not said[1]:
        return _of_sequence(said[3])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        letters, may_be_empty = _of_sequence(said[2])
        return letters, may_be_empty or not said[0]
    if code is op.ASSERT and said[0] > 0:
        return _of_sequence(said[1])
    if code in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return [], True
    raise _UnknownError


def _member(code: Any, said: Any) -> str:
    """A member of a class, as it is written."""
    if code is op.LITERAL:
        return re.escape(chr(said))
    if code is op.RANGE:
        return f"{re.escape(chr(said[0]))}-{re.escape(chr(said[1]))}"
    if code is op.CATEGORY and said in _CATEGORIES:
        return _CATEGORIES[said]
    raise _UnknownError
