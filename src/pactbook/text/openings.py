"""How shapes can begin: the letters of their first words and numbers, and where in a text such letters stand.

A text has hundreds of places where the first word of some shape stands, and few where the second stands behind it.
Shapes are told by their words, before any expression is made of them; ``beginnings`` tells expressions by characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

#: Stands for all digits of a number.
DIGIT = "#"
_DIGITS = "0123456789０１２３４５６７８９"
_NUMBER = re.compile(r"\d+")
#: What is no letter and makes the number behind it a part of a longer one.
_OF_NUMBER = frozenset("_/$€£¥₩#.:,+-")
#: So many letters of an opening are looked at, and so many behind a number that opens a shape.
_LETTERS, _BEHIND = 8, 4
#: With more ways to go on, no more letters are looked at.
_WAYS = 400
#: Before a number so few letters are looked for together with its first digit: alone they stand everywhere.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Openings:
    """How what some text is can begin, in small letters: ``wholes`` are all of it, ``heads`` have more behind them.

    DIGIT stands for a number; behind a number no other is told, and behind letters nothing more than that one follows.
    """

    wholes: frozenset[str]
    heads: frozenset[str] = frozenset()

    @classmethod
    def of(cls, wholes: Iterable[str], heads: Iterable[str] = ()) -> Openings:
        """The openings of phrases: of such that are all there is, and of such that may have more behind them."""
        told: tuple[set[str], set[str]] = set(), set()
        for phrases, is_whole in ((wholes, True), (heads, False)):
            for phrase in phrases:
                opening, is_all = _told(_NUMBER.sub(DIGIT, phrase).lower())
                # Digits that are written out may be the first of a number.
                told[not (is_whole and is_all) or phrase[-1:].isdecimal()].add(opening)
        return cls(*map(frozenset, told))

    @classmethod
    def of_any(cls, ways: Iterable[Openings]) -> Openings:
        """The openings of what is one of these."""
        known = list(ways)
        if len(known) == 1:
            return known[0]
        nothing = frozenset[str]()
        return cls(nothing.union(*(o.wholes for o in known)), nothing.union(*(o.heads for o in known)))

    def then(self, more: Openings) -> Openings:
        """The openings of what is followed by something else."""
        if not self.wholes:
            return self
        begun = self.wholes - {""}
        wholes, heads = set[str](), set(self.heads)
        if len(begun) < len(self.wholes):
            wholes, heads = set(more.wholes), heads | more.heads
        more = more.within(_WAYS // max(len(begun), 1))
        for first in begun:
            for second in more.wholes:
                for joined, is_whole in _joined(first, second):
                    (wholes if is_whole else heads).add(joined)
            for second in more.heads:
                heads.update(joined for joined, _ in _joined(first, second))
        return Openings(frozenset(wholes), frozenset(heads))

    def within(self, ways: int) -> Openings:
        """The same, told by fewer letters where there are more than so many ways."""
        told = self
        letters = _LETTERS
        while letters and len(told.wholes) + len(told.heads) > ways:
            letters //= 2
            long = {each[:letters] for each in told.wholes if len(each) > letters}
            told = Openings(
                frozenset(each for each in told.wholes if len(each) <= letters),
                frozenset({each[:letters] for each in told.heads} | long),
            )
        return told


#: How nothing begins.
NOTHING = Openings(frozenset([""]))


def _joined(first: str, second: str) -> Iterator[tuple[str, bool]]:
    """What one opening followed by another is looked at for, and whether that is all of it.

    A dash inside may have spaces around it. No number follows the digits of another.
    """
    if first[-1] == second[:1] == DIGIT:
        return
    if "-" in second:
        before = first + second[: second.index("-")]
        yield _told(before + "-")[0], False
        yield _told(before + " -")[0], False
    else:
        yield _told(first + second)


def _told(opening: str) -> tuple[str, bool]:
    """What is told of an opening, and whether that is all of it."""
    number, letters = opening.find(DIGIT, 1), _LETTERS
    if opening[:1] == DIGIT:
        letters = _BEHIND + 1
        told = opening[:number] if number >= 0 else opening
    else:
        told = opening[: number + 1] if number >= 0 else opening
    return told[:letters], number < 0 and len(told) < letters


class Places:
    """Finds where in a text something can begin that is known by its openings."""

    def __init__(self, openings: Sequence[Openings]) -> None:
        #: What follows a number, letters, and letters before a number → what can begin so.
        self._behind: dict[str, list[int]] = defaultdict(list)
        self._letters: dict[str, list[int]] = defaultdict(list)
        self._before: dict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(openings):
            for opening in each.wholes | each.heads:
                if opening.startswith(DIGIT):
                    self._behind[opening[1:]].append(number)
                elif opening.endswith(DIGIT):
                    self._before[opening[:-1]].append(number)
                elif opening:
                    self._letters[opening].append(number)
        digits = _DIGITS if self._behind else ""
        few = [letters for letters in self._before if len(letters) <= _FEW and letters not in self._letters]
        known = self._letters.keys() | self._before.keys() - set(few)
        self._known = [*digits, *known, *(letters + digit for letters in few for digit in _DIGITS)]
        self._digits = len(digits)
        self._seen = AhoCorasick(self._known) if self._known else None
        #: What can begin with what is known, alone and with a number behind it; worked out when it is first asked for.
        self._alone: list[tuple[int, ...] | None] = [None] * len(self._known)
        self._with_number = self._alone[:]
        self._at_number: dict[str, tuple[int, ...]] = {}

    def of(self, text: str) -> dict[int, tuple[int, ...]]:
        """Places in ``text`` (in small letters) → what can begin there, in the order in which that was given."""
        found: dict[int, tuple[int, ...]] = {}
        for number, start, end in self._seen.find_matches_as_indexes(text, overlapping=True) if self._seen else ():
            before = text[start - 1] if start else " "
            if before.isalnum():
                continue
            if number < self._digits:
                fitting = self._of_number(text, end) if before not in _OF_NUMBER else ()
            else:
                numbered = text[end : end + 1].isdecimal()
                told = self._with_number if numbered else self._alone
                known = told[number]
                fitting = self._of_letters(number, numbered) if known is None else known
            # Longer openings come later and tell all that shorter ones tell.
            if fitting:
                found[start] = fitting
        return found

    def _of_number(self, text: str, end: int) -> tuple[int, ...]:
        """What can begin with the number whose first digit ends at ``end``."""
        while text[end : end + 1].isdecimal():
            end += 1
        behind = text[end : end + _BEHIND]
        while behind and behind not in self._behind:
            behind = behind[:-1]
        fitting = self._at_number.get(behind)
        if fitting is None:
            fitting = self._at_number[behind] = _in_order(behind, self._behind)
        return fitting

    def _of_letters(self, number: int, numbered: bool) -> tuple[int, ...]:
        """What can begin with letters that are known, and with a number behind them where they are ``numbered``."""
        bare = self._known[number].rstrip(_DIGITS)
        also = self._before.get(bare, ()) if numbered or bare != self._known[number] else ()
        fitting = _in_order(bare, self._letters, also)
        (self._with_number if numbered else self._alone)[number] = fitting
        return fitting


def _in_order(text: str, known: Mapping[str, list[int]], also: Iterable[int] = ()) -> tuple[int, ...]:
    """What is known for ``text`` and for all that it begins with, and ``also`` this."""
    return tuple(sorted(set(also).union(*(known[text[:n]] for n in range(len(text) + 1) if text[:n] in known))))
