"""Whatever is written, reading agreements ends, quotes what stands there, and says the same again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pactbook.claims.claim import claim
from pactbook.mentions.find import find
from pactbook.model.article import Article, Sentence

WORDS = [
    "KOTRA",
    "VCCI",
    "Vietnam",
    "South Korea",
    "the two sides",
    "it",
    "they",
    "the ministry",
    "Samsung",
    "Hanoi",
    "ASEAN",
    "signed",
    "will sign",
    "to be signed",
    "agreed to",
    "renewed",
    "expired",
    "took effect",
    "asked",
    "proposed",
    "bought",
    "a memorandum of understanding",
    "MoUs",
    "the agreement",
    "a free trade agreement",
    "another",
    "one",
    "with",
    "between",
    "and",
    ",",
    ";",
    ":",
    "(",
    ")",
    "--",
    "of",
    "by",
    "for",
    "under",
    "on July 18, 2023",
    "last year",
    "US$5 million",
    "Minister",
    "according to",
    "in the presence of",
    "which",
    "that",
    "in Seoul",
    "two",
    "three",
    "the other",
    "not",
    "no",
]


def article(words: list[str]) -> Article:
    text = " ".join(words)
    return Article("a", "a.txt", "en", None, None, None, "2023-07-20", text, (Sentence(0, len(text), 0),))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_any_words_are_read_to_the_end(words: list[str]) -> None:
    one = article(words)
    found = claim(one, find(one))
    for agreement in found.agreements:
        assert agreement.parties
        for span in [*agreement.evidence, *(b.span for b in agreement.because)]:
            span.check(one.text)
    assert claim(one, find(one)) == found


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_are_read_to_the_end(text: str) -> None:
    one = article([text])
    claim(one, find(one))
