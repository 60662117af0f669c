"""Tables that are made once per article answer as asking at every word would."""

from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pactbook.articles.clean import clean
from pactbook.errors import SourceError
from pactbook.mentions.organisations.candidate import Candidate, settle
from pactbook.mentions.organisations.known import _in_full, names_in_full
from pactbook.mentions.organisations.korean.aliases import uses
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import vocabulary
from pactbook.mentions.organisations.words import _WORD, THE, breaks, words_of
from pactbook.mentions.states import find_states
from pactbook.model.article import Article
from pactbook.model.source import Source
from pactbook.text.level import level

_GOLD = Path(__file__).parents[2] / "gold"


@cache
def _articles(language: str) -> tuple[Article, ...]:
    found = []
    for path in sorted(_GOLD.rglob(f"{language}-*")):
        if path.suffix != ".json":
            try:
                found.append(clean(Source(path.name, path.read_bytes())))
            except SourceError:
                continue
    return tuple(found)


def _page(article: Article) -> Page:
    return Page(article, find_states(article))


_SPANS = st.tuples(st.integers(0, 8), st.integers(0, 3), st.integers(0, 2), st.sampled_from([None, "agency"]))


@given(st.lists(_SPANS, max_size=12))
def test_settled_names_are_the_longest_that_do_not_overlap(spans: list[tuple[int, int, int, str | None]]) -> None:
    names = [Candidate(10 * a, 10 * (a + b) + 9, a, a + b, "x", kind=kind, rank=rank) for a, b, rank, kind in spans]
    kept: list[Candidate] = []
    for one in sorted(names, key=lambda c: (-(c.end - c.start), -c.rank, c.start)):
        same = next((n for n, k in enumerate(kept) if (k.first, k.last) == (one.first, one.last)), None)
        if same is not None:
            kept[same] = replace(kept[same], kind=kept[same].kind or one.kind)
        elif not any(k.first <= one.last and one.first <= k.last for k in kept):
            kept.append(one)
    assert settle(names) == sorted(kept, key=lambda c: c.start)


def test_no_word_is_lost_and_each_stands_where_it_says() -> None:
    for language in ("en", "vi", "ko"):
        for article in _articles(language):
            words = words_of(article.text)
            assert all(article.text[w.start : w.end] == w.text for w in words)
            starts, ends = {w.start for w in words}, {w.end for w in words}
            inside = [
                m.span() for m in _WORD.finditer(level(article.text)) if m.start() not in starts and m.end() not in ends
            ]
            assert inside == []


def test_cities_are_found_at_every_word_that_one_begins_with() -> None:
    found = 0
    for language in ("en", "vi"):
        words = vocabulary(language)
        cities = words.cities
        for article in _articles(language):
            page = _page(article)
            page.learn_cities(cities, words.city_firsts)
            expected: dict[int, str] = {}
            for country, names in cities.items():
                for place in page.capitals:
                    length = names.at(page.words, place)
                    expected |= dict.fromkeys(range(place, place + length), country)
            assert page._cities == expected
            found += len(expected)
    assert found


def test_korean_stems_are_looked_up_as_every_cut_of_every_word() -> None:
    led = 0
    for article in _articles("ko"):
        sheet = Sheet(_page(article), [])
        stems = [[sheet.words[p].text[:n] for n in sheet.cuts(p)] for p in range(len(sheet.words))]
        titles = {p for p, cuts in enumerate(stems) if any(stem in sheet.lexis.leaders for stem in cuts)}
        assert sheet.led == titles
        assert sheet.formed == any(form in article.text for form in sheet.lexis.words.legal_forms)
        aliases = {cuts[-1]: Candidate(0, 1, 0, 0, "x", full=cuts[-1]) for cuts in stems[::3] if len(cuts[-1]) > 1}
        longest = [(p, next((stem for stem in cuts if stem in aliases), "")) for p, cuts in enumerate(stems)]
        assert [(u.first, u.full) for u in uses(sheet, aliases)] == [(p, stem) for p, stem in longest if stem]
        led += len(titles)
    assert led


def test_a_name_that_is_known_in_full_is_found_wherever_it_stands() -> None:
    names, most = names_in_full(), max(name.count(" ") for name in names_in_full())
    for article in (*_articles("en")[:12], *_articles("vi")[:12]):
        page = _page(article)
        words, expected = page.words, []
        for first in [place for place in page.capitals if words[place].key != THE]:
            said: list[str] = []
            for last in range(first, min(len(words), first + 2 * most)):
                if last > first and breaks(words[last - 1], words[last]):
                    break
                if words[last].key != THE:
                    said.append(words[last].key)
                    expected.append((last, first, names.get(" ".join(said), ())))
        assert [(n.last, n.first, n.keys) for n in _in_full(page)] == sorted(e for e in expected if e[2])
