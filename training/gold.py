"""The annotated articles in ``tests/gold``, without those that are kept to measure with."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parents[1] / "tests" / "gold"
#: What is trained on: never ``held`` and ``sealed``.
SETS = ("dev", "samples", "fresh", "unseen", "wide", "later", "plain", "further", "broad", "recent")
#: Short pieces that nothing is trained on.
KEPT_OUT = ("en-b2", "en-b4", "vi-b2", "ko-b2")

Annotated = dict[str, Any]


@cache
def scorer() -> Any:
    """The scorer of the annotated articles, as a module."""
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        sys.exit("training: tests/gold/score.py is not there")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def fold(name: str) -> str:
    """What two spellings of a name share."""
    folded: str = scorer().fold(name)
    return folded


def several(slot: Any) -> list[Any]:
    """The accepted answers of a slot, which holds one or a list of them."""
    return slot if isinstance(slot, list) else [slot]


def gold_articles() -> Iterator[Annotated]:
    """The annotated articles; ``path`` says where the article itself lies."""
    for name in SETS:
        yield from scorer().load_gold([GOLD / name]).values()


def gold_pieces() -> Iterator[Annotated]:
    """The annotated short pieces."""
    for path in sorted((GOLD / "pieces").glob("*.jsonl")):
        if path.stem not in KEPT_OUT:
            yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
