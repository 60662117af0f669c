"""A pattern that skips to where a match can begin finds what the same pattern finds that tries every place."""

from __future__ import annotations

import re

import pytest

from pactbook.knowledge.agreement_words import agreement_words
from pactbook.knowledge.reading import Pattern
from pactbook.model.words import LANGUAGES
from pactbook.text.skipping import skipping

TEXT = (
    "On Monday, KEPCO and the two banks (VCB, BIDV) signed a 10-year contract; it took effect in 2019.\n"
    "Ngày 5/3, hai bên đã ký biên bản ghi nhớ về đào tạo nghề, trong đó có thỏa thuận cấp 30 triệu USD.\n"
    "한국전력은 5일 하노이에서 베트남전력공사와 양해각서(MOU)를 체결했다고 밝혔다."
)
PATTERNS = [
    r"\b(?:an?|the)\s\w+",
    r"(?:the )?(?:two )?banks?",
    r"(?:x|)(?:o|s)i?g",
    r"(?<=\()\w+|(?<!\d)\d{2}\b",
    r"(?=[a-z])\w\b",
    r"[^\W\d]{4,}?\b",
    r"(?i)\bkepco|ON",
    r"(?i:vcb)|bidv",
    r"(?>si|bi)\w",
    r"(?P<day>\d+)/(?P<month>\d)|(a)?b",
    r"(?:đã |vừa )?ký\s|é",
    r"\s(?:về|in)\s(\w+)(?:,| )",
    r"^(?:On|Ngày)|(?m:$)",
    r"(?!)",
    r"(a)(?(1)n|x)",
    r"[가-힣]+(?:은|와)\s|\D\d",
    r"\b|x",
]


def found(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], tuple[str | None, ...]]]:
    return [(m.span(), m.groups()) for m in pattern.finditer(text)]


@pytest.mark.parametrize("said", PATTERNS)
def test_it_finds_the_same(said: str) -> None:
    ours, plain = skipping(said), re.compile(said)
    for start in range(len(TEXT)):
        assert found(ours, TEXT[start:]) == found(plain, TEXT[start:])
        one, two = ours.search(TEXT, start), plain.search(TEXT, start)
        assert one == two or (one and two and one.span() == two.span())
    assert (ours.pattern, ours.flags, ours.groups) == (plain.pattern, plain.flags, plain.groups)
    assert ours.groupindex == plain.groupindex


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_grammar_says_is_found_as_before(language: str) -> None:
    grammar = agreement_words(language).grammar
    for field in grammar.__struct_fields__:
        pattern: Pattern = getattr(grammar, field)
        plain = re.compile(pattern.pattern)
        for text in (TEXT, TEXT.lower(), *TEXT.split("\n"), *TEXT.lower().split(", ")):
            assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_a_mistake_is_named() -> None:
    with pytest.raises(re.error):
        skipping("(when")
