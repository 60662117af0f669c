"""What is told of the beginnings of an expression holds for every match of it, so that gates change no result."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pactbook.knowledge.agreement_words import agreement_words
from pactbook.knowledge.in_turn import InTurn
from pactbook.knowledge.korean_agreements import KoreanWords
from pactbook.knowledge.korean_finders import WordPlaces, korean_finders
from pactbook.knowledge.reading import Pattern, source
from pactbook.text.beginnings import at, parsed, then, ways, written

_GOLD = Path(__file__).parents[1] / "gold"


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [path.read_text("utf-8").lower() for path in sorted(_GOLD.rglob("ko-*.txt"))[:40]]


@pytest.fixture(scope="module")
def words() -> KoreanWords:
    return agreement_words("ko").korean


def _patterns(words: KoreanWords) -> Iterator[tuple[str, Pattern]]:
    for name in words.grammar.__struct_fields__:
        yield name, getattr(words.grammar, name)


def test_a_search_that_skips_finds_what_a_plain_one_finds(words: KoreanWords, texts: list[str]) -> None:
    for name, pattern in _patterns(words):
        plain = re.compile(source(pattern))
        for text in texts:
            found = [m.span() for line in text.split("\n") for m in plain.finditer(line) if m.end() > m.start()]
            fast = [m.span() for line in text.split("\n") for m in pattern.finditer(line) if m.end() > m.start()]
            assert fast == found, name


def test_every_match_begins_as_is_told(words: KoreanWords, texts: list[str]) -> None:
    told = 0
    for name, pattern in _patterns(words):
        beginnings = ways(parsed(source(pattern)), 2)
        first, behind_space = at(beginnings, 0), written(at(then(beginnings, " "), 0))
        if first is None:
            continue
        told += 1
        for text in texts:
            for m in re.finditer(source(pattern), text):
                assert re.match(written(first), text[m.start() :]), name
                if text[m.start()] == " ":
                    assert re.match(f"(?:{behind_space})?$|{behind_space}", text[m.start() + 1 :]), name
    assert told > 100


def test_what_is_tried_in_turn_is_the_first_that_matches(words: KoreanWords, texts: list[str]) -> None:
    tried = [(particle.pattern, n) for n, particle in enumerate(words.particles)]
    outlooks = [(outlook.pattern, n) for n, outlook in enumerate(words.outlooks)]
    for patterns in (tried, outlooks):
        in_turn = InTurn(patterns)
        for text in texts[:12]:
            for place in range(0, len(text), 3):
                end = min(place + 30, len(text))
                first = next(((n, m) for p, n in patterns if (m := p.match(text, place, end))), None)
                found = in_turn.first(text, place, end)
                assert (found and (found[0], found[1].span())) == (first and (first[0], first[1].span()))


def test_words_are_found_in_their_places(texts: list[str]) -> None:
    finders, found = korean_finders(), 0
    for text in texts:
        places = WordPlaces(text)
        for start, end in ((0, len(text)), (7, len(text) - 5), (len(text) // 3, len(text) // 2)):
            for finder in (finders.deals, finders.echoes, finders.pairs):
                spans = [m.span() for m in finder.pattern.finditer(text, start, end)]
                assert [m.span() for m in places.found(finder, start, end)] == spans
                found += len(spans)
            acts = [
                (m.start(), n, m.end(), form)
                for n, (form, finder) in enumerate(finders.acts().items())
                for m in finder.pattern.finditer(text, start, end)
            ]
            told = [(m.start(), m.end(), form) for form, _, m in places.acts(start, end)]
            assert told == [(a, b, form) for a, _, b, form in sorted(acts)]
    assert found
