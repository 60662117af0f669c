"""A pattern that branches by letters finds what the plain alternatives find, in their order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.text.branches import DASH, MAYBE_SPACE, branches, either

_PIECES = st.sampled_from(["가", "나", "a", "A", either("a"), ".", " ", MAYBE_SPACE, DASH])
_WORDS = st.lists(st.lists(_PIECES, min_size=1, max_size=5).map(tuple), min_size=1, max_size=12)


def _plain(words: list[tuple[str, ...]]) -> str:
    return "|".join("".join(p if len(p) > 1 else re.escape(p) for p in word) for word in words)


@given(_WORDS, st.text("가나aA. -", max_size=30), st.sampled_from(["", "a", "(?!가)"]))
def test_it_finds_what_the_alternatives_find(words: list[tuple[str, ...]], text: str, behind: str) -> None:
    fast, plain = re.compile(f"(?:{branches(words)}){behind}"), re.compile(f"(?:{_plain(words)}){behind}")
    assert [m.span() for m in fast.finditer(text)] == [m.span() for m in plain.finditer(text)]


@pytest.mark.parametrize(
    ("words", "found"),
    [(["ab", "a", "abc"], "ab"), (["abc", "ab"], "abc"), (["a", "ab"], "a"), (["b", "ab", "abc"], "ab")],
)
def test_the_first_alternative_that_fits_wins(words: list[str], found: str) -> None:
    match = re.match(branches(map(tuple, words)), "abc")
    assert match is not None
    assert match.group() == found
