"""Names that the gazetteer knows, in every spelling of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from pactbook.knowledge.countries import countries
from pactbook.knowledge.gazetteer import bodies, korean_names, short_names
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.extents import in_full, part_of_other
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import THE, Word, breaks, keys_of

#: No word has this key, so no name goes across it.
_BREAK = "\0"
_DROPPED = frozenset({THE})


@cache
def names_in_full() -> dict[str, tuple[str, ...]]:
    """Full names in Latin letters, as the keys of their words between spaces → bodies."""
    names: dict[str, list[str]] = defaultdict(list)
    for key, body in bodies().items():
        for name in (*body.en, *body.vi):
            for phrase in _phrases(keys_of(name)):
                if key not in names[phrase]:
                    names[phrase].append(key)
    return {phrase: tuple(keys) for phrase, keys in names.items()}


def countries_called(words: Sequence[Word]) -> frozenset[str]:
    """The countries of the bodies whose full name is these words."""
    keys = names_in_full().get(f" {' '.join(w.key for w in words)} ", ())
    return frozenset(c for k in keys if (c := bodies()[k].country))


@cache
def _machine() -> tuple[AhoCorasick, list[tuple[str, ...]]]:
    names = names_in_full()
    return AhoCorasick(list(names)), list(names.values())


@cache
def _states() -> frozenset[tuple[str, ...]]:
    return frozenset(keys_of(name) for state in countries().values() for name in state.names)


def _phrases(words: tuple[str, ...]) -> list[str]:
    """The name as a phrase, and "Vietnam's ..." for one that begins with its country."""
    phrases = [f" {' '.join(words)} "]
    if words[:1] in _states() and len(words) > 2:
        phrases.append(f" {words[0]} 's {' '.join(words[1:])} ")
    return phrases


def _stream(page: Page) -> tuple[str, list[int]]:
    """The words' keys between spaces, articles left out, and the number of the word of each key."""
    words, parts = page.words, list(page.keys)
    numbers = list(range(len(parts)))
    # Most words are joined to the one before, which breaks no name. From the last on, so that numbers are places.
    dropped = page.places_of(_DROPPED) if THE in parts else ()
    for number in sorted({*page.apart, *dropped}, reverse=True):
        if parts[number] == THE:
            del parts[number], numbers[number]
        if number and not words[number].joined and breaks(words[number - 1], words[number]):
            parts.insert(number, _BREAK)
            numbers.insert(number, number)
    return f" {' '.join(parts)} ", numbers


def _in_full(page: Page) -> Iterator[Candidate]:
    stream, numbers = _stream(page)
    machine, values = _machine()
    seen = number = 0
    # A phrase begins and ends with a space; no key holds one, so that so many keys stand before it as spaces.
    for index, start, end in machine.find_matches_as_indexes(stream, overlapping=True):
        number += stream.count(" ", seen, start) if seen <= start else -stream.count(" ", start, seen)
        seen = start
        first = numbers[number]
        if page.words[first].capital:
            last = numbers[number + stream.count(" ", start, end - 1) - 1]
            yield Candidate(*page.span(first, last), first, last, "gazetteer", values[index], rank=3)


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
