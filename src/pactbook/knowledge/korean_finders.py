"""The Korean words for agreements, compiled for scanning."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pactbook.knowledge.agreements import agreement_words
from pactbook.knowledge.reading import NEVER


@dataclass(frozen=True, slots=True)
class Finder:
    """The words of a list as one pattern, and what each word belongs to."""

    pattern: re.Pattern[str]
    entries: dict[str, int]

    def entry(self, found: str) -> int:
        """The number of the entry of a word as it was found, with or without spaces in it."""
        number = self.entries.get(found)
        return self.entries[found.replace(" ", "")] if number is None else number


#: A compound of so many syllables may be written apart: 군사비밀정보 보호 협정.
_LOOSE = 6


def _spaced(word: str) -> str:
    """The pattern of a word that may be written apart where it is long."""
    bare = word.replace(" ", "")
    return " ?".join(map(re.escape, bare)) if len(bare) >= _LOOSE and not bare.isascii() else re.escape(word)


def finder(words: Iterable[tuple[str, int]], before: str = "", behind: str = "", single: str = "") -> Finder:
    """A pattern for many words, the longest first; ``words`` are (word, number of its entry).

    ``before`` and ``behind`` are what may stand around every one, ``single`` what may stand before one without spaces.
    """
    entries = {word.lower(): number for word, number in words}
    longest = sorted(entries, key=len, reverse=True)
    every = "|".join(dict.fromkeys((single if " " not in w else "") + _spaced(w) for w in longest))
    entries |= {
        word.replace(" ", ""): number for word, number in entries.items() if len(word.replace(" ", "")) >= _LOOSE
    }
    return Finder(re.compile(f"{before}(?:{every}){behind}") if entries else NEVER, entries)


@dataclass(frozen=True, slots=True)
class KoreanFinders:
    """The word lists of the table ``korean``, compiled."""

    deals: Finder
    nouns: Finder
    verbs: dict[str, Finder]
    echoes: Finder
    pairs: Finder


#: A Latin word like MOU is one only where no Latin letter touches it; Hangul may stand on both sides.
_NO_LATIN_BEFORE, _NO_LATIN_BEHIND = r"(?<![a-z])", r"(?![a-z])"
_WORD = r"(?<![가-힣\w])"
#: A verb of one word begins it: 우포식품은 is not 품은.
_VERB = r"(?<![가-힣])"


@cache
def korean_finders() -> KoreanFinders:
    """The word lists of ``ko/agreements.toml``, compiled once. Raises KnowledgeError."""
    words = agreement_words("ko").korean
    acts = list(enumerate(words.acts))
    return KoreanFinders(
        deals=finder(((w, n) for n, d in enumerate(words.deals) for w in d.words), _NO_LATIN_BEFORE, _NO_LATIN_BEHIND),
        nouns=finder((w, n) for n, a in acts for w in a.nouns),
        verbs={
            form: finder(((w, n) for n, a in acts for w in getattr(a.verbs, form)), single=_VERB)
            for form in ("past", "done", "will", "stem")
        },
        echoes=finder(((w, n) for n, e in enumerate(words.echoes) for w in e.words), _WORD),
        pairs=finder(((w, n) for n, e in enumerate(words.pairs) for w in e.words), _WORD),
    )
