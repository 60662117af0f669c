"""The Korean words for agreements, compiled for scanning."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import itemgetter

from ahocorasick_rs import AhoCorasick

from pactbook.knowledge.agreement_words import agreement_words
from pactbook.knowledge.in_turn import InTurn
from pactbook.knowledge.reading import NEVER, Pattern, late, source
from pactbook.text.branches import MAYBE_SPACE, Word, branches, by_first

_FILE = "ko/agreements"


@dataclass(frozen=True, slots=True, eq=False)
class Finder:
    """The words of a list as one pattern, and what each word belongs to."""

    pattern: Pattern
    entries: dict[str, int]
    #: The same pattern in parts: first letter → the words that begin with it.
    parts: dict[str, Pattern]
    #: Whether no letter may touch a word from the left.
    apart: bool

    def entry(self, found: str) -> int:
        """The number of the entry of a word as it was found, with or without spaces in it."""
        number = self.entries.get(found)
        return self.entries[found.replace(" ", "")] if number is None else number


#: The letters that may not touch a common noun.
_WORD = r"[가-힣\w]"
#: A compound of so many syllables may be written apart: 군사비밀정보 보호 협정.
_LOOSE = 6


def _pieces(word: str) -> Word:
    """The pieces of a word that may be written apart where it is long."""
    bare = word.replace(" ", "")
    if len(bare) < _LOOSE or bare.isascii():
        return tuple(word)
    return tuple(piece for letter in bare for piece in (MAYBE_SPACE, letter))[1:]


def finder(words: Iterable[tuple[str, int]], before: str = "", behind: str = "", single: str = "") -> Finder:
    """A pattern for many words, the longest first; ``words`` are (word, number of its entry).

    ``before`` is the set of characters that may not touch any word from the left, ``single`` that of a word without
    spaces (either may be empty); ``behind`` is what may stand behind every one.
    """
    entries = {word.lower(): number for word, number in words}
    longest = sorted(entries, key=len, reverse=True)
    loose = dict.fromkeys(_pieces(word) for word in longest if " " in word)
    begun = {
        letter: _begun(letter, group, [w for w in loose if w[0] == letter], before=before, single=single)
        for letter, group in by_first(dict.fromkeys(map(_pieces, longest))).items()
    }
    entries |= {
        word.replace(" ", ""): number for word, number in entries.items() if len(word.replace(" ", "")) >= _LOOSE
    }
    pattern = late(f"(?:{'|'.join(begun.values())}){behind}", _FILE) if entries else NEVER
    parts = {letter: late(part + behind, _FILE) for letter, part in begun.items()}
    return Finder(pattern, entries, parts, apart=before == _WORD)


def _begun(letter: str, words: list[Word], loose: list[Word], *, before: str, single: str) -> str:
    """The words that begin with ``letter``; ``loose`` are those that may stand behind a character of ``single``.

    What may not touch them is looked for behind the letter: a pattern that begins with plain letters is searched for
    faster than one that looks back first.
    """
    first = re.escape(letter)
    pattern = branches(word[1:] for word in words)
    if single:
        touching = f"|(?<={single}{first}){branches(word[1:] for word in loose)}" if loose else ""
        pattern = f"(?:(?<!{single}{first}){pattern}{touching})"
    return first + (f"(?<!{before}{first})" if before else "") + pattern


@dataclass(frozen=True, slots=True)
class KoreanFinders:
    """The word lists of the table ``korean``, compiled."""

    deals: Finder
    nouns: Finder
    verbs: dict[str, Finder]
    echoes: Finder
    pairs: Finder
    #: What stands behind a name, as one pattern; the last group of a match is ``p`` and the number of the particle.
    particles: Pattern
    #: What stands behind a name, and the part that this gives it.
    parts: InTurn[str]
    #: What stands between a name and its particle: brackets and the like; a branch of the body; who acts for it.
    after_name: InTurn[None]
    branch: InTurn[None]
    title: InTurn[None]

    def acts(self) -> dict[str, Finder]:
        """The lists of words for what is done, by their forms."""
        return {"noun": self.nouns, **self.verbs}


class WordPlaces:
    """Finds words of the lists in one text. One scan tells where any may begin; they are looked for only there.

    Spaces, which may stand in a word or not, are left out of the text that is scanned.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        pieces = text.split(" ")
        gaps = list(accumulate(map(len, pieces)))
        places: dict[Finder, set[int]] = defaultdict(set)
        machine, finders = _beginnings()
        for n, start, _ in machine.find_matches_as_indexes("".join(pieces), overlapping=True):
            place = start + bisect_right(gaps, start)
            for finder in finders[n]:
                if not (finder.apart and text[place - 1 : place].isalnum()):
                    places[finder].add(place)
        #: Where words of a list may begin, and a place behind all text.
        self._places = {finder: [*sorted(found), sys.maxsize] for finder, found in places.items()}
        forms = enumerate(korean_finders().acts().items())
        acts = [(place, n, form, finder) for n, (form, finder) in forms for place in places.get(finder, ())]
        #: Where words for what is done may begin; the number and the form of each list, and the list.
        self._acts = sorted(acts, key=itemgetter(0, 1))
        self._act_places = [act[0] for act in self._acts]

    def found(self, finder: Finder, start: int, end: int) -> Sequence[re.Match[str]]:
        """What ``finder.pattern.finditer`` finds between ``start`` and ``end``."""
        places = self._places.get(finder)
        if places is None:
            return ()
        n = bisect_left(places, start)
        if places[n] >= end:
            return ()
        found = []
        while (place := places[n]) < end:
            n += 1
            if place >= start:
                match = finder.parts[self._text[place]].match(self._text, place, end)
                if match is not None:
                    found.append(match)
                    start = match.end()
        return found

    def acts(self, start: int, end: int) -> list[tuple[str, int, re.Match[str]]]:
        """What each list of words for acts finds between ``start`` and ``end``: form, number of its entry, match."""
        found = []
        behind: dict[str, int] = {}
        first, last = bisect_left(self._act_places, start), bisect_left(self._act_places, end)
        for place, _, form, finder in self._acts[first:last]:
            if place >= behind.get(form, start):
                match = finder.parts[self._text[place]].match(self._text, place, end)
                if match is not None:
                    found.append((form, finder.entry(match.group()), match))
                    behind[form] = match.end()
        return found


@cache
def _beginnings() -> tuple[AhoCorasick, list[list[Finder]]]:
    """A machine for what any word of the lists begins with, without spaces, and the lists that have such words."""
    finders = korean_finders()
    begun: dict[str, list[Finder]] = {}
    for finder in (finders.deals, *finders.acts().values(), finders.echoes, finders.pairs):
        last = "\0"
        for word in sorted({word.replace(" ", "") for word in finder.entries}):
            if not word.startswith(last):
                begun.setdefault(word, []).append(finder)
                last = word
    return AhoCorasick(list(begun)), list(begun.values())


#: A Latin word like MOU is one only where no Latin letter touches it; Hangul may stand on both sides.
_LATIN, _NO_LATIN_BEHIND = "[a-z]", r"(?![a-z])"
#: A verb of one word begins it: 우포식품은 is not 품은.
_VERB = "[가-힣]"
#: The forms of verbs.
_FORMS = ("past", "done", "will", "stem")


@cache
def korean_finders() -> KoreanFinders:
    """The word lists of ``ko/agreements``, compiled once. Raises KnowledgeError."""
    words = agreement_words("ko").korean
    acts = list(enumerate(words.acts))
    grammar = words.grammar
    particles = [f"(?P<p{n}>{source(particle.pattern)})" for n, particle in enumerate(words.particles)]
    return KoreanFinders(
        deals=finder(((w, n) for n, d in enumerate(words.deals) for w in d.words), _LATIN, _NO_LATIN_BEHIND),
        nouns=finder((w, n) for n, a in acts for w in a.words("noun")),
        verbs={form: finder(((w, n) for n, a in acts for w in a.words(form)), single=_VERB) for form in _FORMS},
        echoes=finder(((w, n) for n, e in enumerate(words.echoes) for w in e.words), _WORD),
        pairs=finder(((w, n) for n, e in enumerate(words.pairs) for w in e.words), _WORD),
        particles=late("|".join(particles), _FILE) if particles else NEVER,
        parts=InTurn((particle.pattern, particle.part) for particle in words.particles),
        after_name=InTurn([(grammar.after_name, None)], empty=False),
        branch=InTurn([(grammar.branch, None)]),
        title=InTurn([(grammar.title, None)]),
    )
