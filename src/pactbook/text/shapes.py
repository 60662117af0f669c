"""Shapes: patterns that an analyst can read, such as ``[{weekday}[,] ]{month} {day}[, {year}]``.

``{slot}`` is a value, ``[a|b]`` may be there, ``(a|b)`` must be there, a space is a space, a hyphen is any dash with
or without spaces, and words match with a small or a capital first letter. All shapes of a language become one regular
expression that is tried only where one of them can begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

#: A piece of a shape: its regular expression, what it can begin with, and whether it may be empty.
_Piece = tuple[str, frozenset[str], bool]

#: Nothing that is part of a longer number or word may stand before a shape, no Latin letter or digit after it.
_BEFORE_DIGIT = r"(?<![\w/$€£¥₩#.:,+-])(?=\d)"
_BEFORE_WORD = r"(?<!\w)(?!\d)"
_AFTER = r"(?![^\W가-힣])"


@dataclass(frozen=True, slots=True)
class Found:
    """A shape found at ``start:end``; ``slots`` holds the text of each slot that was filled, ``places`` its offsets."""

    start: int
    end: int
    rule: str
    slots: dict[str, str]
    places: dict[str, tuple[int, int]]


class Shapes:
    """Shapes compiled once. Raises ValueError for a shape with an unknown slot or an unclosed bracket."""

    def __init__(self, shapes: Mapping[str, Sequence[str]], slots: Mapping[str, str]) -> None:
        """``shapes``: rule → shapes, the first that fits wins; ``slots``: slot → regular expression without groups."""
        self._rules: list[tuple[str, list[tuple[str, str]]]] = []
        branches: list[str] = []
        begins: set[str] = set()
        for rule, lines in shapes.items():
            for line in lines:
                parser = _Parser(line, slots, len(branches))
                pattern, first, _ = parser.shape()
                branches.append(f"(?P<t{len(branches)}>{pattern})")
                begins |= first
                self._rules.append((rule, parser.groups))
        starts = "|".join(sorted(begins, key=lambda f: (-len(f), f))) or r"(?!)"
        self._start = re.compile(f"(?:{_BEFORE_DIGIT}|{_BEFORE_WORD})(?:{starts})")
        self._shape = re.compile(f"(?:{'|'.join(branches) or '(?!)'}){_AFTER}")

    def find(self, text: str) -> Iterator[Found]:
        """Every shape in ``text`` (levelled), leftmost first, none overlapping another."""
        at = 0
        while begin := self._start.search(text, at):
            match = self._shape.match(text, begin.start())
            if match is None or match.end() == match.start():
                at = begin.start() + 1
                continue
            rule, groups = self._rules[int((match.lastgroup or "t0")[1:])]
            places = {slot: match.span(group) for slot, group in groups if match[group] is not None}
            slots = {slot: text[start:end] for slot, (start, end) in places.items()}
            yield Found(match.start(), match.end(), rule, slots, places)
            at = match.end()


class _Parser:
    """Reads one shape by recursive descent."""

    def __init__(self, line: str, slots: Mapping[str, str], number: int) -> None:
        self.line, self.slots, self.number = line, slots, number
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
        pattern = "|".join(p for p, _, _ in pieces)
        return pattern, frozenset().union(*(f for _, f, _ in pieces)), any(e for _, _, e in pieces)

    def _sequence(self, closing: str) -> _Piece:
        pattern, first, empty = "", frozenset[str](), True
        while self.at < len(self.line) and self.line[self.at] not in "|" + closing:
            p, f, e = self._item()
            pattern += p
            if empty:
                first |= f
            empty = empty and e
        return pattern, first, empty

    def _item(self) -> _Piece:
        char = self.line[self.at]
        if char in "[(":
            return self._bracket("]" if char == "[" else ")")
        if char == "{":
            return self._slot()
        return self._words()

    def _bracket(self, closing: str) -> _Piece:
        self.at += 1
        pattern, first, empty = self._choice(closing)
        if self.at >= len(self.line):
            raise ValueError(f"shape {self.line!r}: {closing!r} is missing")
        self.at += 1
        maybe = closing == "]"
        return f"(?:{pattern})" + "?" * maybe, first, empty or maybe

    def _slot(self) -> _Piece:
        end = self.line.find("}", self.at)
        name = self.line[self.at + 1 : end]
        if end < 0 or name not in self.slots:
            raise ValueError(f"shape {self.line!r}: no slot {name!r}")
        self.at = end + 1
        pattern = self.slots[name]
        # A slot may come again in another alternative of the same shape: each gets a group of its own.
        group = f"{name}_{self.number}_{len(self.groups)}"
        self.groups.append((name, group))
        return f"(?P<{group}>{pattern})", frozenset([f"(?:{pattern})"]), False

    def _words(self) -> _Piece:
        match = re.compile(r"[^\[\](){}|]+").match(self.line, self.at)
        if match is None:
            raise ValueError(f"shape {self.line!r}: unexpected {self.line[self.at]!r}")
        self.at = match.end()
        pattern = words(match[0])
        return pattern, frozenset([pattern]), False


def words(text: str) -> str:
    """A regular expression for ``text`` that takes either case of each word's first letter, and any spaced dash.

    >>> words("next year-end")
    '[Nn]ext [Yy]ear ?- ?[Ee]nd'
    """
    out = []
    for n, char in enumerate(text):
        if char == "-":
            out.append(" ?- ?")
        elif char == " ":
            out.append(" ")
        elif char.lower() != char.upper() and char.islower() and (n == 0 or not text[n - 1].isalnum()):
            out.append(f"[{char.upper()}{char}]")
        else:
            out.append(re.escape(char))
    return "".join(out)


def any_of(phrases: Sequence[str]) -> str:
    """A regular expression for any of ``phrases``, the longest first; it matches nothing where there are none."""
    return "|".join(words(p) for p in sorted(set(phrases), key=lambda p: (-len(p), p))) or r"(?!)"
