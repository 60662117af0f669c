"""The annotated articles are read at least as well as ``floors.toml`` says. A floor is never lowered silently."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.gold import score as scorer

from pactbook.errors import SourceError
from pactbook.export.codebook import codebook
from pactbook.model.source import Source
from pactbook.pipeline.crew import extract_all

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
CASES = [(part, slot, floor) for part, slots in FLOORS.items() for slot, floor in slots.items()]


@cache
def reading(folder: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The gold of a folder, each article with what pactbook reads in it: nothing at all where it is skipped."""
    gold = list(scorer.load_gold([HERE / "gold" / folder]).values())
    sources = [Source(str(g["path"]), g["path"].read_bytes()) for g in gold]
    outcomes = extract_all(sources)
    return [(g, {} if isinstance(o, SourceError) else codebook(o)) for g, o in zip(gold, outcomes, strict=True)]


@cache
def scores(part: str) -> dict[str, dict[str, float]]:
    """Slot → precision, recall and F1 for a part such as ``dev.en``."""
    folder, language = part.split("-")
    score = scorer.Score()
    for gold, got in reading(folder):
        if gold["language"] == language:
            score.article(gold, got)
    table: dict[str, dict[str, float]] = score.table()
    return table


@pytest.mark.parametrize(("part", "slot", "floor"), CASES, ids=[f"{part}-{slot}" for part, slot, _ in CASES])
def test_the_floor_holds(part: str, slot: str, floor: float) -> None:
    row = scores(part)[slot]
    assert row["f1"] >= floor, f"{part} {slot}: F1 {row['f1']:.3f} is below its floor {floor:.3f} ({row})"


def test_no_annotated_article_is_skipped() -> None:
    skipped = [gold["id"] for folder in ("dev", "samples") for gold, got in reading(folder) if not got]
    assert skipped == []
