"""The last letters of phrases never hide a phrase that ends there."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pactbook.text.shapes import any_of
from pactbook.text.tails import Tails

_PHRASES = st.lists(st.sampled_from(["up to", "ước", "near-", "mid-a", "(", "a", "so với", "of"]), max_size=4)
_PIECES = st.sampled_from(
    ["up", "Up", " ", "to", "To", "ước", "Ước", "near", "-", "mid", "a", "A", "(", "so", "với", "of"]
)


@given(_PHRASES, st.lists(_PIECES, max_size=6).map("".join))
def test_where_a_phrase_ends_its_last_letters_do(phrases: list[str], text: str) -> None:
    ends = re.search(rf"(?:{any_of(phrases)}) ?$", text) is not None
    assert Tails(phrases).may_end(text) or not ends
