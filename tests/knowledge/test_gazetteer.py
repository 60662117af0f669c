"""The gazetteer's loader names what is wrong with an entry, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pactbook.errors import KnowledgeError
from pactbook.knowledge import gazetteer, reading

GOOD = '["kr.moon"]\nkind = "agency"\ncountry = "KR"\nen = ["Moon Agency"]\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty gazetteer beside the real countries."""
    real = reading.folder()
    (tmp_path / "bodies").mkdir()
    (tmp_path / "common").mkdir()
    (tmp_path / "common" / "countries.toml").write_bytes(real.joinpath("common/countries.toml").read_bytes())
    monkeypatch.setattr(reading, "folder", lambda: tmp_path)
    gazetteer.bodies.cache_clear()
    yield tmp_path / "bodies"
    gazetteer.bodies.cache_clear()


BAD = [
    ("an unknown field", GOOD + 'colour = "red"\n', "colour"),
    ("an unknown kind", GOOD.replace("agency", "bureau"), "bureau"),
    ("an unknown country", GOOD.replace('"KR"', '"QQ"'), "kr.moon: country 'QQ'"),
    ("no full name", GOOD.replace("en = ", "acronyms = "), "kr.moon: a body needs a full name"),
    ("an empty name", GOOD + 'ko = [""]\n', "kr.moon: a name is empty"),
    ("two spaces in a name", GOOD.replace("Moon Agency", "Moon  Agency"), "kr.moon: a name is empty or has a space"),
    ("a name twice", GOOD + 'acronyms = ["Moon Agency"]\n', "kr.moon: a name is given twice"),
    ("a key in capitals", GOOD.replace("kr.moon", "KR.Moon"), "KR.Moon: a key is"),
    ("a month that is no month", GOOD + 'until = "March 2025"\n', "kr.moon: until 'March 2025'"),
    ("a parent that is not there", GOOD + 'parent = "kr.sun"\n', "kr.moon: parent 'kr.sun'"),
    ("its own successor", GOOD + 'successor = "kr.moon"\n', "kr.moon: successor 'kr.moon'"),
    ("no TOML at all", "kind = ", "bodies/a.toml"),
]  # fmt: skip


@pytest.mark.parametrize(("toml", "said"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_a_wrong_entry_is_named(folder: Path, toml: str, said: str) -> None:
    (folder / "a.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=re.escape(said)):
        gazetteer.bodies()


def test_one_key_stands_in_one_file(folder: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (folder / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"b\.toml: kr\.moon: this key is already in another file"):
        gazetteer.bodies()


def test_a_good_entry_is_read_with_its_links(folder: Path) -> None:
    later = GOOD.replace("kr.moon", "kr.sun") + 'parent = "kr.moon"\n'
    (folder / "a.toml").write_text(GOOD + 'successor = "kr.sun"\nuntil = "2025-03"\n' + later, encoding="utf-8")
    known = gazetteer.bodies()
    assert (known["kr.moon"].successor, known["kr.sun"].parent) == ("kr.sun", "kr.moon")
