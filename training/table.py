"""Trained weights as a TOML table, under the head of the file that is there."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pactbook.knowledge.reading import folder


def table(place: str, weights: Mapping[str, float], light: float) -> str:
    """The file ``place`` with new weights; its comment and ``least`` stay, and what weighs less than ``light`` goes."""
    now = folder().joinpath(place).read_text(encoding="utf-8")
    head = now[: now.index("[weights]")]
    told = {sign: round(weight, 2) for sign, weight in sorted(weights.items())}
    lines = [f"{json.dumps(s, ensure_ascii=False)} = {w:.2f}" for s, w in told.items() if abs(w) >= light]
    return "\n".join([f"{head}[weights]", *lines])
