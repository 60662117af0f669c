"""Names that the gazetteer knows, in every spelling of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ahocorasick_rs import AhoCorasick

from pactbook.knowledge.gazetteer import bodies, korean_names, short_names
from pactbook.mentions.candidate import Candidate
from pactbook.mentions.page import Page
from pactbook.mentions.vocabulary import Vocabulary
from pactbook.mentions.words import Word, breaks, keys_of

#: No word has this key, so no name goes across it.
_BREAK = "\0"


@cache
def _machine() -> tuple[AhoCorasick, list[tuple[str, ...]]]:
    """Full names in Latin letters, as the keys of their words between spaces → bodies."""
    names: dict[str, list[str]] = defaultdict(list)
    for key, body in bodies().items():
        for name in (*body.en, *body.vi):
            for phrase in _phrases(keys_of(name)):
                if key not in names[phrase]:
                    names[phrase].append(key)
    return AhoCorasick(list(names)), [tuple(keys) for keys in names.values()]


def _phrases(words: tuple[str, ...]) -> list[str]:
    """The name as a phrase, and "Vietnam's ..." for one that begins with its country."""
    phrases = [f" {' '.join(words)} "]
    if words[0] in {"vietnam", "korea"} and len(words) > 2:
        phrases.append(f" {words[0]} 's {' '.join(words[1:])} ")
    return phrases


def _stream(words: list[Word]) -> tuple[str, dict[int, int], dict[int, int]]:
    """The words' keys between spaces, articles left out; where each starts and ends → its number."""
    parts: list[str] = []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 1
    before: Word | None = None
    for number, word in enumerate(words):
        if before is not None and breaks(before, word):
            parts.append(_BREAK)
            at += 2
        before = word
        if word.key == "the":
            continue
        starts[at] = number
        ends[at + len(word.key)] = number
        parts.append(word.key)
        at += len(word.key) + 1
    return f" {' '.join(parts)} ", starts, ends


def _in_full(page: Page) -> Iterator[Candidate]:
    stream, starts, ends = _stream(page.words)
    machine, values = _machine()
    # The machine counts characters of the stream; the spaces around a phrase belong to its neighbours too.
    for index, start, end in machine.find_matches_as_indexes(stream, overlapping=True):
        first, last = starts.get(start + 1), ends.get(end - 1)
        if first is None or last is None or not page.words[first].capital:
            continue
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
    return [_with_form(page, vocabulary, name) for name in found if not _part_of_other(page, vocabulary, name)]


def _part_of_other(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """Whether the words are a part of something else: "ASEAN Summit", "Korea-[Vietnam Business Forum]"."""
    words, first, behind = page.words, name.first, name.last + 1
    if behind < len(words):
        after = words[behind]
        ticker = words[first].gap.endswith("(") and after.gap == ": "
        # "Hanjin Heavy" is not Hanjin.
        longer = name.rule == "short" and after.joined and after.capital and first not in page.loud
        if ticker or (longer and not vocabulary.title_at(words, behind)):
            return True
        if after.joined and vocabulary.not_before.at(words, behind):
            return True
        if after.gap == "-" and after.capital and _is_thing(page, vocabulary, behind):
            return True
    return name.rule == "gazetteer" and first in page.state_at and words[first].gap == "-"


def _is_thing(page: Page, vocabulary: Vocabulary, place: int) -> bool:
    """Whether the capitals from word ``place`` on end as no body's name does: "ASEAN[-Korea FTA]"."""
    words = page.words
    while place + 1 < len(words) and words[place + 1].capital and words[place + 1].joined:
        place += 1
    return words[place].key in vocabulary.not_heads or any(
        phrases.at(words, place) for phrases in (vocabulary.not_bodies, vocabulary.not_before)
    )


def _with_form(page: Page, vocabulary: Vocabulary, name: Candidate) -> Candidate:
    """Take in the legal form behind a firm's name: "CJ CheilJedang Corp."."""
    last = name.last
    while name.kinds == {"company"} and (length := vocabulary.legal_forms.at(page.words, last + 1)):
        form = page.words[last + 1]
        if form.gap not in {" ", ", ", "., "} or not form.capital:
            break
        last += length
    return replace(name, end=page.words[last].end, last=last) if last > name.last else name


def inside(page: Page, vocabulary: Vocabulary, known: Sequence[Candidate], name: Candidate) -> Candidate:
    """The name with what a known name within it tells: "Hai Phong People's Committee" is the city itself."""
    within = [n for n in known if name.first <= n.first and n.last <= name.last and n.rule == "gazetteer"]
    for place in within:
        rest = [
            w
            for n, w in enumerate(page.words[name.first : name.last + 1], name.first)
            if not place.first <= n <= place.last
        ]
        if place.kinds == {"subnational"} and _governs(vocabulary, rest):
            return replace(name, keys=place.keys, rule="gazetteer")
    countries = {bodies()[key].country for n in within for key in n.keys} - {"XX"}
    return replace(name, country=countries.pop()) if name.country is None and len(countries) == 1 else name


def _governs(vocabulary: Vocabulary, words: Sequence[Word]) -> bool:
    """Whether the words say no more than "People's Committee of ... Province"."""
    length = next((n for n in (vocabulary.executives.at(words, p) for p in range(len(words))) if n), 0)
    rest = [w for p, w in enumerate(words) if w.key not in {"of", "the"} and not vocabulary.places.at(words, p)]
    return length > 0 and len(rest) == length
