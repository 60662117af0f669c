"""Names that the gazetteer knows, in every spelling of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from pactbook.knowledge.countries import countries
from pactbook.knowledge.gazetteer import bodies, korean_names, short_names
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.extents import in_full, part_of_other
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import THE, Word, breaks, keys_of

#: The last word and the first word of a name, and its bodies.
_Found = tuple[int, int, tuple[str, ...]]


@cache
def names_in_full() -> dict[str, tuple[str, ...]]:
    """Full names in Latin letters, as the keys of their words parted by spaces → bodies."""
    names: dict[str, list[str]] = defaultdict(list)
    for key, body in bodies().items():
        for name in (*body.en, *body.vi):
            for phrase in _phrases(keys_of(name)):
                if key not in names[phrase]:
                    names[phrase].append(key)
    return {phrase: tuple(keys) for phrase, keys in names.items()}


def countries_called(words: Sequence[Word]) -> frozenset[str]:
    """The countries of the bodies whose full name is these words."""
    keys = names_in_full().get(" ".join([w.key for w in words]), ())
    return frozenset(c for k in keys if (c := bodies()[k].country))


@cache
def _beginnings() -> frozenset[str]:
    """What such names begin with: one word, two, and so on to all but the last; of a name of one word it is that."""
    names = names_in_full()
    found = {name for name in names if " " not in name}
    shorter = {name.rpartition(" ")[0] for name in names} - {""}
    while shorter:
        found |= shorter
        shorter = {name.rpartition(" ")[0] for name in shorter} - found - {""}
    return frozenset(found)


@cache
def _states() -> frozenset[tuple[str, ...]]:
    return frozenset(keys_of(name) for state in countries().values() for name in state.names)


def _phrases(words: tuple[str, ...]) -> list[str]:
    """The name as a phrase, and "Vietnam's ..." for one that begins with its country."""
    phrases = [" ".join(words)]
    if words[:1] in _states() and len(words) > 2:
        phrases.append(f"{words[0]} 's {' '.join(words[1:])}")
    return phrases


def _in_full(page: Page) -> list[Candidate]:
    """The names in Latin letters, in the order of their last words; most words with capitals begin none."""
    words, beginnings = page.words, _beginnings()
    found: list[_Found] = []
    for first in page.capitals:
        if words[first].key in beginnings:
            found += _from(page, first)
    found.sort()
    return [Candidate(*page.span(first, last), first, last, "gazetteer", known, rank=3) for last, first, known in found]


def _from(page: Page, first: int) -> list[_Found]:
    """The names that begin at a word, which ``_beginnings`` holds; articles within them are left out."""
    words, names, beginnings = page.words, names_in_full(), _beginnings()
    phrase = words[first].key
    found: list[_Found] = [(first, first, known)] if (known := names.get(phrase)) else []
    for last in range(first + 1, len(words)):
        word = words[last]
        # Most words are joined to the one before, which breaks no name.
        if not word.joined and breaks(words[last - 1], word):
            break
        if word.key == THE:
            continue
        phrase = f"{phrase} {word.key}"
        if known := names.get(phrase):
            found.append((last, first, known))
        if phrase not in beginnings:
            break
    return found


def _in_hangul(page: Page) -> Iterator[Candidate]:
    for hit in korean_names().scan(page.text):
        yield _at(page, hit.start, hit.end, "gazetteer", hit.values, 3)


def _in_short(page: Page) -> Iterator[Candidate]:
    for hit in short_names().all_hits(page.text):
        for form, rank in (("acronym", 2), ("short", 0)):
            keys = tuple(key for key, f in hit.values if f == form)
            if keys:
                yield _at(page, hit.start, hit.end, form, keys, rank)


def _at(page: Page, start: int, end: int, rule: str, keys: tuple[str, ...], rank: int) -> Candidate:
    return Candidate(start, end, page.word_at(start), page.word_at(end - 1), rule, keys, rank=rank)


def known_names(page: Page, vocabulary: Vocabulary) -> list[Candidate]:
    """Every name of the gazetteer's bodies, overlapping ones too."""
    found = [*_in_full(page), *_in_hangul(page), *_in_short(page)]
    return [in_full(page, vocabulary, name) for name in found if not part_of_other(page, vocabulary, name)]
