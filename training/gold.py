"""The annotated articles in ``tests/gold``, without those that are kept to measure with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.gold import score as scorer

GOLD = Path(__file__).parents[1] / "tests" / "gold"
#: What is trained on: never ``held`` and ``sealed``.
SETS = ("dev", "samples", "fresh", "unseen", "wide", "later", "plain", "further", "broad", "recent")
#: Short pieces that nothing is trained on.
KEPT_OUT = ("en-b2", "en-b4", "vi-b2", "ko-b2", "en-c1", "en-c2", "en-c3", "en-c4", "ko-c1", "vi-c1")

Annotated = dict[str, Any]


def fold(name: str) -> str:
    """What two spellings of a name share."""
    folded: str = scorer.fold(name)
    return folded


def several(slot: Any) -> list[Any]:
    """The accepted answers of a slot, which holds one or a list of them."""
    return slot if isinstance(slot, list) else [slot]


def gold_articles() -> Iterator[Annotated]:
    """The annotated articles; ``path`` says where the article itself lies."""
    for name in SETS:
        yield from scorer.load_gold([GOLD / name]).values()


def gold_pieces() -> Iterator[Annotated]:
    """The annotated short pieces."""
    for path in sorted((GOLD / "pieces").glob("*.jsonl")):
        if path.stem not in KEPT_OUT:
            yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
