"""The marked pieces that weights are trained on are sound, and a piece that is not is named."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from training.marked import PIECES, Mark, all_pieces, unmarked

FILES = sorted(path.name for path in PIECES.glob("*.txt"))
SOUND = """### en 2022-01-03
Miller lands order

[Song Hau Foods|A] has [bagged an order|1] from [Seowon Mart|B], [it|A] said [on Monday|t].
= 1: A B KR; contract; signed; on Monday
"""


def written(folder: Path, text: str) -> Path:
    (folder / "en.txt").write_text(text, encoding="utf-8")
    return folder


def test_every_piece_is_sound() -> None:
    pieces = list(all_pieces())
    assert sorted({p.file for p in pieces}) == FILES
    assert Counter(p.language for p in pieces).keys() == {"en", "vi", "ko"}
    for piece in pieces:
        assert piece.file.startswith(piece.language)
        assert re.fullmatch(r"(19|20)\d\d-[01]\d-[0-3]\d", piece.published), piece.file
        assert not re.search(r"\|(?:[A-Z]|\d+|t)\]", piece.text), piece.text
        assert all(piece.words(mark).strip() for mark in piece.marks), piece.text


def test_a_piece_is_read_with_its_marks(tmp_path: Path) -> None:
    (piece,) = all_pieces(written(tmp_path, SOUND))
    assert piece.text.endswith("Song Hau Foods has bagged an order from Seowon Mart, it said on Monday.")
    assert [(piece.words(m), m.tag) for m in piece.marks] == [
        ("Song Hau Foods", "A"),
        ("bagged an order", "1"),
        ("Seowon Mart", "B"),
        ("it", "A"),
        ("on Monday", "t"),
    ]
    (deal,) = piece.deals
    assert (deal.parties, deal.kind, deal.stage, deal.date) == (("A", "B", "KR"), "contract", "signed", "on Monday")


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        ("[it|A]", "[it|x]", "no tag: x"),
        ("[bagged an order|1]", "[bagged an order|2]", "every deal has a mark"),
        ("= 1: A B KR; contract; signed; on Monday\n", "", "every deal has a mark"),
        ("contract; signed", "order; signed", "order, signed: no kind or no stage"),
        ("contract; signed", "contract; done", "contract, done: no kind or no stage"),
        ("A B KR", "A C KR", "nobody is marked C"),
        ("signed; on Monday", "signed; Monday", "no date is marked 'Monday'"),
        ("; on Monday", "", "no line of a deal"),
        ("en 2022-01-03", "en", "en.txt: en"),
    ],
)
def test_a_piece_that_is_not_sound_is_named(tmp_path: Path, right: str, wrong: str, reason: str) -> None:
    assert right in SOUND
    with pytest.raises(ValueError, match=f"en.txt: en.*{re.escape(reason.removeprefix('en.txt: en'))}"):
        list(all_pieces(written(tmp_path, SOUND.replace(right, wrong))))


def test_brackets_without_a_tag_are_text() -> None:
    assert unmarked("[공시] [대원전선|A] | 1") == ("[공시] 대원전선 | 1", (Mark(5, 9, "A"),))
