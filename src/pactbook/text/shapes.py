"""Shapes: patterns that an analyst can read, such as ``[{weekday}[,] ]{month} {day}[, {year}]``.

``{slot}`` is a value, ``[a|b]`` may be there, ``(a|b)`` must be there, a space is a space, a hyphen is any dash with
or without spaces, and words match with a small or a capital first letter. Shapes are tried only where one of them
can begin, which one scan of the text tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, product
from operator import itemgetter

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from pactbook.text.branches import DASH, Word, branches, by_first, either, written

#: Stands for "any digit" among the words that a shape can begin with.
DIGIT = "#"
#: Nothing that is part of a longer number may stand before a number, no Latin letter or digit after a shape.
#: The digit comes first and what may not stand before it second: so a search skips to the next digit.
_NUMBER = re.compile(r"\d(?<![\w/$€£¥₩#.:,+-]\d)")
#: What may have a space of its own before it.
_SPACED = frozenset({"-", " "})
_AFTER = r"(?![^\W가-힣])"
#: Letters of a word behind the first, which may be small or capital; syllables are neither.
_LETTERS = re.compile(r"[가-힣]+|(?<=[^\W\d_가-힣])[^\W\d_가-힣]+")
#: So few letters stand in any text.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Slot:
    """A value in a shape: its regular expression (without groups), and the words or DIGIT that it can begin with."""

    pattern: str
    begins: frozenset[str]

    @classmethod
    def of_words(cls, phrases: Iterable[str]) -> Slot:
        """A slot for any of ``phrases``."""
        known = list(phrases)
        return cls(f"(?:{any_of(known)})", frozenset(known))


class Found(Struct, frozen=True, gc=False):
    """A shape found at ``start:end``; ``slots`` holds the text of each slot that was filled, ``places`` its offsets."""

    start: int
    end: int
    rule: str
    slots: dict[str, str]
    places: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a shape: its pattern, what it can begin with, and whether it may be empty.

    ``at_digit`` is the pattern where a digit stands, without words that none begins; None where nothing is left.
    ``needs``: of each set of letters, some stand wherever the piece does.
    """

    pattern: str
    begins: frozenset[str]
    empty: bool
    at_digit: str | None
    needs: tuple[frozenset[str], ...] = ()


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
        by_begin: dict[str, list[int]] = defaultdict(list)
        needed: dict[frozenset[str], list[int]] = defaultdict(list)
        for rule, lines in shapes.items():
            for line in lines:
                parser = _Parser(line, slots, len(self._shapes))
                piece = parser.shape()
                for begin in chain.from_iterable(map(_spellings, piece.begins)):
                    by_begin[begin].append(len(self._shapes))
                for letters in piece.needs:
                    needed[letters].append(len(self._shapes))
                at_digit = piece.at_digit or "(?!)"
                groups = tuple((slot, group) for slot, group in parser.groups if f"(?P<{group}>" in at_digit)
                self._shapes.append(_Shape(rule, piece.pattern, tuple(parser.groups), at_digit, groups))
        self._with_digit = frozenset(by_begin.pop(DIGIT, []))
        self._by_begin = [frozenset(numbers) for numbers in by_begin.values()]
        self._begins = AhoCorasick(list(by_begin)) if by_begin else None
        #: Letters of which some must stand in a text → the shapes that need them.
        self._needed = list(needed.items())
        self._letters = sorted(frozenset[str]().union(*needed))
        self._seen = AhoCorasick(self._letters) if needed else None
        #: Shape → its pattern, once for where a digit stands and once for elsewhere. Each is compiled when it is first
        #: tried: all of them take longer to compile than a short article to read.
        self._at_digit: dict[int, re.Pattern[str]] = {}
        self._elsewhere: dict[int, re.Pattern[str]] = {}

    def find(self, text: str) -> Iterator[Found]:
        """Every shape in ``text`` (levelled), leftmost first, none overlapping another."""
        at = 0
        starts = self._starts(text)
        missing = self._missing(text) if starts else frozenset[int]()
        #: Shapes → those that may stand in the text, in order; many places begin the same ones.
        in_order: dict[frozenset[int], list[int]] = {}
        for start in sorted(starts):
            if start < at:
                continue
            numbers = in_order.get(starts[start])
            if numbers is None:
                numbers = in_order[starts[start]] = sorted(starts[start] - missing)
            found = self._at(text, start, numbers) if numbers else None
            if found is not None and found.end > start:
                at = found.end
                yield found

    def _starts(self, text: str) -> dict[int, frozenset[int]]:
        """Where a shape can begin → the shapes that can."""
        numbers = (m.start() for m in _NUMBER.finditer(text)) if self._with_digit else ()
        starts = dict.fromkeys(numbers, self._with_digit)
        hits = self._begins.find_matches_as_indexes(text, overlapping=True) if self._begins else ()
        for number, start, _ in hits:
            if text[start].isdigit():  # "1st half": a number may begin here only where _NUMBER says so
                if start in starts:
                    starts[start] |= self._by_begin[number]
            elif not start or not text[start - 1].isalnum():
                known = starts.get(start)
                starts[start] = known | self._by_begin[number] if known else self._by_begin[number]
        return starts

    def _missing(self, text: str) -> frozenset[int]:
        """The shapes that cannot stand in ``text``, as letters that they need are not in it."""
        hits = self._seen.find_matches_as_indexes(text, overlapping=True) if self._seen else ()
        seen = {self._letters[number] for number, _, _ in hits}
        return frozenset(chain.from_iterable(n for letters, n in self._needed if letters.isdisjoint(seen)))

    def _at(self, text: str, start: int, numbers: Sequence[int]) -> Found | None:
        """The first of the shapes ``numbers`` that stands at ``start``."""
        at_digit = text[start].isdigit()
        patterns = self._at_digit if at_digit else self._elsewhere
        for number in numbers:
            match = (patterns.get(number) or self._compiled(number, at_digit)).match(text, start)
            if match is not None:
                return _found(text, match, self._shapes[number], at_digit)
        return None

    def _compiled(self, number: int, at_digit: bool) -> re.Pattern[str]:
        shape = self._shapes[number]
        pattern = re.compile(f"(?:{shape.at_digit if at_digit else shape.pattern}){_AFTER}")
        (self._at_digit if at_digit else self._elsewhere)[number] = pattern
        return pattern


def _found(text: str, match: re.Match[str], shape: _Shape, at_digit: bool) -> Found:
    groups = shape.groups_at_digit if at_digit else shape.groups
    places = {slot: match.span(group) for slot, group in groups if match[group] is not None}
    slots = {slot: text[start:end] for slot, (start, end) in places.items()}
    return Found(match.start(), match.end(), shape.rule, slots, places)


class _Parser:
    """Reads one shape by recursive descent."""

    def __init__(self, line: str, slots: Mapping[str, Slot], number: int) -> None:
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
        begins = frozenset[str]().union(*(p.begins for p in pieces))
        at_digit = [p.at_digit for p in pieces if p.at_digit is not None]
        whole = "|".join(p.pattern for p in pieces)
        needs = pieces[0].needs if len(pieces) == 1 else _any_need(pieces)
        return _Piece(whole, begins, any(p.empty for p in pieces), "|".join(at_digit) if at_digit else None, needs)

    def _sequence(self, closing: str) -> _Piece:
        pattern, begins, empty, needs = "", frozenset[str](), True, list[frozenset[str]]()
        # Nothing has been read yet that may stand at a digit; None once something must stand there and cannot.
        at_digit: str | None = ""
        begun = False
        while self.at < len(self.line) and self.line[self.at] not in "|" + closing:
            piece = self._item()
            pattern += piece.pattern
            if empty:
                begins |= piece.begins
            empty = empty and piece.empty
            needs += piece.needs
            if begun and at_digit is not None:
                at_digit += piece.pattern
            elif not begun and piece.at_digit is not None:
                at_digit, begun = piece.at_digit, True
            elif not begun and not piece.empty:
                at_digit, begun = None, True
        return _Piece(pattern, begins, empty, at_digit, tuple(needs))

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
        needs = () if maybe else piece.needs
        return _Piece(f"(?:{piece.pattern})" + "?" * maybe, piece.begins, piece.empty or maybe, at_digit, needs)

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
        at_digit = pattern if any(map(_is_digit, slot.begins)) else None
        return _Piece(pattern, slot.begins, False, at_digit, _need(slot.begins))

    def _words(self) -> _Piece:
        match = re.compile(r"[^\[\](){}|]+").match(self.line, self.at)
        if match is None:
            raise ValueError(f"shape {self.line!r}: unexpected {self.line[self.at]!r}")
        self.at = match.end()
        pattern = words(match[0])
        begins = frozenset([match[0]])
        return _Piece(pattern, begins, False, pattern if _is_digit(match[0]) else None, _need(begins))


def _need(begins: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Letters of which some stand wherever one of ``begins`` does; none where they would say little."""
    letters = frozenset(max(_LETTERS.findall(begin), key=len, default="") for begin in begins)
    return (letters,) if letters and all(len(each) > _FEW or _is_hangul(each) for each in letters) else ()


def _any_need(pieces: Sequence[_Piece]) -> tuple[frozenset[str], ...]:
    """What one of several pieces needs, whichever stands there."""
    if any(p.empty or not p.needs for p in pieces):
        return ()
    return (frozenset[str]().union(*(p.needs[0] for p in pieces)),)


def _is_hangul(letters: str) -> bool:
    return "가" <= letters[:1] <= "힣"


def _is_digit(begin: str) -> bool:
    """Whether what a piece can begin with is a digit."""
    return begin == DIGIT or begin[:1].isdigit()


def words(text: str) -> str:
    """A regular expression for ``text`` that takes either case of each word's first letter, and any spaced dash.

    >>> words("next year-end")
    '[Nn]ext [Yy]ear ?- ?[Ee]nd'
    """
    return written(_pieces(text))


def _pieces(text: str) -> Word:
    return tuple(
        DASH if char == "-" else either(char) if _may_be_capital(text, n) else char for n, char in enumerate(text)
    )


def _may_be_capital(text: str, n: int) -> bool:
    """Whether the character is the small first letter of a word."""
    return text[n].islower() and text[n].lower() != text[n].upper() and (n == 0 or not text[n - 1].isalnum())


def _spellings(text: str) -> Iterator[str]:
    """``text`` with every word small or capital, as ``words`` takes it; what is capital stays so."""
    letters = [(char.upper(), char) if _may_be_capital(text, n) else (char,) for n, char in enumerate(text)]
    return map("".join, product(*letters))


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
