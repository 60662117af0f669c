"""Verbs are written once and read in every form."""

from __future__ import annotations

import msgspec
import pytest

from pactbook.errors import KnowledgeError
from pactbook.knowledge.agreement_cues import feat_proof
from pactbook.knowledge.agreement_words import agreement_words
from pactbook.knowledge.inflection import VerbForms, VerbWords, inflected, phrases_of


@pytest.mark.parametrize(
    ("verb", "past", "participle", "present", "gerund"),
    [
        ("acquire", "acquired", "acquired", "acquires", "acquiring"),
        ("supply", "supplied", "supplied", "supplies", "supplying"),
        ("buy|bought", "bought", "bought", "buys", "buying"),
        ("take over|took over|taken over", "took over", "taken over", "takes over", "taking over"),
        ("purchase", "purchased", "purchased", "purchases", "purchasing"),
        ("finish up", "finished up", "finished up", "finishes up", "finishing up"),
        ("agree on", "agreed on", "agreed on", "agrees on", "agreeing on"),
        ("set up|set up", "set up", "set up", "sets up", "setting up"),
    ],
)
def test_forms_of_a_verb(verb: str, past: str, participle: str, present: str, gerund: str) -> None:
    made = inflected(verb)
    assert (made["past"], made["participle"], made["present"], made["gerund"]) == (past, participle, present, gerund)


def test_each_form_goes_with_each_word_behind() -> None:
    verbs = VerbWords(kind="agreement", words=["team up"], behind=["with", "on"])
    made = {"active": VerbForms(signed=["has {participle}"], planned=["will {base}"])}
    assert phrases_of(verbs, made) == {
        "signed": ["has teamed up with", "has teamed up on"],
        "planned": ["will team up with", "will team up on"],
    }


@pytest.mark.parametrize("form", ["buys", "will {base", "{base} or {past}", "{0}", "will {verb}"])
def test_a_form_without_its_one_place_for_the_verb_is_named(form: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=r"planned has .* which holds not one of \{base\}, "):
        msgspec.convert({"planned": [form]}, VerbForms)


def test_a_form_that_nobody_defines_is_named() -> None:
    with pytest.raises(KnowledgeError, match=r"lend\|lent \(and so on\) ask for the forms 'passive'"):
        phrases_of(VerbWords(kind="loan", words=["lend|lent"], forms=["passive"]), {"active": VerbForms()})


def test_english_verbs_ask_only_for_forms_that_are_there() -> None:
    words = agreement_words("en")
    assert words.verbs
    assert all(phrases_of(verbs, words.verb_forms) for verbs in words.verbs)


def test_what_one_entry_asks_for_another_may_not() -> None:
    assert feat_proof("en", "bought", "contract", "signed") is None
    asked = feat_proof("en", "has hired", "contract", "signed")
    assert asked
    assert asked.match(" hyundai engineering to design its paint shop")
    assert not asked.match(" 300 workers")
