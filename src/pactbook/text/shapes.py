"""Shapes: patterns that an analyst can read, such as ``[{weekday}[,] ]{month} {day}[, {year}]``.

``{slot}`` is a value, ``[a|b]`` may be there, ``(a|b)`` must be there, a space is a space, a hyphen is any dash with
or without spaces, and words match with a small or a capital first letter. Shapes are tried only where one of them
can begin, which one scan of the text tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from pactbook.text.branches import DASH, Word, branches, by_first, either, written
from pactbook.text.expressions import regex
from pactbook.text.level import lower
from pactbook.text.openings import DIGIT, NOTHING, Openings, Places

__all__ = ["DIGIT", "Found", "Shapes", "Slot", "any_alone", "any_of", "words"]

#: What may have a space of its own before it.
_SPACED = frozenset({"-", " "})
#: No Latin letter or digit stands after a shape.
_AFTER = r"(?![^\W가-힣])"


@dataclass(frozen=True, slots=True)
class Slot:
    """A value in a shape: its regular expression (without groups), and the words or DIGIT that it can begin with.

    ``wholes`` are values that have no more than that; DIGIT stands for all digits of a number.
    """

    pattern: str
    begins: frozenset[str]
    wholes: frozenset[str] = frozenset()

    @classmethod
    def of_words(cls, phrases: Iterable[str]) -> Slot:
        """A slot for any of ``phrases``."""
        known = list(phrases)
        return cls(f"(?:{any_of(known)})", frozenset(), frozenset(known))

    def openings(self) -> Openings:
        """How its values begin."""
        return Openings.of(self.wholes, self.begins)


class Found(Struct, frozen=True, gc=False):
    """A shape found at ``start:end``; ``slots`` holds the text of each slot that was filled, ``places`` its offsets."""

    start: int
    end: int
    rule: str
    slots: dict[str, str]
    places: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a shape: its pattern, how what it stands for can begin, and whether it may be empty.

    ``at_digit`` is the pattern where a digit stands, without words that none begins; None where nothing is left.
    """

    pattern: str
    openings: Openings
    empty: bool
    at_digit: str | None


@dataclass(frozen=True, slots=True)
class _Shape:
    """``at_digit`` is the pattern where a digit stands, ``groups_at_digit`` the (slot, group) that it has."""

    rule: str
    pattern: str
    groups: tuple[tuple[str, str], ...]
    at_digit: str
    groups_at_digit: tuple[tuple[str, str], ...]


class Shapes:
    """Shapes compiled once. Raises ValueError for a shape with an unknown slot or an unclosed bracket."""

    def __init__(self, shapes: Mapping[str, Sequence[str]], slots: Mapping[str, Slot]) -> None:
        """``shapes``: rule → shapes, of which the first that fits wins."""
        self._shapes: list[_Shape] = []
        openings: list[Openings] = []
        of_slots: dict[Slot, Openings] = {}
        for rule, lines in shapes.items():
            for line in lines:
                parser = _Parser(line, slots, of_slots, len(self._shapes))
                piece = parser.shape()
                openings.append(piece.openings)
                at_digit = piece.at_digit or "(?!)"
                groups = tuple((slot, group) for slot, group in parser.groups if f"(?P<{group}>" in at_digit)
                self._shapes.append(_Shape(rule, piece.pattern, tuple(parser.groups), at_digit, groups))
        self._places = Places(openings)
        #: Shape → its pattern, once for where a digit stands and once for elsewhere. Each is compiled when it is first
        #: tried: all of them take longer to compile than a short article to read.
        self._at_digit: dict[int, re.Pattern[str]] = {}
        self._elsewhere: dict[int, re.Pattern[str]] = {}

    def find(self, text: str) -> Iterator[Found]:
        """Every shape in ``text`` (levelled), leftmost first, none overlapping another."""
        at = 0
        for start, numbers in sorted(self._places.of(lower(text)).items()):
            if start >= at and (found := self._at(text, start, numbers)) is not None and found.end > start:
                at = found.end
                yield found

    def _at(self, text: str, start: int, numbers: Sequence[int]) -> Found | None:
        """The first of the shapes ``numbers`` that stands at ``start``."""
        at_digit = text[start].isdecimal()
        patterns = self._at_digit if at_digit else self._elsewhere
        for number in numbers:
            match = (patterns.get(number) or self._compiled(number, at_digit)).match(text, start)
            if match is not None:
                return _found(text, match, self._shapes[number], at_digit)
        return None

    def _compiled(self, number: int, at_digit: bool) -> re.Pattern[str]:
        shape = self._shapes[number]
        pattern = regex(f"(?:{shape.at_digit if at_digit else shape.pattern}){_AFTER}")
        (self._at_digit if at_digit else self._elsewhere)[number] = pattern
        return pattern


def _found(text: str, match: re.Match[str], shape: _Shape, at_digit: bool) -> Found:
    groups = shape.groups_at_digit if at_digit else shape.groups
    places: dict[str, tuple[int, int]] = {}
    slots: dict[str, str] = {}
    for slot, group in groups:
        start, end = place = match.span(group)
        if start >= 0:
            places[slot], slots[slot] = place, text[start:end]
    return Found(match.start(), match.end(), shape.rule, slots, places)


class _Parser:
    """Reads one shape by recursive descent."""

    def __init__(self, line: str, slots: Mapping[str, Slot], openings: dict[Slot, Openings], number: int) -> None:
        self.line, self.slots, self.openings, self.number = line, slots, openings, number
        self.at = 0
        self.groups: list[tuple[str, str]] = []

    def shape(self) -> _Piece:
        piece = self._choice("")
        if self.at < len(self.line):
            raise ValueError(f"shape {self.line!r}: unexpected {self.line[self.at]!r}")
        return piece

    def _choice(self, closing: str) -> _Piece:
        """Alternatives up to ``closing``."""
        pieces = [self._sequence(closing)]
        while self.at < len(self.line) and self.line[self.at] == "|":
            self.at += 1
            pieces.append(self._sequence(closing))
        openings = Openings.of_any(p.openings for p in pieces)
        at_digit = [p.at_digit for p in pieces if p.at_digit is not None]
        whole = "|".join(p.pattern for p in pieces)
        return _Piece(whole, openings, any(p.empty for p in pieces), "|".join(at_digit) if at_digit else None)

    def _sequence(self, closing: str) -> _Piece:
        pattern, openings, empty = "", NOTHING, True
        # Nothing has been read yet that may stand at a digit; None once something must stand there and cannot.
        at_digit: str | None = ""
        begun = False
        while self.at < len(self.line) and self.line[self.at] not in "|" + closing:
            piece = self._item()
            pattern += piece.pattern
            openings = openings.then(piece.openings)
            empty = empty and piece.empty
            if begun and at_digit is not None:
                at_digit += piece.pattern
            elif not begun and piece.at_digit is not None:
                at_digit, begun = piece.at_digit, True
            elif not begun and not piece.empty:
                at_digit, begun = None, True
        return _Piece(pattern, openings, empty, at_digit)

    def _item(self) -> _Piece:
        char = self.line[self.at]
        if char in "[(":
            return self._bracket("]" if char == "[" else ")")
        if char == "{":
            return self._slot()
        return self._words()

    def _bracket(self, closing: str) -> _Piece:
        self.at += 1
        piece = self._choice(closing)
        if self.at >= len(self.line):
            raise ValueError(f"shape {self.line!r}: {closing!r} is missing")
        self.at += 1
        maybe = closing == "]"
        at_digit = None if piece.at_digit is None else f"(?:{piece.at_digit})" + "?" * maybe
        openings = Openings.of_any([piece.openings, NOTHING]) if maybe else piece.openings
        return _Piece(f"(?:{piece.pattern})" + "?" * maybe, openings, piece.empty or maybe, at_digit)

    def _slot(self) -> _Piece:
        end = self.line.find("}", self.at)
        name = self.line[self.at + 1 : end]
        if end < 0 or name not in self.slots:
            raise ValueError(f"shape {self.line!r}: no slot {name!r}")
        self.at = end + 1
        slot = self.slots[name]
        # A slot may come again in another alternative of the same shape: each gets a group of its own.
        group = f"{name}_{self.number}_{len(self.groups)}"
        self.groups.append((name, group))
        pattern = f"(?P<{group}>{slot.pattern})"
        at_digit = pattern if any(map(_is_digit, slot.begins | slot.wholes)) else None
        if slot not in self.openings:
            self.openings[slot] = slot.openings()
        return _Piece(pattern, self.openings[slot], False, at_digit)

    def _words(self) -> _Piece:
        match = re.compile(r"[^\[\](){}|]+").match(self.line, self.at)
        if match is None:
            raise ValueError(f"shape {self.line!r}: unexpected {self.line[self.at]!r}")
        self.at = match.end()
        pattern = words(match[0])
        return _Piece(pattern, Openings.of([match[0]]), False, pattern if _is_digit(match[0]) else None)


def _is_digit(begin: str) -> bool:
    """Whether what a piece can begin with is a digit."""
    return begin[:1] == DIGIT or begin[:1].isdigit()


def words(text: str) -> str:
    """A regular expression for ``text`` that takes either case of each word's first letter, and any spaced dash.

    >>> words("next year-end")
    '[Nn]ext [Yy]ear ?- ?[Ee]nd'
    """
    return written(_pieces(text))


def _pieces(text: str) -> Word:
    pieces = []
    begins = True
    for char in text:
        small = begins and char.islower() and char.lower() != char.upper()
        pieces.append(DASH if char == "-" else either(char) if small else char)
        begins = not char.isalnum()
    return tuple(pieces)


def any_of(phrases: Sequence[str]) -> str:
    """A regular expression for any of ``phrases``, the longest first; it matches nothing where there are none."""
    return branches(map(_pieces, _longest_first(phrases))) if phrases else r"(?!)"


def any_alone(phrases: Sequence[str]) -> str:
    r"""As ``any_of``, where a phrase that begins with a letter or a digit begins a word; a mark stands anywhere.

    The first letter stands before what looks back, so that a search skips to such letters.

    >>> any_alone(["our country", "by us"])
    '[BObo](?:(?<!\\w.)(?:(?<=[Oo])ur [Cc]ountry|(?<=[Bb])y [Uu]s))'
    """
    known = _longest_first(phrases)
    if not known:
        return r"(?!)"
    alone, marks = [p for p in known if p[0].isalnum()], [p for p in known if not p[0].isalnum()]
    if any(mark[0] in _SPACED for mark in marks):
        return rf"(?:(?<!\w)(?:{any_of(alone)})|(?:{any_of(marks)}))"
    letters = {letter for p in known for letter in (p[0], p[0].upper() if p[0].islower() else p[0])}
    ways = [rf"(?<!\w.)(?:{'|'.join(_behind_first(alone))})"] if alone else []
    ways += _behind_first(marks)
    return rf"[{''.join(map(re.escape, sorted(letters)))}](?:{'|'.join(ways)})"


def _longest_first(phrases: Iterable[str]) -> list[str]:
    return sorted(set(phrases), key=lambda p: (-len(p), p))


def _behind_first(phrases: Iterable[str]) -> Iterator[str]:
    """Regular expressions for what follows the first letter of ``phrases``, which has been read."""
    for group in by_first(map(_pieces, phrases)).values():
        for first, same in groupby(group, key=itemgetter(0)):
            yield f"(?<={written((first,))}){branches(word[1:] for word in same)}"
