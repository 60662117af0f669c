"""The tables of trained weights: sound, readable, and of signs that the program makes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from pactbook.errors import KnowledgeError
from pactbook.knowledge import reading, weights
from pactbook.knowledge.weights import Weights, likely_names, other_party
from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES

PLACE = r"same|headline|(?:far|last|second|third|next|later)(?:-paragraph)?"
KIND = "|".join((*AGREEMENT_KINDS, "any"))
STATUS = "|".join(AGREEMENT_STATUSES)
GROUP = "firm|bank|school|media|state|office|other"
ROLE = "headline|standfirst|body|caption|item"
SIDE = "own|other|third|unknown"
SIGNS = {
    "other_party": rf"(?:where|opens|first):(?:{PLACE})|(?:side|alone|nearest):(?:{SIDE})|kind:(?:{GROUP})"
    rf"|pair:(?:{GROUP})-(?:{GROUP})|(?:{KIND}):(?:{GROUP})|topic|most|times:[1-4]|together|elsewhere|lone|astride"
    rf"|before|behind|nobody(?::(?:{KIND}|{GROUP}|{STATUS}|{ROLE}|[0-4]-named|third|definite))?",
    "likely_names": r"any|surname|given|place|opens|closes|headline|and|number|length:[1-4]|shape:[ACc](?:-[ACc]){0,2}"
    r"|(?:first|last|word|begin|ending|owns):.+|gap\+?:.+|[<>].+|[-+]1:.+|[-+]2:.+_.+",
}
TABLES = {"other_party": other_party(), "likely_names": likely_names("en")}


@pytest.fixture
def knowledge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder of knowledge that is read instead of ours."""
    (tmp_path / "common").mkdir()

    def folder() -> Traversable:
        return tmp_path

    monkeypatch.setattr(reading, "folder", folder)
    weights._table.cache_clear()
    yield tmp_path / "common" / "other_party.toml"
    weights._table.cache_clear()


@pytest.mark.parametrize("name", TABLES)
def test_every_weight_is_that_of_a_sign_that_is_made(name: str) -> None:
    assert [sign for sign in TABLES[name].weights if not re.fullmatch(SIGNS[name], sign)] == []
    assert TABLES[name].weights


@pytest.mark.parametrize("name", TABLES)
def test_weights_are_numbers_of_sense(name: str) -> None:
    table = TABLES[name]
    assert all(math.isfinite(w) and 0 < abs(w) < 10 for w in table.weights.values())
    assert 0 <= table.least < 10


def test_a_sign_without_a_line_weighs_nothing() -> None:
    table = Weights({"a": 1.5, "b": -0.5})
    assert table.sum_of(("a", "b", "c")) == 1
    assert table.sum_of(()) == 0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[weights]\na = inf", "'a' weighs inf"),
        ("least = nan\n[weights]", "'least' weighs nan"),
        ("[weights]\na = 'much'", "float"),
        ("lest = 1.0\n[weights]", "lest"),
        ("least = 1.0", "weights"),
    ],
)
def test_a_table_that_is_not_sound_is_named(knowledge: Path, text: str, reason: str) -> None:
    knowledge.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"knowledge/common/other_party\.toml: .*{re.escape(reason)}"):
        other_party()
