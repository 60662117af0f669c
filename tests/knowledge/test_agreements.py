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
    text = reading.folder().joinpath("en/agreements/grammar.toml").read_text(encoding="utf-8")
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
    with pytest.raises(KnowledgeError, match=r"knowledge/en/agreements/words\.toml") as caught:
        _read({"words": text}, tmp_path, monkeypatch)
    assert reason in str(caught.value) or reason == "2"


def test_the_files_of_a_folder_are_one_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deals = '[lists]\nopeners = ["as follows"]\n[[korean.deals]]\nkind = "memorandum"\nwords = ["각서"]\n'
    words = _read({"deals": deals, "states": '[korean.states]\n"한" = "KR"\n'}, tmp_path, monkeypatch)
    assert words.lists.openers == ["as follows"]
    assert ([d.words for d in words.korean.deals], words.korean.states) == ([["각서"]], {"한": "KR"})


@pytest.mark.parametrize(
    ("first", "second", "table"),
    [
        ('[[deals]]\nkind = "any"\nwords = ["deal"]\n', '[[deals]]\nkind = "any"\nwords = ["pact"]\n', "deals"),
        ('[korean.states]\n"한" = "KR"\n', '[korean.states]\n"베" = "VN"\n', "korean.states"),
        ('[grammar]\nlater = "when"\n', '[grammar]\nlater = "once"\n', "grammar"),
    ],
    ids=["entries", "a table in a table", "patterns"],
)
def test_a_table_stands_in_one_file(
    first: str, second: str, table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = rf"knowledge/en/agreements/b\.toml: \[{table}\] stands in knowledge/en/agreements/a\.toml already"
    with pytest.raises(KnowledgeError, match=said):
        _read({"a": first, "b": second}, tmp_path, monkeypatch)


def test_a_folder_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "folder", lambda: tmp_path)
    with pytest.raises(KnowledgeError, match="knowledge/en/agreements: no such folder"):
        reading.read_folder("en/agreements", AgreementWords)


def _read(files: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> AgreementWords:
    (folder / "en" / "agreements").mkdir(parents=True)
    for name, text in files.items():
        (folder / "en" / "agreements" / f"{name}.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(reading, "folder", lambda: folder)
    return reading.read_folder("en/agreements", AgreementWords)


def test_country_codes_are_two_capitals() -> None:
    assert all(re.fullmatch("[A-Z]{2}", code) for code in countries())
