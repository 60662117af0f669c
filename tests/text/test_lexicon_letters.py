"""What quick tests of letters tell is what the slow ones would tell."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pactbook.text import level as level_module
from pactbook.text import lexicon
from pactbook.text.fold import _NOT_WORD, fold, fold_name


@given(st.text(st.characters(exclude_categories=[]), max_size=8))
def test_hangul_is_seen_by_its_first_byte(text: str) -> None:
    assert lexicon._has_hangul(text) == (re.search("[가-힣]", text) is not None)


@given(st.text("ab‘’–\u00a0·~∼đ", max_size=30))
def test_long_texts_are_levelled_as_short_ones(text: str) -> None:
    long = "đ" * (level_module.LONG + 1) + text
    assert level_module._alike(long) == long[: level_module.LONG + 1] + level_module._alike(text)


@given(st.text("aB1 đ&-_.", max_size=12))
def test_a_name_of_plain_words_is_folded_as_any_other(name: str) -> None:
    assert fold_name(name) == _NOT_WORD.sub(" ", fold(name)).strip()
