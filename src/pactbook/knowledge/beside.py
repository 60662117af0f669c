"""Patterns of words that stand somewhere, right before something or right behind it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from pactbook.knowledge.reading import NEVER
from pactbook.text.expressions import regex
from pactbook.text.level import lower
from pactbook.text.shapes import any_alone, any_of
from pactbook.text.tails import Tails

#: Marks a word that hangs on the one before it, or stands right behind it.
HANGS = "~"
#: No word goes on here; Korean particles may follow.
END = r"(?![^\W가-힣])"
_MARKS = re.compile(r"[~-]")
_SYLLABLE = re.compile("[가-힣]")
#: What may part such a word from the thing.
_SPACE, _ARTICLE = " ", "the"
#: So many characters before the thing hold that and the last letters of the word.
_LEAD = 8
#: How far back a word before something begins at most.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Beside:
    """Words that stand right before a thing, and words ("~까지") that stand right behind it or hang on it."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    #: What the words before the thing end with.
    tails: Tails

    def at(self, text: str, start: int, end: int) -> bool:
        """Whether such a word stands beside ``start:end``."""
        return self.leads(text, start) or (self.behind is not NEVER and self.behind.match(text, end) is not None)

    def leads(self, text: str, start: int, since: int = 0) -> bool:
        """Whether such a word ends right before ``start``; it begins no earlier than ``since``."""
        if self.before is NEVER:
            return False
        lead = text[max(start - _LEAD, since) : start].removesuffix(_SPACE)
        if not self.tails.may_end(lead) and not (
            lead.endswith(_ARTICLE) and self.tails.may_end(lead.removesuffix(_ARTICLE))
        ):
            return False
        return self.before.search(text, max(start - _REACH, since), start) is not None


class Pieces:
    """The longest pieces of phrases without marks: where none of them stands, no phrase does. One scan tells."""

    def __init__(self, phrases: Mapping[str, Collection[str]]) -> None:
        """``phrases``: name → phrases."""
        self._names = {name: 1 << number for number, name in enumerate(phrases)}
        self._marked = frozenset(name for name, those in phrases.items() if any(map(_MARKS.search, those)))
        told: dict[str, int] = defaultdict(int)
        for name, bit in self._names.items():
            for each in phrases[name]:
                told[piece_of(each)] |= bit
        self._bits = list(told.values())
        self._pieces = AhoCorasick(list(told)) if told else None

    def standing_in(self, text: str) -> Standing:
        """Which pieces stand in ``text`` (levelled), small or capital."""
        found = self._pieces.find_matches_as_indexes(lower(text), overlapping=True) if self._pieces else ()
        return Standing(self._names, self._marked, [(self._bits[number], start) for number, start, _ in found])


class Standing:
    """Where pieces of phrases stand in a text."""

    def __init__(self, names: dict[str, int], marked: frozenset[str], found: list[tuple[int, int]]) -> None:
        """``names`` have a bit each; ``marked``: those that have marks; ``found``: bits, and where pieces begin."""
        self._names, self._marked, self._found = names, marked, found

    def absent(self) -> list[str]:
        """The names that have no piece in the text."""
        standing = 0
        for bits, _ in self._found:
            standing |= bits
        return [name for name, bit in self._names.items() if not standing & bit]

    def matches(self, name: str, pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
        """What ``pattern.finditer`` finds, where ``pattern`` matches the phrases of ``name`` and nothing else."""
        if name in self._marked:
            return list(pattern.finditer(text))
        bit = self._names.get(name, 0)
        matches: list[re.Match[str]] = []
        for start in sorted({start for bits, start in self._found if bits & bit}):
            found = pattern.match(text, start) if not matches or start >= matches[-1].end() else None
            if found is not None:
                matches.append(found)
        return matches


def piece_of(phrase: str) -> str:
    """The longest piece of a phrase that stands in a text, in small letters, wherever the phrase does."""
    return lower(max(_MARKS.split(phrase), key=len))


#: Stands beside nothing.
NOTHING = Beside(NEVER, NEVER, Tails(()))


def anywhere(phrases: list[str]) -> re.Pattern[str]:
    """Words, and endings of words ("~지만")."""
    if not phrases:
        return NEVER
    words, endings = _parted(phrases)
    if not endings:
        return regex(any_alone(words) + END)
    return regex(rf"(?:{any_alone(words)}{END}|(?<=\w)(?:{any_of(endings)})(?!\w))")


def beside(phrases: list[str]) -> Beside:
    """Words before something, and those that hang on it."""
    before, behind = _parted(phrases)
    return Beside(ends_with(before), begins_with(behind), Tails(before))


def _parted(phrases: list[str]) -> tuple[list[str], list[str]]:
    """The words that stand before something or alone, and without their mark those that hang on what is before."""
    return [p for p in phrases if not p.startswith(HANGS)], [p[1:] for p in phrases if p.startswith(HANGS)]


def ends_with(phrases: list[str]) -> re.Pattern[str]:
    """Words at the end of what is searched, right before something."""
    if not phrases:
        return NEVER
    return regex(rf"{any_alone(phrases)}{_SPACE}?(?:{_ARTICLE}{_SPACE})?$")


def begins_with(phrases: list[str]) -> re.Pattern[str]:
    """A particle of one syllable ends its word ("에", not "에서"); what is longer may take more particles."""
    if not phrases:
        return NEVER
    particles = [p for p in phrases if _SYLLABLE.fullmatch(p)]
    longer = [p for p in phrases if p not in particles]
    return regex(rf" ?(?:(?:{any_of(longer)}){END}|(?:{any_of(particles)})(?!\w))")
