"""Grids put Korean words together, with the particle that the first one asks for."""

from pathlib import Path

import pytest

from pactbook.errors import KnowledgeError
from pactbook.knowledge import reading
from pactbook.knowledge.agreement_words import AgreementWords
from pactbook.knowledge.korean_agreements import ActStems
from pactbook.knowledge.korean_grids import Grid

_GRID = Grid(first=["시공사", "은행", "호텔"], noun=["(로) 선정", " 신청"], past=["(을) 골랐"])


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("noun", ["시공사로 선정", "시공사 신청", "은행으로 선정", "은행 신청", "호텔로 선정", "호텔 신청"]),
        ("past", ["시공사를 골랐", "은행을 골랐", "호텔을 골랐"]),
        ("stem", []),
    ],
    ids=["behind a vowel, a consonant and ㄹ", "an object", "a form without words"],
)
def test_one_grid_has_words_in_several_forms(form: str, words: list[str]) -> None:
    assert list(_GRID.words(form)) == words


def test_an_act_has_the_words_of_its_lists_and_its_grids() -> None:
    act = ActStems(status="signed", nouns=["낙찰"], grids=[_GRID, Grid(first=["감리"], noun=["(을) 수주"])])
    assert list(act.words("noun")) == ["낙찰", *_GRID.words("noun"), "감리를 수주"]


@pytest.mark.parametrize(
    ("grid", "reason"),
    [
        ('first = ["감리"]', "a grid needs words"),
        ('first = []\npast = ["(을) 맡았"]', "a grid needs words"),
        ('first = ["감리"]\npast = ["(를) 맡았"]', r"no such particle: \(를\) 맡았; there are \(을\)"),
        ('first = ["감리"]\nthen = ["(을) 맡았"]', "unknown field `then`"),
        ('past = ["(을) 맡았"]', "missing required field `first`"),
    ],
    ids=["nothing behind", "nothing first", "a particle nobody knows", "a misspelt form", "no first"],
)
def test_a_mistake_is_named_with_its_file_and_entry(
    grid: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "ko" / "agreements"
    place.mkdir(parents=True)
    (place / "acts.toml").write_text(
        f'[[korean.acts]]\nstatus = "signed"\n[[korean.acts.grids]]\n{grid}\n', encoding="utf-8"
    )
    monkeypatch.setattr(reading, "folder", lambda: tmp_path)
    said = rf"knowledge/ko/agreements/acts\.toml: .*{reason}.*korean\.acts\[\S*\]\.grids"
    with pytest.raises(KnowledgeError, match=said):
        reading.read_folder("ko/agreements", AgreementWords)
