"""Marked pieces: short news in plain text, in which the bodies, the words of the deals and their dates are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES

PIECES = Path(__file__).parent / "pieces"
#: ``[words|tag]``
_MARK = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
#: The tags: bodies (``A``, ``A+B``), deals (``1``, ``1+2``), dates (``t``).
_TAG = re.compile(r"[A-Z](?:\+[A-Z])*|\d+(?:\+\d+)*|t")
_DEAL = re.compile(r"= (\d+): ([A-Z]+(?:[ +]+[A-Z]+)*|); (\w+); (\w+); (.+)")
#: The states, which may be parties without a mark.
STATES = ("VN", "KR")


class Mark(Struct, frozen=True):
    """``text[start:end]`` of a piece and the tag that it has."""

    start: int
    end: int
    tag: str


class MarkedDeal(Struct, frozen=True):
    """The line of a deal: ``parties`` are tags of bodies or states, ``date`` its words as they are marked, or None."""

    number: str
    parties: tuple[str, ...]
    kind: str
    stage: str
    date: str | None


class Piece(Struct, frozen=True):
    """One piece without its marks; its first line is the headline."""

    file: str
    language: str
    published: str
    text: str
    marks: tuple[Mark, ...]
    deals: tuple[MarkedDeal, ...]

    def words(self, mark: Mark) -> str:
        """The marked words."""
        return self.text[mark.start : mark.end]


def all_pieces(folder: Path = PIECES) -> Iterator[Piece]:
    """The pieces of every file in ``folder``. Raises ValueError, which names the file, where one is not sound."""
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"^### ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            yield _piece(path.name, block)


def _piece(file: str, block: str) -> Piece:
    head, _, rest = block.partition("\n")
    try:
        language, published = head.split()
        lines = rest.strip().split("\n")
        deals = tuple(_deal(line) for line in lines if line.startswith("= "))
        text, marks = unmarked("\n".join(line for line in lines if not line.startswith("= ")).strip())
        piece = Piece(file, language, published, text, marks, deals)
        _check(piece)
    except ValueError as error:
        raise ValueError(f"{file}: {head}: {error}") from error
    return piece


def unmarked(text: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without its marks, and the marks."""
    plain, marks, at = "", [], 0
    for found in _MARK.finditer(text):
        plain += text[at : found.start()]
        marks.append(Mark(len(plain), len(plain) + len(found[1]), found[2].strip()))
        plain += found[1]
        at = found.end()
    return plain + text[at:], tuple(marks)


def _deal(line: str) -> MarkedDeal:
    found = _DEAL.fullmatch(line.strip())
    if not found:
        raise ValueError(f"no line of a deal: {line}")
    number, parties, kind, stage, date = found.groups()
    return MarkedDeal(number, tuple(re.findall("[A-Z]+", parties)), kind, stage, None if date == "-" else date)


def _check(piece: Piece) -> None:
    if wrong := [m.tag for m in piece.marks if not _TAG.fullmatch(m.tag)]:
        raise ValueError(f"no tag: {wrong[0]}")
    tags = {tag for m in piece.marks for tag in m.tag.split("+")}
    dates = {piece.words(m) for m in piece.marks if m.tag == "t"}
    numbers = {tag for tag in tags if tag.isdigit()}
    if numbers != {d.number for d in piece.deals}:
        raise ValueError("every deal has a mark in the text, and every mark of a deal its line")
    for deal in piece.deals:
        if deal.kind not in AGREEMENT_KINDS or deal.stage not in AGREEMENT_STATUSES:
            raise ValueError(f"deal {deal.number}: {deal.kind}, {deal.stage}: no kind or no stage")
        if missing := set(deal.parties) - tags - set(STATES):
            raise ValueError(f"deal {deal.number}: nobody is marked {min(missing)}")
        if deal.date is not None and deal.date not in dates:
            raise ValueError(f"deal {deal.number}: no date is marked {deal.date!r}")
