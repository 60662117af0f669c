"""The words for agreements: every language has its room, and a mistake in it is named."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from pactbook.errors import KnowledgeError
from pactbook.knowledge import reading
from pactbook.knowledge.agreement_cues import agreement_lexicon
from pactbook.knowledge.agreement_grammar import Grammar
from pactbook.knowledge.agreement_words import AgreementWords, agreement_words
from pactbook.knowledge.countries import countries
from pactbook.model.article import Language
from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES


@pytest.mark.parametrize("language", ["en", "vi", "ko"])
def test_every_language_has_its_room(language: Language) -> None:
    assert isinstance(agreement_words(language), AgreementWords)
    agreement_lexicon(language).scan("Vietnam, Việt Nam, 베트남")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_language_speaks_only_of_kinds_and_statuses_of_the_codebook(language: Language) -> None:
    words = agreement_words(language)
    assert {d.kind for d in words.deals} <= {*AGREEMENT_KINDS, "any"}
    assert {f.kind for f in [*words.feats, *words.asking.works]} <= set(AGREEMENT_KINDS)
    assert {s.status for s in [*words.acts, *words.stages, *words.feats]} <= set(AGREEMENT_STATUSES)
    assert set(words.ahead) <= set(AGREEMENT_STATUSES)


def test_every_pattern_of_the_grammar_is_written_or_explained_in_the_english_file() -> None:
    text = reading.folder().joinpath("en/agreements.toml").read_text(encoding="utf-8")
    unwritten = [n for n, p in msgspec.structs.asdict(agreement_words("en").grammar).items() if p is reading.NEVER]
    assert [n for n in unwritten if not re.search(rf"^#.*\b{n}\b", text, re.MULTILINE)] == []


def test_korean_speaks_only_of_kinds_and_statuses_of_the_codebook() -> None:
    words = agreement_words("ko").korean
    assert {d.kind for d in words.deals} <= {*AGREEMENT_KINDS, "any"}
    assert {a.alone for a in words.acts} <= {*AGREEMENT_KINDS, "any", ""}
    assert {a.status for a in words.acts} <= set(AGREEMENT_STATUSES)
    assert {o.status for o in words.outlooks} <= {*AGREEMENT_STATUSES, "done", "denied"}


def test_every_pattern_of_the_korean_grammar_is_written() -> None:
    grammar = msgspec.structs.asdict(agreement_words("ko").korean.grammar)
    assert [n for n, p in grammar.items() if p is reading.NEVER] == []


def test_no_korean_act_stands_in_two_entries() -> None:
    acts = agreement_words("ko").korean.acts
    for words in ([n for a in acts for n in a.nouns], [v for a in acts for v in a.verbs.past]):
        assert sorted({w for w in words if words.count(w) > 1}) == []


def test_a_grammar_that_says_nothing_matches_nothing() -> None:
    assert not any(p.search("of the a to signed, and") for p in msgspec.structs.asdict(Grammar()).values())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[grammar]\nlatter = "when"\n', "latter"),
        ('[[deals]]\nkind = "memorandum"\nword = ["MoU"]\n', "word"),
        ('[[deals]]\nwords = ["MoU"]\n', "kind"),
        ("[[deals]\n", "2"),
    ],
    ids=["a misspelt pattern", "a misspelt field", "a missing field", "no TOML"],
)
def test_a_mistake_is_named_with_its_file(
    text: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path
    (folder / "en").mkdir()
    (folder / "en" / "agreements.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(reading, "folder", lambda: folder)
    with pytest.raises(KnowledgeError, match=r"knowledge/en/agreements\.toml") as caught:
        reading.read("en/agreements.toml", AgreementWords)
    assert reason in str(caught.value) or reason == "2"


def test_country_codes_are_two_capitals() -> None:
    assert all(re.fullmatch("[A-Z]{2}", code) for code in countries())
