"""What is told of the beginning or the end of an expression stands wherever it matches."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pactbook.knowledge.in_turn import InTurn
from pactbook.text import beginnings
from pactbook.text.beginnings import Ways, at, parsed, then, ways, written
from pactbook.text.edges import Edges
from pactbook.text.skipping import skipping

_PIECES = [
    *"abc",
    " ",
    "-",
    "가",
    r"\n",
    r"\]",
    r"[ab]",
    r"[a-c]",
    r"[가-힣\]-]",
    r"[^a]",
    ".",
    r"\s",
    r"\d",
    r"[\w-]",
    r"\D",
]
_PLACES = ["", r"\b", "^", "$", r"(?!$)", r"(?!a|b)", r"(?<=a)", r"(?<!b)", r"(?<=[ -])", "(?!)", r"(?i:a)", r"(?s:.)"]


def _made(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Larger expressions of smaller ones."""
    repeated = st.tuples(inner, st.sampled_from(["?", "*", "+", "{2,4}", "{2}", "*?", "++", "{0}"]))
    return st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=4).map(lambda each: f"(?:{'|'.join(each)})"),
        repeated.map(lambda each: f"(?:{each[0]}){each[1]}"),
        inner.map(lambda each: f"(?={each})"),
        inner.map(lambda each: f"(?>{each})"),
        inner.map(lambda each: f"({each})"),
    )


EXPRESSIONS = st.recursive(st.sampled_from([*_PIECES, *_PLACES]), _made, max_leaves=10)
TEXTS = st.text(st.sampled_from("abcA 가1-]\n"), max_size=8)


def _fits(told: Ways, text: str) -> bool:
    return any(
        all(chars is None or re.match(written(chars), text[place:]) for place, chars in enumerate(way)) for way in told
    )


@example("(?=ab)abc", "abc", 3)
@example("(?<=a)b", "ab", 1)
@example("(?i:a)b", "Ab", 1)
@given(EXPRESSIONS, TEXTS, st.integers(1, 3))
def test_a_match_begins_as_is_told(said: str, text: str, depth: int) -> None:
    pattern, told = re.compile(said), ways(parsed(said), depth)
    for place in range(len(text) + 1):
        if pattern.match(text, place):
            assert _fits(told, text[place:])
            first = at(told, 0)
            assert first is None or re.match(written(first), text[place:])
            assert depth == 1 or _fits(then(told, text[place : place + 1]) or told, text[place + 1 :])


@example("ab", "abc", 2)
@example("a(?=c)b|(?<=a)b", "ab", 2)
@given(EXPRESSIONS, TEXTS, st.integers(1, 3))
def test_a_text_that_is_searched_ends_as_is_told(said: str, text: str, depth: int) -> None:
    for expression in (f"(?:{said})$", said):
        pattern, told = re.compile(expression), ways(parsed(expression), depth, backwards=True)
        for end in range(len(text) + 1):
            if pattern.search(text, 0, end) and text[end - 1 : end] != "\n":
                assert _fits(told, text[:end][::-1])


@given(EXPRESSIONS, TEXTS)
def test_a_search_that_skips_finds_the_same(said: str, text: str) -> None:
    assert [m.span() for m in skipping(said).finditer(text)] == [m.span() for m in re.finditer(said, text)]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (r"(?<!x)(?:ab|ce)|\s?f", [r"[\sacf]", "(?s:.)"]),
        (r"\s?(?:ab|\s=)|c", [r"[\sac]", "(?s:.)"]),
        (r"(?!$)a?b?$", ["[ab]", "(?s:.)"]),
        (r"(?=ab)\w\w", ["[a]", "[b]"]),
        (r"x{2,}|(?>y)[0-9]", ["[xy]", "[0-9x]"]),
        (r"[^a]b", ["(?s:.)", "[b]"]),
        (r"(?i)ab", ["(?s:.)", "(?s:.)"]),
    ],
)
def test_so_much_is_told(said: str, told: list[str]) -> None:
    assert [written(at(ways(parsed(said), 2), place)) for place in range(2)] == told


def test_behind_a_character_less_can_stand() -> None:
    assert at(then(ways(parsed(r"\s?(?:ab|\s=)|c"), 2), " "), 0) == {"a", r"\s", "="}


@pytest.fixture(params=["another form", "no such module"])
def _other_python(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A Python whose parser is another."""
    if request.param == "another form":
        monkeypatch.setattr("re._parser.MAGIC", 20991231)
    else:
        monkeypatch.setitem(sys.modules, "re._parser", None)
    beginnings._parser.cache_clear()
    yield
    beginnings._parser.cache_clear()


@pytest.mark.usefixtures("_other_python")
def test_all_goes_on_where_the_parser_is_another() -> None:
    assert at(ways(parsed("ab"), 1), 0) is None
    pattern = skipping(r"\b(?:a|b)c$")
    assert pattern is re.compile(r"\b(?:a|b)c$")
    assert Edges([pattern], behind=False).fitting("xyz") == {0}
    assert InTurn([(pattern, "one")], empty=False)[""] == [(pattern, "one")]
