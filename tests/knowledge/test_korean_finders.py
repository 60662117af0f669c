"""The compiled word lists find what the words find one by one, bounds and all."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.knowledge.agreement_words import agreement_words
from pactbook.knowledge.korean_finders import finder, korean_finders

_GOLD = Path(__file__).parents[1] / "gold"


def _spaced(word: str) -> str:
    bare = word.replace(" ", "")
    return " ?".join(map(re.escape, bare)) if len(bare) >= 6 and not bare.isascii() else re.escape(word)


def _plain(words: list[str], before: str = "", behind: str = "", single: str = "") -> re.Pattern[str]:
    """The words as one alternative after another, what may not touch them looked for first."""
    longest = sorted(dict.fromkeys(word.lower() for word in words), key=len, reverse=True)
    alone = f"(?<!{single})" if single else ""
    each = "|".join((alone if " " not in word else "") + _spaced(word) for word in longest)
    return re.compile((f"(?<!{before})" if before else "") + f"(?:{each}){behind}")


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [path.read_text("utf-8").lower() for path in sorted(_GOLD.rglob("ko-*.txt"))]


@pytest.mark.parametrize("form", ["past", "done", "will", "stem"])
def test_verbs_are_found_as_their_words_are(form: str, texts: list[str]) -> None:
    acts = agreement_words("ko").korean.acts
    plain = _plain([word for act in acts for word in act.words(form)], single="[가-힣]")
    fast = korean_finders().verbs[form].pattern
    hits = 0
    for text in texts:
        found = [m.span() for m in plain.finditer(text)]
        hits += len(found)
        assert [m.span() for m in fast.finditer(text)] == found
    assert hits


def test_deals_are_found_as_their_words_are(texts: list[str]) -> None:
    plain = _plain([w for d in agreement_words("ko").korean.deals for w in d.words], "[a-z]", "(?![a-z])")
    found = [[m.span() for m in plain.finditer(text)] for text in texts]
    assert any(found)
    assert [[m.span() for m in korean_finders().deals.pattern.finditer(text)] for text in texts] == found


_WORDS = st.lists(st.text("가나다 a", min_size=1, max_size=8).filter(str.strip).map(str.strip), min_size=1, max_size=8)


@given(_WORDS, st.text("가나다 a", max_size=40), st.sampled_from(["", "[가-힣]"]), st.sampled_from(["", "[a-z]"]))
def test_any_list_is_found_as_its_words_are(words: list[str], text: str, single: str, before: str) -> None:
    fast = finder(((word, 0) for word in words), before, "", single).pattern
    plain = _plain(words, before, "", single)
    assert [m.span() for m in fast.finditer(text)] == [m.span() for m in plain.finditer(text)]
