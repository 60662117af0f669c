"""A mapping in layers is the dictionary that the same changes make."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pactbook.search.catalogue import layered
from pactbook.search.catalogue.layered import Layered

_KEYS = st.integers(0, 30)
_PAIRS = st.dictionaries(_KEYS, st.text(max_size=2), max_size=12)
_CHANGES = st.lists(st.tuples(_PAIRS, st.sets(_KEYS, max_size=12)), max_size=8)


@given(_PAIRS, _CHANGES, st.integers(0, 40))
def test_it_is_what_a_dictionary_is_after_the_same_changes(
    base: dict[int, str], changes: list[tuple[dict[int, str], set[int]]], most: int
) -> None:
    before, layered._MOST = layered._MOST, most
    try:
        one, plain = Layered(base), dict(base)
        for fresh, gone in changes:
            earlier, so = one, dict(plain)
            one = one.changed(fresh, gone)
            plain = {key: value for key, value in plain.items() if key not in gone} | fresh
            assert dict(earlier.items()) == so  # what was there before has not changed
            assert one == plain
            assert (len(one), set(one), dict(one.items())) == (len(plain), set(plain), plain)
            for key in range(31):
                assert (key in one, one.get(key), one.get(key, "-")) == (
                    key in plain,
                    plain.get(key),
                    plain.get(key, "-"),
                )
    finally:
        layered._MOST = before
