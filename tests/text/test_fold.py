"""Folding: the quick way and the plain one agree."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from pactbook.text import fold as fold_module
from pactbook.text.fold import fold, fold_name
from pactbook.text.level import level

_LETTERS = st.one_of(
    st.characters(max_codepoint=0x36F),
    st.characters(min_codepoint=0x1E00, max_codepoint=0x206F),
    st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3),
    st.sampled_from("\u1112\u1161\u11abйΆ…·"),
)


@given(st.text(_LETTERS, max_size=12))
def test_folding_letter_by_letter_is_folding_the_whole(text: str) -> None:
    bare = re.sub("[\u0300-\u036f]+", "", unicodedata.normalize("NFD", level(text).lower()))
    assert fold(text) == unicodedata.normalize("NFC", bare).translate(fold_module._STROKED)


@given(st.text(_LETTERS, max_size=12))
def test_names_are_parted_into_the_same_words_in_every_script(text: str) -> None:
    assert fold_name(text) == " ".join(re.findall(r"[\w&]+", fold(text)))
