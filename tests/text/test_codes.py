"""Codes of expressions are kept from one start to the next, and cost nothing but time when they cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pactbook.text import codes
from pactbook.text.codes import Code, Codes

FORM = ("3.11", 4)
ONE: Code = (32, 1, {"day": 1}, b"\x01\x02\x03\x04")
TWO: Code = (32, 0, {}, b"\x05\x06\x07\x08")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "not yet" / "expressions.codes"


def kept(file: Path, **told: Code) -> Codes:
    made = Codes(file, FORM)
    for said, code in told.items():
        made.add(said, code)
    return made


def test_what_is_saved_is_there_at_the_next_start(file: Path) -> None:
    kept(file, one=ONE, two=TWO).save()
    again = Codes(file, FORM)
    assert (again.get("one"), again.get("two"), again.get("three")) == (ONE, TWO, None)
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_what_nothing_was_added_to_is_not_written(file: Path) -> None:
    kept(file).save()
    assert not file.exists()


def test_two_that_save_lose_nothing_of_each_other(file: Path) -> None:
    first, second = kept(file, one=ONE), kept(file, two=TWO)
    first.save()
    second.save()
    again = Codes(file, FORM)
    assert (again.get("one"), again.get("two")) == (ONE, TWO)


def test_codes_of_another_python_are_of_no_use(file: Path) -> None:
    kept(file, one=ONE).save()
    assert Codes(file, ("3.12", 4)).get("one") is None


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(lambda whole: whole[:-1], id="cut"),
        pytest.param(lambda whole: b"", id="empty"),
        pytest.param(lambda whole: bytes(4), id="four zeros"),
        pytest.param(lambda whole: bytes(len(whole)), id="zeros"),
        pytest.param(lambda whole: whole[:9] + b"?" + whole[10:], id="one byte another"),
        pytest.param(lambda whole: whole[:-1] + b"?", id="another code"),
    ],
)
def test_a_file_that_is_not_whole_is_made_anew(file: Path, broken: Callable[[bytes], bytes]) -> None:
    kept(file, one=ONE).save()
    file.write_bytes(broken(file.read_bytes()))
    again = Codes(file, FORM)
    assert again.get("one") is None
    again.add("one", ONE)
    again.save()
    assert Codes(file, FORM).get("one") == ONE


def test_where_nothing_can_be_written_all_goes_on(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    made = kept(tmp_path / "taken" / "expressions.codes", one=ONE)
    made.save()
    assert made.get("one") == ONE


def test_where_nothing_may_be_written_nothing_is(file: Path) -> None:
    made = Codes(file, FORM, writes=False)
    made.add("one", ONE)
    made.save()
    assert made.get("one") == ONE
    assert not file.exists()


def test_what_nobody_asks_for_goes_when_there_are_too_many(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(file, old=ONE, used=ONE).save()
    monkeypatch.setattr(codes, "MOST", 2)
    later = kept(file, new=TWO)
    assert later.get("used") == ONE
    later.save()
    again = Codes(file, FORM)
    assert [again.get(said) for said in ("old", "used", "new")] == [None, ONE, TWO]
