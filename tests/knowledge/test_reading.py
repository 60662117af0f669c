"""Patterns are compiled when they are first asked for; a mistake in one is named with its file and its words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pactbook.errors import KnowledgeError
from pactbook.knowledge import reading
from pactbook.knowledge.agreement_words import AgreementWords, agreement_words
from pactbook.knowledge.dates import date_words
from pactbook.knowledge.organisations import body_words
from pactbook.model.words import LANGUAGES


def patterns_in(said: Any) -> Iterator[reading.Pattern]:
    """Every pattern in what a file says, however deep."""
    if isinstance(said, msgspec.Struct):
        said = msgspec.structs.asdict(said)
    if isinstance(said, dict):
        said = list(said.values())
    if isinstance(said, list | tuple | set | frozenset):
        for one in said:
            yield from patterns_in(one)
    elif hasattr(said, "search"):
        yield said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [agreement_words, date_words, body_words])
def test_every_pattern_is_sound(words: Any, language: str) -> None:
    for pattern in patterns_in(words(language)):
        pattern.search("")  # compiles it


def test_the_patterns_are_found() -> None:
    assert len(list(patterns_in(agreement_words("en")))) > 100


def test_a_pattern_that_is_none_is_named_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "agreements.toml").write_text('[grammar]\nlater = "(when"\n', encoding="utf-8")
    monkeypatch.setattr(reading, "folder", lambda: tmp_path)
    words = reading.read("en/agreements.toml", AgreementWords)
    with pytest.raises(KnowledgeError, match=r"knowledge/en/agreements\.toml: no regular expression: .*: \(when"):
        words.grammar.later.search("when")


def test_a_pattern_that_marks_no_words_where_some_are_asked_for_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "agreements.toml").write_text(
        "[grammar]\nreplaced_one = '(?P<by>replaces) one'\n", encoding="utf-8"
    )
    monkeypatch.setattr(reading, "folder", lambda: tmp_path)
    with pytest.raises(
        KnowledgeError, match=r"en/agreements\.toml: the pattern replaced_one marks no words as \(\?P<one>"
    ):
        reading.read("en/agreements.toml", AgreementWords)


def test_of_many_ways_to_say_it_each_stands_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    file = tmp_path / "en" / "agreements.toml"
    monkeypatch.setattr(reading, "folder", lambda: tmp_path)
    file.write_text("[grammar]\nlater = [\n    'when',\n    'once\\b',\n]\n", encoding="utf-8")
    later = reading.read("en/agreements.toml", AgreementWords).grammar.later
    assert [bool(later.match(said)) for said in ("when", "once", "onces")] == [True, True, False]
    file.write_text("[grammar]\nlater = ['when', '(once']\n", encoding="utf-8")
    wrong = reading.read("en/agreements.toml", AgreementWords).grammar.later
    with pytest.raises(KnowledgeError, match=r"en/agreements\.toml: no regular expression: .*position 0: \(once$"):
        wrong.search("once")
    file.write_text("[grammar]\nlater = ['when', 1]\n", encoding="utf-8")
    with pytest.raises(
        KnowledgeError, match=r"en/agreements\.toml: a pattern is a string, .* - at `\$\.grammar\.later`"
    ):
        reading.read("en/agreements.toml", AgreementWords)


def test_what_a_language_has_not_said_matches_nothing() -> None:
    never = reading.NEVER
    assert not any(ask("any text", 0, 3) for ask in (never.search, never.match, never.fullmatch))
    assert list(never.finditer("")) == list(never.findall("any text", 2)) == []
    assert never.sub("", "any text", count=1) == "any text"
