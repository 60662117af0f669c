"""A verb and what stands before it are found apart, and together they are what they would be written out."""

from __future__ import annotations

import pytest

from pactbook.knowledge.agreement_words import agreement_words
from pactbook.knowledge.inflection import VerbWords, forms_of, phrases_of
from pactbook.knowledge.leads import Leads, LedPhrases

LEADS = Leads.of({"": ("signed",), "has": ("signed",), "agreed to": ("signed",), "is in talks to": ("planned",)})


@pytest.mark.parametrize(
    ("plain", "found"),
    [
        ("a bought b", ["bought"]),
        ("a has bought b", ["has bought", "bought"]),
        ("a (has bought b)", ["has bought", "bought"]),
        ("a chas bought b", ["bought"]),
        ("a is in talks to bought b", ["is in talks to bought", "bought"]),
        ("has agreed to bought", ["agreed to bought", "bought"]),
        ("bought", ["bought"]),
        ("a has, bought b", ["bought"]),
    ],
)
def test_every_lead_right_before_the_verb_is_found(plain: str, found: list[str]) -> None:
    verb = plain.index("bought")
    assert [plain[start : verb + len("bought")] for start, _ in LEADS.before(plain, verb)] == found


@pytest.mark.parametrize("verb", agreement_words("en").verbs, ids=lambda v: f"{v.kind}-{v.words[0]}")
def test_apart_they_are_what_they_would_be_written_out(verb: VerbWords) -> None:
    made = agreement_words("en").verb_forms
    forms = forms_of(verb, made)
    for status, phrases in phrases_of(verb, made).items():
        told = [
            LedPhrases(frozenset(lead for lead, told in f.leads.items() if status in told), frozenset(f.phrases))
            for f in forms
        ]
        assert [p for p in phrases if not any(p in some for some in told)] == []
        assert sum(len(some.leads) * len(some.phrases) for some in told) <= len(phrases)


def test_a_phrase_of_no_verb_is_none() -> None:
    assert "will sell" not in LedPhrases(frozenset({"will"}), frozenset({"buy"}))
    assert "sell" not in LedPhrases(frozenset({""}), frozenset({"buy"}))
    assert 7 not in LedPhrases(frozenset({""}), frozenset({"buy"}))
